package org.sunlitledger.cli.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.cli.Terminal;
import org.sunlitledger.job.Nightly;
import org.sunlitledger.testing.Office;

/** What the program cannot decide is decided by a command, on the record. */
class AcceptCommandIT {
  private static final String AID = "收据编号,帮扶类别,提供单位,形式,到位日期,折合金额";

  private final Path folder;
  private final Office office;
  private final Terminal terminal;

  AcceptCommandIT(@TempDir Path folder) {
    this.folder = folder;
    office = Office.in(folder);
    terminal = new Terminal(office);
  }

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void aFileIsImportedAsWasDecided() {
    office.deliver("甲2020.csv", lines(1, 4)).night(2020);
    office.deliver("乙2020.csv", lines(3, 6)).deliver("甲2020-v2.csv", lines(7, 9)).night(2020);
    assertThat(office.findings())
        .containsExactly(
            "乙2020.csv:0 file-kinship =乙2020.csv", "甲2020-v2.csv:0 file-kinship =甲2020-v2.csv");

    assertThat(accept("乙2020.csv", 0, "further")).isZero();
    assertThat(terminal.out())
        .contains("乙2020.csv is a further delivery; the next night imports it");
    assertThat(accept("甲2020-v2.csv", 0, "correction-of", "1", "--why", "重新编号")).isZero();
    office.night(2020);
    // what it repeats is repeated no more, as what had it before is corrected
    assertThat(receipts()).containsExactly(3, 4, 5, 6, 7, 8, 9);
    assertThat(office.findings()).isEmpty();
    assertThat(terminal.run("audit", "--year", "2020")).isZero();
    assertThat(terminal.out())
        .contains("accept")
        .contains("乙2020.csv: a further delivery")
        .contains("甲2020-v2.csv: a correction of")
        .contains("delivery 1: 重新编号")
        .contains("command line");
    assertThat(office.night(2020).deliveries()).isZero();
  }

  @Test
  void repeatedLinesOfAFurtherFileAreRejectedOneByOne() {
    office.deliver("甲2020.csv", lines(1, 4)).night(2020);
    office.deliver("乙2020.csv", lines(3, 6)).night(2020);
    office.deliver("丙2020.csv", lines(20, 21)).night(2020);
    assertThat(accept("乙2020.csv", 0, "further")).isZero();
    office.night(2020);
    assertThat(receipts()).containsExactly(1, 2, 3, 4, 5, 6, 20, 21);
    assertThat(office.findings())
        .containsExactly(
            "乙2020.csv:2 duplicate-key 收据编号=SJ-003", "乙2020.csv:3 duplicate-key 收据编号=SJ-004");
  }

  @Test
  void aFileOfTheOwnInboxIsReadFromTheArchiveAndOneThatIsGoneMustBeHandedInAgain()
      throws Exception {
    ownNight("甲2020.csv", lines(1, 4));
    ownNight("乙（万元）2020.csv", lines(3, 6));
    assertThat(folder.resolve("own-inbox")).isEmptyDirectory();
    assertThat(accept("乙（万元）2020.csv", 0, "correction-of", "1")).isZero();
    office.the(Nightly.class).run(2020, Optional.empty(), office.out());
    assertThat(receipts()).containsExactly(3, 4, 5, 6);
    // the archive gives files numbers for names, and the unit of the name holds all the same
    assertThat(office.sql().sql("select distinct amount from live_aid").query(Long.class).list())
        .containsExactly(100_000_000L);

    office.deliver("丙2020.csv", lines(5, 9)).night(2020);
    Files.delete(office.inbox().resolve("丙2020.csv"));
    long number = number("丙2020.csv", 0);
    assertThat(terminal.run("accept", "" + number, "--as", "further", "--by", "甲")).isZero();
    assertThat(terminal.out()).contains("hand in the same file again; the decision stays valid");
    office.night(2020);
    assertThat(receipts()).containsExactly(3, 4, 5, 6);
    office.deliver("丙2020.csv", lines(5, 9)).night(2020);
    assertThat(receipts()).containsExactly(3, 4, 5, 6, 7, 8, 9);
  }

