package org.sunlitledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** README.md and README.zh.md give the same commands and links, in the same order. */
class ReadmeTest {
  private static final Path ENGLISH = Path.of("README.md");
  private static final Path CHINESE = Path.of("README.zh.md");
  private static final Pattern CODE_BLOCK = Pattern.compile("(?ms)^```\\w*\\n(.*?)^```$");
  private static final Pattern LINK = Pattern.compile("]\\(([^)]+)\\)");
  private static final Pattern TABLE_COMMAND = Pattern.compile("(?m)^\\| (`[^|]*)");
  private static final Pattern COMMAND_NAME = Pattern.compile("`([a-z][a-z-]*)");

  @Test
  void bothHaveTheSameHeadingLevelsInTheSameOrder() throws IOException {
    assertThat(headingLevels(CHINESE)).isEqualTo(headingLevels(ENGLISH));
  }

  @Test
  void bothShowTheSameCommandsInCodeBlocks() throws IOException {
    assertThat(commands(CHINESE)).isEqualTo(commands(ENGLISH)).isNotEmpty();
  }

  @Test
  void bothListTheSameCommandsInTheTable() throws IOException {
    assertThat(tableCommands(CHINESE)).isEqualTo(tableCommands(ENGLISH)).isNotEmpty();
  }

  @Test
  void bothLinkToTheSamePages() throws IOException {
    assertThat(pages(CHINESE))
        .containsExactlyInAnyOrderElementsOf(pages(ENGLISH))
        .contains("docs/architecture.md");
  }

  private static List<Integer> headingLevels(Path readme) throws IOException {
    String prose = CODE_BLOCK.matcher(Files.readString(readme)).replaceAll("");
    return prose
        .lines()
        .filter(line -> line.matches("#+ .*"))
        .map(line -> line.indexOf(' '))
        .toList();
  }

  /** Without their remarks, which each page makes in its own language. */
  private static List<String> commands(Path readme) throws IOException {
    return CODE_BLOCK
        .matcher(Files.readString(readme))
        .results()
        .flatMap(block -> block.group(1).lines())
        .filter(line -> line.startsWith("./"))
        .map(line -> line.replaceFirst("\\s+#.*", ""))
        .toList();
  }

  private static List<String> tableCommands(Path readme) throws IOException {
    return TABLE_COMMAND
        .matcher(Files.readString(readme))
        .results()
        .flatMap(row -> COMMAND_NAME.matcher(row.group(1)).results())
        .map(command -> command.group(1))
        .toList();
  }

  /** Without the links of each page to the other. */
  private static List<String> pages(Path readme) throws IOException {
    return links(readme).stream()
        .filter(link -> !List.of(ENGLISH.toString(), CHINESE.toString()).contains(link))
        .distinct()
        .toList();
  }

  private static List<String> links(Path readme) throws IOException {
    return LINK.matcher(Files.readString(readme)).results().map(ReadmeTest::target).toList();
  }

  private static String target(MatchResult link) {
    return link.group(1).replaceFirst("#.*", "");
  }
}
