package org.sunlitledger.rollup;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.sunlitledger.definition.Definitions;
import org.sunlitledger.definition.SqlFile;
import org.sunlitledger.definition.YamlNode;
import org.sunlitledger.register.Registers;
import org.sunlitledger.register.code.CodeList;
import org.sunlitledger.register.code.CodeLists;

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
    YamlNode header = file.header().allow(Set.of("registers", "depends", "values", "about"));
    Map<String, List<String>> values = new LinkedHashMap<>();
    header
        .mapping("values")
        .forEach((column, sources) -> values.put(column, values(sources, codes)));
    List<String> shown = header.texts("registers");
    if (shown.isEmpty()) {
      throw header.problem("'registers' is missing");
    }
    return new Subject(
        file.name(),
        shown,
        depends(header.optional("depends")),
        Set.of(),
        Set.of(),
        values,
        header.text("about"),
        file);
  }

  private static Map<String, String> depends(YamlNode depends) {
    Map<String, String> registers = new LinkedHashMap<>();
    depends.keys().forEach(register -> registers.put(register, depends.text(register)));
    return registers;
  }

  /** The codes of lists, and values that mean themselves. */
  private static List<String> values(List<String> sources, CodeLists codes) {
    return sources.stream()
        .flatMap(
            source ->
                codes.find(source).stream()
                    .map(list -> list.codes().stream().map(CodeList.ListedCode::code))
                    .findFirst()
                    .orElse(Stream.of(source)))
        .distinct()
        .toList();
  }
}
