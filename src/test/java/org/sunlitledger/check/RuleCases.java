package org.sunlitledger.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The rows that pass and fail each rule, from {@code checks.yaml}. */
@SuppressWarnings("unchecked")
record RuleCases(
    Map<String, Map<String, Object>> defaults, Map<String, Map<String, Object>> cases) {

  static RuleCases read() {
    try (InputStream input = Files.newInputStream(Path.of("src/test/resources/checks.yaml"))) {
      Map<String, Map<String, Map<String, Object>>> file =
          new Yaml(new SafeConstructor(new LoaderOptions())).load(input);
      return new RuleCases(of(file, "defaults"), of(file, "cases"));
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  static <T> T of(Map<String, T> map, String key) {
    return Objects.requireNonNull(map.get(key), key);
  }

  int year(String rule) {
    return (int) of(cases, rule).getOrDefault("year", 2020);
  }

  /** {@code given}, {@code passes} or {@code fails} of a rule. */
  List<Map<String, Object>> rows(String rule, String which) {
    return (List<Map<String, Object>>) of(cases, rule).getOrDefault(which, List.of());
  }

  /**
   * A row with the defaults of its register, numbered by its line where the default is a letter.
   */
  Map<String, Object> filled(String register, Map<String, Object> row, int line) {
    Map<String, Object> filled = new LinkedHashMap<>();
    of(defaults, register)
        .forEach(
            (column, value) ->
                filled.put(
                    column,
                    switch (String.valueOf(value)) {
                      case "V", "H", "J" -> value + String.valueOf(line);
                      case "P" -> "\\x%08x".formatted(line);
                      default -> value;
                    }));
    row.forEach(
        (column, value) -> {
          if (!column.equals("register") && !column.equals("year")) {
            filled.put(column, value);
          }
        });
    return filled;
  }
}