  @Test
  void aLineIsAcceptedToo() {
    office.deliver("甲2020.csv", AID, line("SJ-1"), line("SJ-01")).night(2020);
    assertThat(office.findings()).containsExactly("甲2020.csv:3 similar-key 收据编号=SJ-01");
    assertThat(accept("甲2020.csv", 3, "correction-of", "1")).isEqualTo(3);
    assertThat(accept("甲2020.csv", 3, "further")).isZero();
    office.night(2020);
    assertThat(office.findings()).isEmpty();
    assertThat(receipts()).containsExactly(1, 1);
    assertThat(
            office
                .sql()
                .sql("select lines_accepted - lines_refused from delivery")
                .query(Integer.class)
                .single())
        .isEqualTo(2);
    office.deliver("乙2020.csv", AID, line("SJ-001")).night(2020);
    assertThat(office.findings()).containsExactly("乙2020.csv:2 similar-key 收据编号=SJ-001");
  }

  @Test
  void whatCannotBeAcceptedIsRefused() {
    office.deliver("甲2020.csv", lines(1, 4)).deliver("甲2019.csv", AID).night(2020);
    office.deliver("乙2020.csv", lines(3, 6)).deliver("丙2020.csv", "无").night(2020);
    String number = "" + number("乙2020.csv", 0);
    assertThat(terminal.run("accept", "4711", "--as", "further", "--by", "甲")).isEqualTo(3);
    assertThat(terminal.err()).contains("there is no open item 4711");
    assertThat(terminal.run("accept", number, "--as", "further", "--by", " ")).isEqualTo(3);
    assertThat(terminal.run("accept", number, "--as", "further", "--by", "甲".repeat(41)))
        .isEqualTo(3);
    assertThat(terminal.run("accept", number, "--as", "further")).isEqualTo(2);
    assertThat(terminal.run("accept", number, "--as", "another", "--by", "甲")).isEqualTo(2);
    assertThat(terminal.run("accept", number, "--as", "correction-of", "--by", "甲")).isEqualTo(2);
    assertThat(terminal.run("accept", number, "--as", "correction-of", "99", "--by", "甲"))
        .isEqualTo(3);
    assertThat(terminal.err()).contains("delivery 99 cannot be corrected");
    long other =
        office.sql().sql("select id from delivery where year = 2019").query(Long.class).single();
    assertThat(accept("乙2020.csv", 0, "correction-of", "" + other)).isEqualTo(3);
    assertThat(accept("丙2020.csv", 0, "further")).isEqualTo(3);
    assertThat(terminal.err()).contains("cannot be accepted");
    office
        .sql()
        .sql(
            """
            insert into year_close
              (year, number, closed_at, closed_by, definitions_version, sha256, audit_head)
            values (2020, 1, now(), '甲', '', '', 0)
            """)
        .update();
    assertThat(accept("乙2020.csv", 0, "further")).isEqualTo(3);
    assertThat(office.findings()).contains("乙2020.csv:0 file-kinship =乙2020.csv");
  }

  private int accept(String file, int line, String... as) {
    List<String> arguments = new ArrayList<>(List.of("accept", "" + number(file, line), "--as"));
    arguments.addAll(List.of(as));
    arguments.addAll(List.of("--by", "王主任"));
    return terminal.run(arguments.toArray(String[]::new));
  }

  private long number(String file, int line) {
    return office
        .sql()
        .sql(
            """
            select max(i.id)
            from open_item i
            join delivery d on d.id = i.delivery_id
            where d.name = :file
              and i.line = :line
            """)
        .param("file", file)
        .param("line", line)
        .query(Long.class)
        .single();
  }

  private void ownNight(String name, String... lines) throws Exception {
    Path own = Files.createDirectories(folder.resolve("own-inbox"));
    Files.writeString(own.resolve(name), String.join("\n", lines) + "\n");
    office.the(Nightly.class).run(2020, Optional.empty(), office.out());
  }

  private static String[] lines(int from, int to) {
    List<String> lines = new ArrayList<>(List.of(AID));
    for (int i = from; i <= to; i++) {
      lines.add(line("SJ-%03d".formatted(i)));
    }
    return lines.toArray(String[]::new);
  }

  private static String line(String receipt) {
    return receipt + ",帮扶资金,甲单位,现金,2020-01-10,100";
  }

  private List<Integer> receipts() {
    return office
        .sql()
        .sql("select ltrim(substr(receipt_no, 4), '0')::integer from live_aid order by 1")
        .query(Integer.class)
        .list();
  }
}
