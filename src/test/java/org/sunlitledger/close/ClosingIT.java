package org.sunlitledger.close;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sunlitledger.close.late.RestatementNotes;
import org.sunlitledger.close.snapshot.PublishedReports;
import org.sunlitledger.figure.Explanation;
import org.sunlitledger.report.Format;
import org.sunlitledger.testing.Office;

/** A year that is closed: what is frozen, what comes late, and the way back. */
class ClosingIT extends ReadyYear {
  @Test
  void aLateDeliveryChangesNothingUntilTheYearIsReopened() throws Exception {
    Map<String, String> published = desk.figures(2020);
    desk.mustClose(2020);
    byte[] report = Files.readAllBytes(office.out().resolve("2020/annual-2019.docx"));
    assertThat(office.out().resolve("2020/closed-1/reports/annual-2019.docx"))
        .hasBinaryContent(report);

    late("100");
    var night = office.night(2020);
    assertThat(night.held()).isEqualTo(1);
    assertThat(night.closed()).map(close -> close.by()).contains("甲");
    assertThat(desk.figures(2020)).isEqualTo(published);
    assertThat(desk.statuses("payment-late-2020.csv")).containsExactly("held");
    assertThat(office.out().resolve("2020/annual-2019.docx")).hasBinaryContent(report);
    assertThat(office.the(PublishedReports.class).find(2020, Optional.empty(), Format.DOCX))
        .hasValueSatisfying(kept -> assertThat(kept.bytes().get()).isEqualTo(report));

    assertThat(desk.reopen(2020)).isEqualTo(new Reopening.Reopened(1, 1));
    desk.assertAgrees(2020, 1);
    office.night(2020);
    assertThat(desk.statuses("payment-late-2020.csv")).containsExactly("live");
    assertThat(desk.figures(2020)).isNotEqualTo(published);
    desk.reconcile(2020);
    assertThat(desk.close(2020, "丙"))
        .isInstanceOfSatisfying(
            Closing.Closed.class, closed -> assertThat(closed.number()).isEqualTo(2));
    desk.assertAgrees(2020, 1, 2);
    assertThat(desk.trail())
        .containsExactly("甲 close 2020", "乙 reopen 2020", "year-end changed 2020", "丙 close 2020");
  }

  @Test
  void theRestatementNamesTheDifferenceAndItsLinesAndChangesNothing() {
    desk.mustClose(2020);
    assertThat(desk.restatement(2020).changes).isEmpty();
    late("100");
    office.night(2020);
    RestatementNotes first = desk.restatement(2020);
    assertThat(first.late).hasSize(1).allMatch(late -> late.accepted() == 1);
    assertThat(first.changes).containsEntry("F11", 10_000L).doesNotContainKey("F12");
    assertThat(first.lines.get("F11")).containsExactly("COME payment-late-2020.csv:2 10000");

    late("250.5");
    office.night(2020);
    assertThat(desk.statuses("payment-late-2020.csv")).containsExactly("held", "held");
    RestatementNotes corrected = desk.restatement(2020);
    assertThat(corrected.changes).containsEntry("F11", 25_050L);
    assertThat(corrected.lines.get("F11")).containsExactly("COME payment-late-2020.csv:2 25050");
    assertThat(desk.statuses("payment-late-2020.csv")).containsExactly("held", "held");
    desk.assertAgrees(2020, 1);
  }

  @Test
  void ofACorrectedFileOnlyTheCorrectedLinesAreNamed() throws Exception {
    String before = Files.readString(office.inbox().resolve("payment-2020.csv"));
    desk.mustClose(2020);
    office.deliver(
        "payment-2020.csv",
        before
            .replace("PZ3,CY-2,2020-04-01,某公司,中央,600000", "PZ3,CY-2,2020-04-01,某公司,中央,590000")
            .getBytes(java.nio.charset.StandardCharsets.UTF_8));
    office.night(2020);
    assertThat(desk.statuses("payment-2020.csv")).containsExactly("live", "held");
    RestatementNotes notes = desk.restatement(2020);
    assertThat(notes.changes).containsEntry("F11", -1_000_000L);
    assertThat(notes.lines.get("F11"))
        .containsExactly("GO payment-2020.csv:4 60000000", "COME payment-2020.csv:4 59000000");
    assertThat(notes.lines.values()).allSatisfy(lines -> assertThat(lines).hasSizeLessThan(3));
    desk.assertAgrees(2020, 1);
  }

  @Test
  @Tag("long")
  void theRestatementNamesTheLinesOfTheRollBehindACommonCount() throws Exception {
    String before = Files.readString(office.inbox().resolve("household-2020.csv"));
    desk.mustClose(2020);
    office.deliver(
        "household-2020.csv",
        before
            .replace(
                "HH0002,李二,990502196001010021,香山乡,米粮川村,3,建档立卡户",
                "HH0002,李二,990502196001010021,香山乡,米粮川村,3,边缘户")
            .getBytes(java.nio.charset.StandardCharsets.UTF_8));
    office.night(2020);
    RestatementNotes notes = desk.restatement(2020);
    assertThat(notes.changes)
        .containsEntry("F20B", -1L)
        .containsEntry("F20R", -1L)
        .containsKey("F20")
        .doesNotContainKey("F20H");
    assertThat(notes.lines.get("F20B"))
        .containsExactlyInAnyOrder("GO household-2020.csv:3 0", "GO microloan-2020.csv:3 3000000");
    desk.assertAgrees(2020, 1);
  }

  @Test
  @Tag("long")
  void definitionsThatChangeAfterTheCloseDoNotTouchIt() throws Exception {
    Map<String, String> published = desk.figures(2020);
    desk.mustClose(2020);
    String folder = office.out().resolveSibling("own").toString();
    Path figures = Path.of(folder, "jobs/figures/business.yaml");
    Files.createDirectories(figures.resolveSibling(""));
    Files.writeString(
        figures,
        Files.readString(Path.of("jobs/figures/business.yaml"))
            .replace("{category: industry}", "{category: infrastructure}"));
    late("100");
    try (Office changed = office.again(Map.of("sunlit.definitions", folder))) {
      Desk later = new Desk(changed);
      changed.night(2020);
      assertThat(later.figures(2020)).isEqualTo(published);
      later.assertAgrees(2020, 1);
      assertThat(explained(changed)).isEqualTo(105_000_051L);
      RestatementNotes notes = later.restatement(2020);
      assertThat(notes.definitionsChanged).isTrue();
      assertThat(notes.changes).containsEntry("F11", 10_000L);
      later.reopen(2020);
      changed.night(2020);
      assertThat(later.figures(2020).get("F11")).isEqualTo("1.0002亿元");
    }
  }

  /** The sum of the lines that are said to be behind F11, in fen. */
  private static long explained(Office office) {
    Explanation explanation = office.the(Explanation.class);
    AtomicLong sum = new AtomicLong();
    explanation.lines(
        2020,
        explanation.leaves(2020, "F11").orElseThrow(),
        (figure, line) -> sum.addAndGet(line.amount().longValueExact()));
    return sum.get();
  }

  private void late(String yuan) {
    office.deliver("payment-late-2020.csv", Desk.PAYMENTS, "PZ-L,CY-1,2020-12-30,某公司,中央," + yuan);
  }
}
