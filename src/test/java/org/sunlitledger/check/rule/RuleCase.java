package org.sunlitledger.check.rule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sunlitledger.definition.DefinitionException;
import org.sunlitledger.definition.YamlNode;

/**
 * Lines that a rule lets pass and lines that fail, of {@code sql/checks/NAME.cases.yaml}.
 *
 * @param place of the case, for messages
 * @param given lines that were there before
 * @param passes lines that are not reported
 * @param fails lines that are
 */
public record RuleCase(
    String place, Check check, int year, List<Row> given, List<Row> passes, List<Row> fails) {

  /**
   * A line of a case.
   *
   * @param columns what the case says of it; null empties a column
   * @param reported what is found and expected, where the case says so
   */
  record Row(
      String place,
      String register,
      int year,
      Map<String, @Nullable String> columns,
      Map<String, String> reported) {}

  /**
   * The cases of a rule.
   *
   * @param folders that may hold {@code sql/checks}; the first with such a file is taken
   */
  public static List<RuleCase> of(Check check, List<Path> folders) {
    String name = "sql/checks/%s.cases.yaml".formatted(check.id());
    Path file =
        folders.stream()
            .map(folder -> folder.resolve(name))
            .filter(Files::isRegularFile)
            .findFirst()
            .orElseThrow(
                () ->
                    new DefinitionException(
                        name,
                        "is missing: write lines that pass the rule and lines that fail,"
                            + " as docs/add-a-rule.md shows"));
    YamlNode top = read(file).allow(Set.of("cases"));
    List<RuleCase> cases = top.nodes("cases").stream().map(node -> of(check, node)).toList();
    for (boolean fails : List.of(true, false)) {
      if (cases.stream().allMatch(one -> (fails ? one.fails : one.passes).isEmpty())) {
        throw top.problem("no case has a line that " + (fails ? "fails" : "passes"));
      }
    }
    return cases;
  }

  private static RuleCase of(Check check, YamlNode node) {
    node.allow(Set.of("about", "year", "given", "passes", "fails"));
    int year = node.number("year", 2020);
    return new RuleCase(
        node.place(),
        check,
        year,
        rows(node, "given", check.register(), year),
        rows(node, "passes", check.register(), year),
        rows(node, "fails", check.register(), year));
  }

  private static List<Row> rows(YamlNode node, String key, String register, int year) {
    boolean given = key.equals("given");
    return node.nodes(key).stream()
        .flatMap(
            row ->
                Stream.iterate(1, n -> n <= row.number("repeat", 1), n -> n + 1)
                    .map(n -> row(row, n, given ? row.text("register") : register, year)))
        .toList();
  }

  private static Row row(YamlNode node, int number, String register, int year) {
    Map<String, @Nullable String> columns = new LinkedHashMap<>();
    for (String key : node.keys()) {
      if (!Set.of("register", "year", "repeat", "reported").contains(key)) {
        Optional<String> value = node.find(key);
        columns.put(key, value.map(v -> v.replace("#", String.valueOf(number))).orElse(null));
      }
    }
    Map<String, String> reported = new LinkedHashMap<>();
    YamlNode said = node.optional("reported").allow(Set.of("found", "expected"));
    said.keys().forEach(key -> reported.put(key, said.text(key)));
    String place = number > 1 ? node.place() + " #" + number : node.place();
    return new Row(place, register, node.number("year", year), columns, reported);
  }

  /** The registers of which lines of earlier years were there before. */
  Set<String> earlier() {
    return given.stream()
        .filter(row -> row.year() < year)
        .map(Row::register)
        .collect(Collectors.toSet());
  }

  /** The lines to be judged: those that pass, then those that fail. */
  List<Row> judged() {
    List<Row> rows = new ArrayList<>(passes);
    rows.addAll(fails);
    return rows;
  }

  /** Its place without the folder. */
  @Override
  public String toString() {
    return place.substring(place.lastIndexOf('/') + 1);
  }

  private static YamlNode read(Path file) {
    try {
      return YamlNode.parse(file.toString(), Files.readString(file));
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}
