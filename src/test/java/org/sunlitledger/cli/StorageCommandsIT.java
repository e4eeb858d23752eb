package org.sunlitledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.close.Desk;
import org.sunlitledger.job.Nightly;
import org.sunlitledger.testing.Office;
import org.sunlitledger.testing.SmallCounty;

/** Records and originals of closed years on the command line; one year is used for all. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StorageCommandsIT {
  private static final String ORIGINALS_YEARS = "SUNLIT_STORAGE_ORIGINALSYEARS";

  private static Office office;

  @BeforeAll
  static void aClosedYear(@TempDir Path folder) throws Exception {
    office = Office.ofTwoRoles(folder);
    SmallCounty.deliver(office, 2020);
    // the configured inbox is the one whose files are archived
    Files.move(office.inbox(), office.ownInbox());
    Nightly nightly = office.the(Nightly.class);
    nightly.reported(nightly.run(2020, Optional.empty(), office.out()));
    SmallCounty.reconcile(office, 2020);
  }

  @AfterAll
  static void close() {
    office.close();
  }

  @Test
  @Order(1)
  void onlyAClosedYearIsMovedAndAPersonIsNamed() {
    Terminal terminal = new Terminal(office);
    assertThat(terminal.run("store", "--year", "2020", "--by", " ")).isEqualTo(2);
    assertThat(store(terminal)).isEqualTo(3);
    assertThat(terminal.err())
        .contains("the records of year 2020 are not moved; nothing was changed, because:")
        .contains("  year 2020 is not closed");
    assertThat(terminal.run("delete-originals", "--year", "2020", "--by", "甲")).isEqualTo(3);
    assertThat(terminal.err()).contains("year 2020 is not closed");
    new Desk(office).mustClose(2020);
  }

  @Test
  @Order(2)
  void aYearWhoseSnapshotDoesNotAgreeStays() throws IOException {
    Path part = office.out().resolve("2020/closed-1/figures.csv");
    byte[] was = Files.readAllBytes(part);
    Files.write(part, new byte[] {1});
    Terminal terminal = new Terminal(office);
    assertThat(store(terminal)).isEqualTo(3);
    assertThat(terminal.err()).contains("does not agree: ./sunlit verify-snapshot 2020");
    Files.write(part, was);
  }

  @Test
  @Order(3)
  void figuresAreExplainedFromTheFiles() {
    Terminal terminal = new Terminal(office);
    String before = explained(terminal);
    assertThat(terminal.run("store", "--older-than", "500", "--by", "甲")).isZero();
    assertThat(terminal.out()).contains("no year is due");
    assertThat(terminal.run("store", "--by", "甲")).isEqualTo(2);
    String out = office.out().toString();
    assertThat(terminal.run("store", "--older-than", "3", "--by", "甲", "--out", out))
        .as(terminal.err())
        .isZero();
    assertThat(terminal.out()).contains("moved to ").contains("storage/2020/stored-1");
    assertThat(terminal.run("store", "--older-than", "3", "--by", "甲", "--out", out)).isZero();
    assertThat(explained(terminal)).isEqualTo(before);
    assertThat(terminal.run("verify-snapshot", "2020", "--out", office.out().toString())).isZero();
    assertThat(terminal.out()).contains("storage/2020/stored-1, moved on ").contains(" by 甲");
    assertThat(store(terminal)).isEqualTo(3);
    assertThat(terminal.err()).contains("were moved before");
  }

  private static int store(Terminal terminal) {
    return terminal.run("store", "--year", "2020", "--by", "甲", "--out", office.out().toString());
  }

  private static String explained(Terminal terminal) {
    StringBuilder all = new StringBuilder();
    for (String figure : List.of("F11", "F20", "F26")) {
      for (List<String> how :
          List.of(List.<String>of(), List.of("--records", "--format", "csv"), List.of("--proof"))) {
        String[] command =
            Stream.concat(Stream.of("explain", "--year", "2020", figure), how.stream())
                .toArray(String[]::new);
        assertThat(terminal.run(command)).as(terminal.err()).isZero();
        all.append(terminal.out());
      }
    }
    return all.toString();
  }

  @Test
  @Order(4)
  void originalsStayUnlessTheCountyHasSetYearsAndTheseAreOver() {
    Terminal never = new Terminal(office);
    assertThat(never.run("delete-originals", "--year", "2020", "--by", "甲")).isEqualTo(3);
    assertThat(never.err()).contains("Without it they stay for ever");
    Terminal later = new Terminal(office, Map.of(ORIGINALS_YEARS, "500"));
    assertThat(later.run("delete-originals", "--year", "2020", "--by", "甲")).isEqualTo(3);
    assertThat(later.err()).contains("stay for 500 full years").contains("before 2521");
    assertThat(archived()).isNotEmpty();
  }

  @Test
  @Order(5)
  void whatIsDeletedIsSaidAndWhatIsNotTheFileThatWasImportedStays() throws IOException {
    List<Path> before = archived();
    Path changed = before.get(0);
    byte[] was = Files.readAllBytes(changed);
    Files.write(changed, new byte[] {1});
    Terminal terminal = new Terminal(office, Map.of(ORIGINALS_YEARS, "3"));
    assertThat(terminal.run("delete-originals", "--year", "2020", "--by", "乙")).isEqualTo(3);
    assertThat(terminal.out()).contains((before.size() - 1) + " originals deleted, on the record");
    assertThat(terminal.err()).contains("not the file that was imported: " + changed);
    assertThat(archived()).containsExactly(changed);
    Files.write(changed, was);
    assertThat(terminal.run("delete-originals", "--year", "2020", "--by", "乙")).isZero();
    assertThat(archived()).isEmpty();
    assertThat(terminal.run("explain", "--year", "2020", "F11")).as(terminal.err()).isZero();
    assertThat(terminal.out())
        .contains("(payment-2020.csv) was deleted on the record on ")
        .contains(" by 乙");
    assertThat(terminal.run("verify-snapshot", "2020", "--out", office.out().toString())).isZero();
    assertThat(terminal.out()).contains("(payment-2020.csv): deleted on the record on ");
    assertThat(terminal.run("audit", "--year", "2020")).isZero();
    assertThat(terminal.out()).contains("delete-originals").contains("after 3 years");
  }

  private static List<Path> archived() {
    Path archive = office.out().resolveSibling("var/archive");
    try (Stream<Path> all = Files.walk(archive)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException problem) {
      throw new IllegalStateException(problem);
    }
  }
}
