package org.sunlitledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.testing.HowToPage;
import org.sunlitledger.testing.Office;

/**
 * A county's own register is the one file of the page, through the command line as a user works:
 * figures and a report are made from it without SQL, an optional field is added, none is lost.
 */
class RegisterOfOneFileIT {
  private static final String REGISTER = "jobs/registers/training.yaml";
  private static final String PLACE =
      """
        - name: place
          title: 培训地点
          description: Place
          type: string
      """;

  private final Path folder;
  private final Path own;

  RegisterOfOneFileIT(@TempDir Path folder) {
    this.folder = folder;
    this.own = folder.resolve("own");
  }

  @Test
  void isImportedCheckedCountedExplainedExtendedAndKept() throws IOException {
    HowToPage page = HowToPage.named("add-a-register").define(own);
    assertThat(files()).containsExactly(REGISTER);
    try (Office office = Office.in(folder)) {
      Terminal terminal = new Terminal(office, Map.of("SUNLIT_DEFINITIONS", own.toString()));
      page.deliver(office);
      assertThat(night(terminal)).isEqualTo(3);
      assertThat(terminal.out())
          .contains("培训台账2020.csv: imported as training 2020, 5 lines, 1.85万元, 1 line rejected");
      assertThat(terminal.run("rejects", "--year", "2020")).isZero();
      assertThat(terminal.out())
          .contains("培训台账2020.csv (delivery ", "line 6, 培训日期: \"2021-01-05\", expected: ");

      countedAndExplained(terminal);
      aFieldIsAdded(terminal);
      noneIsLost(terminal);
    }
  }

  private void countedAndExplained(Terminal terminal) throws IOException {
    HowToPage.named("add-a-figure").define(own);
    HowToPage.named("add-a-report").define(own);
    assertThat(files()).noneMatch(name -> name.endsWith(".sql"));
    assertThat(night(terminal)).isEqualTo(3);
    assertThat(Files.readString(terminal.office().out().resolve("2020/trainings.txt")))
        .endsWith("2020年举办培训4期，支出1.85万元。\n");
    assertThat(terminal.run("explain", "--year", "2020", "F47", "--records", "--format", "csv"))
        .isZero();
    assertThat(terminal.out().lines().skip(1))
        .extracting(line -> line.replaceFirst(".*(培训台账2020.csv,\\d+),.*", "$1"))
        .containsExactly("培训台账2020.csv,2", "培训台账2020.csv,3", "培训台账2020.csv,4", "培训台账2020.csv,5");
  }

  private void aFieldIsAdded(Terminal terminal) throws IOException {
    Path file = own.resolve(REGISTER);
    String without = Files.readString(file);
    String with = without.replace("\nfields:\n", "\nfields:\n" + PLACE);
    assertThat(with).isNotEqualTo(without);
    Files.writeString(file, with);
    terminal
        .office()
        .deliver("培训台账2020（二）.csv", "编号,培训日期,培训金额,培训地点", "PX-2020-11,2020-08-01,300,香山乡");
    assertThat(night(terminal)).isEqualTo(3);
    assertThat(terminal.out())
        .contains("培训台账2020（二）.csv: imported as training 2020, 1 line, 0.03万元");
    assertThat(Files.readString(terminal.office().out().resolve("2020/trainings.txt")))
        .endsWith("2020年举办培训5期，支出1.88万元。\n");
    assertThat(
            terminal
                .office()
                .sql()
                .sql(
                    "select training_no || coalesce(' ' || place, '') from live_training order by"
                        + " 1")
                .query(String.class)
                .list())
        .containsExactly("PX-2020-01", "PX-2020-02", "PX-2020-03", "PX-2020-04", "PX-2020-11 香山乡");
  }

  private void noneIsLost(Terminal terminal) throws IOException {
    Path file = own.resolve(REGISTER);
    String with = Files.readString(file);
    Files.writeString(file, with.replace(PLACE, ""));
    assertThat(night(terminal)).isEqualTo(1);
    assertThat(terminal.err())
        .contains(
            REGISTER
                + ": no field has the column 'place' any more, and its values would be lost;"
                + " put the field back");
    Files.writeString(file, with);
    assertThat(night(terminal)).isEqualTo(3);
  }

  private static int night(Terminal terminal) {
    Office office = terminal.office();
    return terminal.run(
        "nightly", "--year", "2020", "--inbox", office.inbox() + "", "--out", office.out() + "");
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.walk(own)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> own.relativize(file).toString())
          .sorted()
          .toList();
    }
  }
}
