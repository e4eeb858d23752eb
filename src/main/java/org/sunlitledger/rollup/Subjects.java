package org.sunlitledger.rollup;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.sunlitledger.database.DefinitionException;
import org.sunlitledger.database.Definitions;
import org.sunlitledger.database.SqlFile;

/** The subjects defined in {@code sql/subjects}, by name. */
@Component
public final class Subjects {
  private final Map<String, Subject> byName = new LinkedHashMap<>();

  public Subjects(Definitions definitions) {
    for (SqlFile file : SqlFile.all(definitions, "sql/subjects")) {
      byName.put(file.name(), subject(file));
    }
  }

  /** The subject of that name; an error of the definitions when there is none. */
  public Subject get(String name) {
    Subject subject = byName.get(name);
    if (subject == null) {
      throw new IllegalArgumentException(
          "no subject %s in sql/subjects; there are %s".formatted(name, byName.keySet()));
    }
    return subject;
  }

  public List<Subject> all() {
    return List.copyOf(byName.values());
  }

  private static Subject subject(SqlFile file) {
    file.allow("registers", "depends", "about");
    List<String> registers = words(file.required("registers"), ",");
    Map<String, String> depends = new LinkedHashMap<>();
    for (String dependency : words(file.header("depends").orElse(""), ",")) {
      List<String> sides = words(dependency, " on ");
      if (sides.size() != 2) {
        throw new DefinitionException(
            file.path(),
            "depends: expected 'REGISTER on REGISTER', found '%s'".formatted(dependency));
      }
      depends.put(sides.get(0), sides.get(1));
    }
    return new Subject(file.name(), registers, depends, file.required("about"), file);
  }

  private static List<String> words(String text, String separator) {
    return Arrays.stream(text.split(separator, -1))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
