package org.sunlitledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page of security names classes that there are, and each requirement once, in order. */
class SecurityPageTest {
  private static final Path PAGE = Path.of("docs/security.md");
  private static final Pattern NUMBERS =
      Pattern.compile("(\\d+)\\.(\\d+)\\.(\\d+)(?:–(\\d+)\\.(\\d+)\\.(\\d+))?");
  private static final Pattern CLASS = Pattern.compile("`([A-Z]\\w*[a-z]\\w*)`");
  private static final int CELLS = 4;

  @Test
  void everyClassThatItNamesExists() throws IOException {
    List<String> named =
        CLASS.matcher(Files.readString(PAGE)).results().map(found -> found.group(1)).toList();
    assertThat(named).isNotEmpty();
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      Set<String> known =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".java"))
              .map(name -> name.replace(".java", ""))
              .collect(Collectors.toSet());
      assertThat(named.stream().filter(name -> !known.contains(name)).distinct()).isEmpty();
    }
  }

  @Test
  void eachRequirementIsThereOnceAndInOrder() throws IOException {
    List<List<Integer>> ends = new ArrayList<>();
    for (List<String> row : rows()) {
      var number = NUMBERS.matcher(row.get(0));
      assertThat(number.matches()).as(row.get(0)).isTrue();
      ends.add(Stream.of(1, 2, 3).map(number::group).map(Integer::valueOf).toList());
      if (number.group(CELLS) != null) {
        ends.add(Stream.of(4, 5, 6).map(number::group).map(Integer::valueOf).toList());
      }
    }
    assertThat(ends).doesNotHaveDuplicates().isSortedAccordingTo(SecurityPageTest::compare);
  }

  @Test
  void eachRowSaysHowItIsMetAndWhereItIsTested() throws IOException {
    assertThat(rows()).isNotEmpty();
    for (List<String> row : rows()) {
      assertThat(row).as(row.toString()).hasSize(CELLS).noneMatch(String::isBlank);
    }
  }

  private static int compare(List<Integer> one, List<Integer> other) {
    return Arrays.compare(
        one.stream().mapToInt(Integer::intValue).toArray(),
        other.stream().mapToInt(Integer::intValue).toArray());
  }

  private static List<List<String>> rows() throws IOException {
    return Files.readAllLines(PAGE).stream()
        .filter(line -> line.matches("\\| \\d.*\\|"))
        .map(line -> line.substring(1, line.length() - 1).split("\\|", -1))
        .map(cells -> Arrays.stream(cells).map(String::strip).toList())
        .toList();
  }
}
