package org.sunlitledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each word of the glossary is used by the program, and each name in code exists. */
class GlossaryTest {
  private static final Path GLOSSARY = Path.of("docs/glossary.md");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern RELATION =
      Pattern.compile("(?i)create (?:or replace )?(?:table|view) (\\w+)");
  private static final Pattern BAR = Pattern.compile("\\|");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[；：、，（）]");

  @Test
  void eachNameInCodeIsATypeATableAViewOrAFile() throws IOException {
    Set<String> known = new TreeSet<>(relations());
    known.addAll(types());
    List<String> names = new ArrayList<>();
    for (List<String> row : rows()) {
      CODE.matcher(row.get(2)).results().map(found -> found.group(1)).forEach(names::add);
    }
    assertThat(names)
        .hasSizeGreaterThan(50)
        .allSatisfy(
            name ->
                assertThat(known.contains(name) || Files.exists(Path.of(name)))
                    .as(
                        "%s: no type in src/main/java, no table or view in sql/schema, no file",
                        name)
                    .isTrue());
  }

  @Test
  void eachRowHasANameInCode() throws IOException {
    assertThat(rows()).allSatisfy(row -> assertThat(row.get(2)).containsPattern(CODE));
  }

  @Test
  void eachChineseWordStandsInTheMessagesOrDefinitions() throws IOException {
    String printed = printed();
    for (List<String> row : rows()) {
      for (String word : BETWEEN_WORDS.splitAsStream(row.get(0)).toList()) {
        assertThat(printed.contains(word)).as(word + " is printed nowhere").isTrue();
      }
    }
  }

  private static List<List<String>> rows() throws IOException {
    return Files.readAllLines(GLOSSARY).stream()
        .filter(line -> line.startsWith("| ") && !line.startsWith("| 中文"))
        .map(line -> BAR.splitAsStream(line.substring(1)).map(String::strip).toList())
        .toList();
  }

  private static List<String> types() throws IOException {
    return files("src/main/java", ".java").stream()
        .map(file -> file.getFileName().toString().replace(".java", ""))
        .toList();
  }

  private static List<String> relations() throws IOException {
    List<String> names = new ArrayList<>();
    for (Path file : files("sql/schema", ".sql")) {
      RELATION
          .matcher(Files.readString(file))
          .results()
          .map(found -> found.group(1))
          .forEach(names::add);
    }
    // registers have a table each, of the same name
    files("jobs/registers", ".yaml")
        .forEach(file -> names.add(file.getFileName().toString().replace(".yaml", "")));
    return names;
  }

  private static String printed() throws IOException {
    StringBuilder text = new StringBuilder();
    for (String folder : List.of("src/main/resources/messages", "jobs", "sql")) {
      for (Path file : files(folder, "_zh.properties", ".yaml", ".sql")) {
        text.append(Files.readString(file, StandardCharsets.UTF_8)).append('\n');
      }
    }
    return text.toString();
  }

  private static List<Path> files(String folder, String... endings) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(folder))) {
      return files
          .filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
          .sorted()
          .toList();
    }
  }
}
