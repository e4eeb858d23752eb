package org.sunlitledger.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sunlitledger.intake.inbox.InboxAccount.ReportedEntry;
import org.sunlitledger.testing.Office;

/**
 * What runs rejected that did not live to say so is reported by the first one that completes. All
 * tests share the books, and each has a folder and receipts of its own.
 */
class UnreportedRunsIT {
  private static final String HEADER = "收据编号,帮扶类别,提供单位,形式,到位日期,折合金额";
  private static final String TOTAL = "合计,,,,,";

  private static Office office;
  private static Path folders;
  private static int series;

  private Path inbox;

  @BeforeAll
  static void open(@TempDir Path folder) {
    office = Office.in(folder);
    folders = folder;
  }

  @AfterAll
  static void close() {
    office.close();
  }

  @BeforeEach
  void anotherFolder() throws IOException {
    series++;
    inbox = Files.createDirectories(folders.resolve("inbox" + series));
  }

  private Outcome run() throws Exception {
    return office.the(Nightly.class).run(2020, Optional.of(inbox), office.out());
  }

  /** A run whose summary is read by somebody. */
  private Outcome reportedRun() throws Exception {
    Outcome outcome = run();
    assertThat(outcome.isDone()).isTrue();
    office.the(Nightly.class).reported(outcome);
    return outcome;
  }

  private Path file(String name) {
    return inbox.resolve(name + "甲乙丙丁戊己庚辛壬癸".charAt(series) + "镇2020.csv");
  }

  private void write(String name, String... lines) throws IOException {
    Files.writeString(file(name), HEADER + "\n" + String.join("\n", lines) + "\n");
  }

  private static String aid(int number, String form) {
    return "SJ-%d-%d,帮扶资金,甲单位,%s,2020-01-10,10".formatted(series, number, form);
  }

  private void deliverGoodWrongAndRejected() throws IOException {
    write("好", aid(1, "现金"));
    write("有误", aid(2, "现金"), aid(3, "不知"));
    write("退回", aid(4, "现金"), TOTAL + "11");
  }

  private static void execute(String sql) {
    office.sql().sql(sql).update();
  }

  /** The database refuses what a step must write, so the run ends there. */
  @ParameterizedTest
  @CsvSource({
    "finding, insert, intake",
    "open_item, insert, settle",
    "figure, insert or update or delete, figure",
  })
  void cutOffInAnyStep(String table, String event, String step) throws Exception {
    deliverGoodWrongAndRejected();
    execute(
        """
        create or replace function cut_off() returns trigger language plpgsql as $$
        begin raise exception 'cut off'; end $$
        """);
    execute(
        "create trigger cut_off before %s on %s for each statement execute function cut_off()"
            .formatted(event, table));
    Outcome cutOff = run();
    execute("drop trigger cut_off on " + table);
    assertThat(cutOff.isDone()).as(step).isFalse();

    Outcome next = reportedRun();
    assertThat(next.refusedFiles()).as(step).isEqualTo(1);
    assertThat(next.refused()).as(step).isEqualTo(1);
    assertThat(next.read()).as(step).isEqualTo(3);
    assertThat(next.isClean()).isFalse();
  }

  @Test
  void cutOffWhileReportsAreWritten() throws Exception {
    deliverGoodWrongAndRejected();
    Path file = Files.writeString(folders.resolve("no folder"), "");
    Outcome cutOff = office.the(Nightly.class).run(2020, Optional.of(inbox), file);
    assertThat(cutOff.isDone()).isFalse();
    assertThat(reportedRun().refusedFiles()).isEqualTo(1);
  }

  @Test
  void killedTwiceWithSeveralRejectedFiles() throws Exception {
    deliverGoodWrongAndRejected();
    run();
    write("无表头");
    Files.writeString(file("不是表"), "今天天气很好\n");
    Files.createSymbolicLink(file("链接"), Path.of("nowhere"));
    write("又有误", aid(5, "不知"), aid(6, "不知"));
    run();
    Outcome next = reportedRun();
    assertThat(next.refusedFiles()).isEqualTo(3);
    assertThat(next.refused()).isEqualTo(3);
    assertThat(next.entries()).hasSize(7).allMatch(entry -> !entry.imports().isEmpty());
    Outcome later = reportedRun();
    assertThat(later.refusedFiles()).isZero();
    assertThat(later.refused()).isZero();
    assertThat(later.isClean()).as("it is still open").isFalse();
  }

  @Test
  void killedAfterTheCheckRejectedLines() throws Exception {
    write("甲", aid(1, "现金"), aid(2, "现金"));
    reportedRun();
    write("乙", aid(3, "现金"), aid(4, "现金"), aid(4, "现金"));
    run();
    Outcome next = reportedRun();
    assertThat(next.refused()).isEqualTo(1);
    assertThat(next.read()).isEqualTo(3);
    assertThat(next.refusedFiles()).isZero();
  }

  @Test
  void killedAndThenAFileVanishes() throws Exception {
    deliverGoodWrongAndRejected();
    run();
    Files.delete(file("退回"));
    Files.delete(file("有误"));
    Outcome next = reportedRun();
    assertThat(next.refusedFiles()).isEqualTo(1);
    assertThat(next.refused()).isEqualTo(1);
    assertThat(next.entries().stream().filter(ReportedEntry::isGone).map(ReportedEntry::shown))
        .hasSize(2);
    assertThat(next.isClean()).isFalse();
  }

  @Test
  void killedAndThenAFileIsCorrected() throws Exception {
    deliverGoodWrongAndRejected();
    run();
    write("退回", aid(4, "现金"), TOTAL + "10");
    write("有误", aid(2, "现金"), aid(3, "现金"));
    Outcome next = reportedRun();
    assertThat(next.refusedFiles() + next.refused()).as("nothing of it is open").isZero();
    assertThat(next.read()).isEqualTo(4);
    assertThat(next.entries()).hasSize(3).allMatch(entry -> entry.imports().get(0).isNew());
  }

  @Test
  void anotherFolderIsReadNext() throws Exception {
    deliverGoodWrongAndRejected();
    run();
    inbox = Files.createDirectories(folders.resolve("other" + series));
    write("另", aid(7, "现金"));
    Outcome next = reportedRun();
    assertThat(next.refusedFiles()).isEqualTo(1);
    assertThat(next.refused()).isEqualTo(1);
    assertThat(next.isClean()).isFalse();
  }
}
