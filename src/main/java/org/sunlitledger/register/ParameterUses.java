package org.sunlitledger.register;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.sunlitledger.definition.DefinitionException;
import org.sunlitledger.definition.Definitions;
import org.sunlitledger.definition.SqlFile;
import org.sunlitledger.register.code.Parameter;

/** Checks that the parameters used by queries exist. */
@Component
final class ParameterUses {
  private static final List<String> FOLDERS =
      List.of("sql/checks", "sql/matching", "sql/discrepancies", "sql/reconciliation", "sql/risks");
  private static final Pattern TABLE = Pattern.compile("\\bparameter\\b");

  private final Definitions definitions;
  private final Registers registers;

  ParameterUses(Definitions definitions, Registers registers) {
    this.definitions = definitions;
    this.registers = registers;
  }

  /**
   * A query that joins a parameter under a wrong name silently finds nothing, so the header of each
   * query lists its parameters.
   *
   * @throws DefinitionException with the name of the query's file
   */
  void require() {
    Set<String> known =
        registers.parameters().stream().map(Parameter::name).collect(Collectors.toSet());
    FOLDERS.stream()
        .flatMap(folder -> SqlFile.all(definitions, folder).stream())
        .forEach(file -> require(file, known));
  }

  private static boolean names(SqlFile file, String parameter) {
    String header =
        Stream.of("found", "expected")
            .flatMap(key -> file.header().find(key).stream())
            .collect(Collectors.joining(" "));
    return Pattern.compile("\\b%s\\b".formatted(Pattern.quote(parameter)))
        .matcher(header + " " + file.sql())
        .find();
  }

  private static void require(SqlFile file, Set<String> known) {
    List<String> names = file.header().texts("parameters");
    if (names.isEmpty() && TABLE.matcher(file.sql()).find()) {
      throw new DefinitionException(
          file.path(), "reads the table parameter: say which, as '-- parameters: [NAME]'");
    }
    for (String name : names) {
      if (!known.contains(name)) {
        throw new DefinitionException(
            file.path(), "parameters: there is no '%s' in jobs/parameters".formatted(name));
      }
      if (!names(file, name)) {
        throw new DefinitionException(
            file.path(), "parameters: the query does not name '%s'".formatted(name));
      }
    }
  }
}
