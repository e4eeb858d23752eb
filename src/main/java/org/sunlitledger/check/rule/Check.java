package org.sunlitledger.check.rule;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sunlitledger.definition.Definitions;
import org.sunlitledger.definition.SqlFile;
import org.sunlitledger.definition.SqlName;
import org.sunlitledger.definition.YamlNode;
import org.sunlitledger.definition.Years;
import org.sunlitledger.register.Field;
import org.sunlitledger.register.Register;
import org.sunlitledger.register.Registers;

/**
 * One rule of {@code sql/checks}: a condition on a line that breaks it, or a query for such lines.
 *
 * @param waits refuses a line only until its counterpart has been delivered
 * @param counterpart the register that the counterpart is in; empty when there is none
 * @param alike columns in which the lines that it compares agree; empty when it compares none
 * @param lookBack register → columns in which those of its lines of earlier years that the rule
 *     reads agree with a candidate; both have these columns
 * @param given what it may read beside the columns of a line
 */
public record Check(
    String id,
    String register,
    String field,
    String severity,
    Stage stage,
    boolean waits,
    String counterpart,
    List<String> alike,
    Map<String, List<String>> lookBack,
    Given given,
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
          "lookBack",
          "found",
          "expected",
          "parameters",
          "titles",
          "effective",
          "basis",
          "about",
          "title",
          "expects",
          "mend");

  /** Below comments, and in brackets perhaps. */
  private static final Pattern QUERY =
      Pattern.compile("(?is)(\\s|--[^\\n]*\\n|\\()*(select|with)\\b.*");

  private static final Pattern BRACES = Pattern.compile("\\{[^}]*}");

  private static final Set<String> LANGUAGES = Set.of("zh", "en");
  private static final Set<String> SEVERITIES = Set.of("error", "warning", "info");

  /**
   * What a rule judges, and when. Those of one line by itself and those against its like go first,
   * and see all candidates.
   */
  enum Stage {
    /** One line by itself; a condition. */
    LINE,
    /** Lines against their like. */
    RECORDS,
    /** Lines that need a counterpart in another register. */
    COUNTERPART,
    /** Sums over lines. */
    TOTAL;

    /** Whether its rules see only the lines that the stages before it have let through. */
    boolean seesAcceptedOnly() {
      return this == COUNTERPART || this == TOTAL;
    }
  }

  /**
   * Columns that the candidates have beside those of their register.
   *
   * @param parameters of {@code jobs/parameters}, each with the value of the line's year
   * @param titles columns with codes, of which {@code COLUMN_title} is the title
   */
  record Given(List<String> parameters, List<String> titles) {}

  /** Every check there is; what one names must be there. */
  static List<Check> all(Definitions definitions, Registers registers) {
    List<Check> checks = SqlFile.all(definitions, "sql/checks").stream().map(Check::of).toList();
    checks.forEach(check -> check.requireNames(registers));
    return SchemaRules.beside(checks, registers);
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
      YamlNode said = header.optional(words).allow(LANGUAGES);
      for (String language : LANGUAGES) {
        said.find(language).ifPresent(text -> requirePlaceholder(said, words, text));
      }
    }
    Stage stage = stage(header);
    requireStatement(file, stage);
    return new Check(
        file.name(),
        header.text("register"),
        header.find("field").orElse(""),
        severity,
        stage,
        header.has("waits"),
        header.find("waits").orElse(""),
        header.texts("alike"),
        header.mapping("lookBack"),
        new Given(header.texts("parameters"), header.texts("titles")),
        header.find("effective").map(y -> Years.parse(file.path(), y)).orElse(Years.ALWAYS),
        file);
  }

  /** Any other name in braces would be shown to people as it is. */
  private static void requirePlaceholder(YamlNode said, String words, String text) {
    Matcher braces = BRACES.matcher(text);
    while (braces.find()) {
      if (!words.equals("expects") || !braces.group().equals("{expected}")) {
        throw said.problem(
            "'%s' is replaced by nothing; only {expected} is, and in 'expects' alone"
                .formatted(braces.group()));
      }
    }
  }

  private static void requireStatement(SqlFile file, Stage stage) {
    boolean isQuery = QUERY.matcher(file.sql()).matches();
    if (stage == Stage.LINE && isQuery && !file.sql().startsWith("(")) {
      throw file.header()
          .problem(
              "a rule of the stage line is a condition on a line, not a query;"
                  + " a query has the stage records, counterpart or total");
    }
    if (stage != Stage.LINE && !isQuery) {
      throw file.header()
          .problem("a rule of this stage is a query; a condition has the stage line");
    }
    for (String key : List.of("found", "expected")) {
      if (stage != Stage.LINE && file.header().has(key)) {
        throw file.header().problem("'%s' is a column of the query, and no key".formatted(key));
      }
    }
  }

  /** What was found in a line that breaks its condition, as SQL. */
  String found(Register own) {
    return file.header()
        .find("found")
        .orElse(field.isEmpty() ? "''" : SqlName.checked(own.field(field).column()));
  }

  /** What was expected of it, as SQL. */
  String expected() {
    return file.header().find("expected").orElse("''");
  }

  /** Whether it is about an amount of money: what it finds and expects is then fen. */
  boolean isMoney(Register own) {
    return !field.isEmpty() && own.field(field).type() == Field.FieldType.MONEY;
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
    lookBack.forEach((other, columns) -> requireLookBack(own, registers, other, columns));
    for (String parameter : given.parameters()) {
      if (own.fields().stream().anyMatch(field -> field.column().equals(parameter))) {
        throw file.header()
            .problem("parameters: '%s' is a column of %s".formatted(parameter, register));
      }
    }
    for (String column : given.titles()) {
      if (CandidateColumns.coded(own, column).isEmpty()) {
        throw file.header()
            .problem("titles: %s has no column '%s' with codes".formatted(register, column));
      }
    }
  }

  /** Digests of the candidate's columns are looked for among those of the other's lines. */
  private void requireLookBack(
      Register own, Registers registers, String other, List<String> columns) {
    Register earlier = require(registers, "lookBack", other);
    for (String column : columns) {
      Optional<Field> mine = column(own, column);
      if (mine.isEmpty()
          || !mine.map(Field::type).equals(column(earlier, column).map(Field::type))) {
        throw file.header()
            .problem(
                "lookBack: %s and %s have no column '%s' of the same type"
                    .formatted(register, other, column));
      }
    }
  }

  private static Optional<Field> column(Register register, String column) {
    return register.fields().stream().filter(field -> field.column().equals(column)).findFirst();
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
        .orElseThrow(() -> header.problem("stage is line, records, counterpart or total"));
  }
}
