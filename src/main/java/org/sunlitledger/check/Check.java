package org.sunlitledger.check;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.sunlitledger.database.DefinitionException;
import org.sunlitledger.database.Definitions;
import org.sunlitledger.database.SqlFile;
import org.sunlitledger.database.Years;
import org.sunlitledger.register.Register;
import org.sunlitledger.register.Registers;

/**
 * One rule of {@code sql/checks}: a query for the lines that break it.
 *
 * @param waits refuses a line only until its counterpart has been delivered
 * @param counterpart the register that the counterpart is in; empty when there is none
 * @param alike columns in which the lines that it compares agree; empty when it compares none
 */
record Check(
    String id,
    String register,
    String field,
    String severity,
    Stage stage,
    boolean waits,
    String counterpart,
    List<String> alike,
    Years effective,
    SqlFile file) {

  private static final String[] HEADERS = {
    "id",
    "register",
    "field",
    "severity",
    "stage",
    "waits",
    "alike",
    "parameters",
    "effective",
    "basis",
    "about",
    "title.zh",
    "title.en",
    "expects.zh",
    "expects.en",
    "mend.zh",
    "mend.en"
  };
  private static final Set<String> SEVERITIES = Set.of("error", "warning", "info");

  /** Checks of a stage see only lines that earlier stages have let through. */
  enum Stage {
    /** Lines by themselves and against their like. */
    LINE,
    /** Lines that need a counterpart in another register. */
    COUNTERPART,
    /** Sums over lines. */
    TOTAL
  }

  /** Every check there is; what one names must be there. */
  static List<Check> all(Definitions definitions, Registers registers) {
    List<Check> checks = SqlFile.all(definitions, "sql/checks").stream().map(Check::of).toList();
    checks.forEach(check -> check.requireNames(registers));
    return SchemaRules.beside(checks, registers);
  }

  static Check of(SqlFile file) {
    file.allow(HEADERS);
    file.required("title.zh");
    file.required("title.en");
    String severity = file.required("severity");
    if (!SEVERITIES.contains(severity)) {
      throw new DefinitionException(file.path(), "severity is one of " + SEVERITIES);
    }
    if (!file.required("id").equals(file.name())) {
      throw new DefinitionException(file.path(), "the id must be the file's name");
    }
    return new Check(
        file.name(),
        file.required("register"),
        file.header("field").orElse(""),
        severity,
        stage(file),
        file.header("waits").isPresent(),
        file.header("waits").orElse(""),
        file.list("alike"),
        file.header("effective").map(y -> Years.parse(file.path(), y)).orElse(Years.ALWAYS),
        file);
  }

  private void requireNames(Registers registers) {
    Register own = require(registers, "register", register);
    if (waits) {
      require(registers, "waits", counterpart);
    }
    if (!field.isEmpty() && own.fields().stream().noneMatch(known -> known.name().equals(field))) {
      throw new DefinitionException(
          file.path(), "field: %s has no field '%s'".formatted(register, field));
    }
    for (String column : alike) {
      if (own.fields().stream().noneMatch(field -> field.column().equals(column))) {
        throw new DefinitionException(
            file.path(), "alike: %s has no column '%s'".formatted(register, column));
      }
    }
  }

  private Register require(Registers registers, String header, String name) {
    return registers
        .find(name)
        .orElseThrow(
            () ->
                new DefinitionException(
                    file.path(), "%s: there is no register '%s'".formatted(header, name)));
  }

  private static Stage stage(SqlFile file) {
    String stage = file.header("stage").orElse("line");
    return Arrays.stream(Stage.values())
        .filter(s -> s.name().toLowerCase(Locale.ROOT).equals(stage))
        .findFirst()
        .orElseThrow(
            () -> new DefinitionException(file.path(), "stage is line, counterpart or total"));
  }
}
