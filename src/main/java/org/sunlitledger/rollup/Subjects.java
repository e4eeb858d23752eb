package org.sunlitledger.rollup;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.sunlitledger.definition.DefinitionException;
import org.sunlitledger.definition.Definitions;
import org.sunlitledger.definition.SqlFile;
import org.sunlitledger.register.CodeList;
import org.sunlitledger.register.CodeLists;
import org.sunlitledger.register.Registers;

/**
 * The subjects by name: those of {@code sql/subjects}, and every register that has no file there is
 * its own.
 */
@Component
public final class Subjects {
  private final Map<String, Subject> byName = new LinkedHashMap<>();

  public Subjects(Definitions definitions) {
    Registers registers = new Registers(definitions);
    CodeLists codes = registers.codeLists();
    registers.all().forEach(register -> byName.put(register.name(), RegisterSubject.of(register)));
    for (SqlFile file : SqlFile.all(definitions, "sql/subjects")) {
      byName.put(file.name(), subject(file, codes));
    }
  }

  /** The subject of that name; an error of the definitions when there is none. */
  public Subject get(String name) {
    Subject subject = byName.get(name);
    if (subject == null) {
      throw new IllegalArgumentException(
          "no register and no subject of sql/subjects is called %s; there are %s"
              .formatted(name, byName.keySet()));
    }
    return subject;
  }

  public List<Subject> all() {
    return List.copyOf(byName.values());
  }

  private static Subject subject(SqlFile file, CodeLists codes) {
    file.allow("registers", "depends", "values", "about");
    Map<String, List<String>> values = new LinkedHashMap<>();
    pairs(file, "values", " of ", "COLUMN of LIST or VALUE")
        .forEach((column, sources) -> values.put(column, values(sources, codes)));
    return new Subject(
        file.name(),
        words(file.required("registers"), ","),
        pairs(file, "depends", " on ", "REGISTER on REGISTER"),
        values,
        file.required("about"),
        file);
  }

  /** The codes of lists, and values that stand for themselves. */
  private static List<String> values(String sources, CodeLists codes) {
    return words(sources, " or ").stream()
        .flatMap(
            source ->
                codes.find(source).stream()
                    .map(list -> list.codes().stream().map(CodeList.Code::code))
                    .findFirst()
                    .orElse(Stream.of(source)))
        .distinct()
        .toList();
  }

  /** A header that lists pairs, between whose sides a word stands. */
  private static Map<String, String> pairs(
      SqlFile file, String header, String between, String expected) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String pair : words(file.header(header).orElse(""), ",")) {
      List<String> sides = words(pair, between);
      if (sides.size() != 2) {
        throw new DefinitionException(
            file.path(), "%s: expected '%s', found '%s'".formatted(header, expected, pair));
      }
      pairs.put(sides.get(0), sides.get(1));
    }
    return pairs;
  }

  private static List<String> words(String text, String separator) {
    return Arrays.stream(text.split(separator, -1))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
