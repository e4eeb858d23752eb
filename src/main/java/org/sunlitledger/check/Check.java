package org.sunlitledger.check;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.sunlitledger.database.Definitions;
import org.sunlitledger.database.SqlFile;
import org.sunlitledger.database.YamlNode;
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

  private static final Set<String> KEYS =
      Set.of(
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
          "title",
          "expects",
          "mend");
  private static final Set<String> LANGUAGES = Set.of("zh", "en");
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
    return checks;
  }

  static Check of(SqlFile file) {
    YamlNode header = file.header().allow(KEYS);
    String severity = header.text("severity");
    if (!SEVERITIES.contains(severity)) {
      throw header.problem("severity is one of " + SEVERITIES);
    }
    header.node("title").text("zh");
    header.node("title").text("en");
    for (String words : List.of("title", "expects", "mend")) {
      header.optional(words).allow(LANGUAGES);
    }
    return new Check(
        file.name(),
        header.text("register"),
        header.find("field").orElse(""),
        severity,
        stage(header),
        header.has("waits"),
        header.find("waits").orElse(""),
        header.texts("alike"),
        header.find("effective").map(y -> Years.parse(file.path(), y)).orElse(Years.ALWAYS),
        file);
  }

  /** What it says to people, as title, expects or mend; empty where it says nothing. */
  String words(String what, boolean chinese) {
    return file.header().optional(what).find(chinese ? "zh" : "en").orElse("");
  }

  /** The regulation that it is based on; empty when none is cited. */
  String basis() {
    return file.header().find("basis").orElse("");
  }

  private void requireNames(Registers registers) {
    Register own = require(registers, "register", register);
    if (waits) {
      require(registers, "waits", counterpart);
    }
    if (!field.isEmpty() && own.fields().stream().noneMatch(known -> known.name().equals(field))) {
      throw file.header().problem("field: %s has no field '%s'".formatted(register, field));
    }
    for (String column : alike) {
      if (own.fields().stream().noneMatch(field -> field.column().equals(column))) {
        throw file.header().problem("alike: %s has no column '%s'".formatted(register, column));
      }
    }
  }

  private Register require(Registers registers, String header, String name) {
    return registers
        .find(name)
        .orElseThrow(
            () -> file.header().problem("%s: there is no register '%s'".formatted(header, name)));
  }

  private static Stage stage(YamlNode header) {
    String stage = header.find("stage").orElse("line");
    return Arrays.stream(Stage.values())
        .filter(s -> s.name().toLowerCase(Locale.ROOT).equals(stage))
        .findFirst()
        .orElseThrow(() -> header.problem("stage is line, counterpart or total"));
  }
}
