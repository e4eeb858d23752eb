package org.sunlitledger.close;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.database.RunLock;
import org.sunlitledger.report.Format;
import org.sunlitledger.testing.Office;
import org.sunlitledger.testing.SmallCounty;

/** A year that is closed: what is frozen, what comes late, and the way back. */
class ClosingTest {
  private static final String PAYMENTS = "支付凭证号,项目编号,支付日期,收款单位,资金来源,支付金额";

  private final Office office;

  ClosingTest(@TempDir Path folder) {
    office = Office.in(folder);
  }

  @BeforeEach
  void aYear() {
    SmallCounty.deliver(office, 2020);
    office.night(2020);
  }

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void aLateDeliveryChangesNothingUntilTheYearIsReopened() throws Exception {
    Map<String, String> published = new TreeMap<>(office.figures(2020));
    assertThat(closing("甲")).isInstanceOf(Closing.Closed.class);
    byte[] report = Files.readAllBytes(office.out().resolve("2020/annual-2019.docx"));
    assertThat(office.out().resolve("2020/closed-1/reports/annual-2019.docx"))
        .hasBinaryContent(report);

    office.deliver("payment-late-2020.csv", PAYMENTS, "PZ-L,CY-1,2020-12-30,某公司,中央,100");
    var night = office.night(2020);
    assertThat(night.held()).isEqualTo(1);
    assertThat(night.closed()).map(close -> close.by()).contains("甲");
    assertThat(new TreeMap<>(office.figures(2020))).isEqualTo(published);
    assertThat(statuses("payment-late-2020.csv")).containsExactly("held");
    assertThat(office.out().resolve("2020/annual-2019.docx")).hasBinaryContent(report);
    assertThat(office.the(PublishedReports.class).find(2020, "annual-2019", Format.DOCX))
        .hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo(report));
    assertAgrees(1);

    RestatementNotes notes = restatement();
    assertThat(notes.late).hasSize(1).allMatch(late -> late.accepted() == 1);
    assertThat(notes.changes).containsEntry("F11", 10_000L);
    assertThat(notes.lines.get("F11")).containsExactly("COME payment-late-2020.csv:2 10000");
    assertThat(new TreeMap<>(office.figures(2020))).isEqualTo(published);
    assertThat(statuses("payment-late-2020.csv")).containsExactly("held");
    assertAgrees(1);

    assertThat(office.the(Reopening.class).reopen(2020, "乙", "补录"))
        .isEqualTo(new Reopening.Reopened(1, 1));
    office.night(2020);
    assertThat(statuses("payment-late-2020.csv")).containsExactly("live");
    assertThat(office.figures(2020)).isNotEqualTo(published);
    assertThat(closing("丙"))
        .isInstanceOfSatisfying(
            Closing.Closed.class, closed -> assertThat(closed.number()).isEqualTo(2));
    assertAgrees(1, 2);
    assertThat(
            office
                .sql()
                .sql("select who || ' ' || action || ' ' || year from audit_event order by id")
                .query(String.class)
                .list())
        .containsExactly("甲 close 2020", "乙 reopen 2020", "丙 close 2020");
  }

  private Closing.Result closing(String by) throws RunLock.Busy, IOException {
    return office.the(Closing.class).close(2020, by, office.out());
  }

  private List<String> statuses(String name) {
    return office
        .sql()
        .sql("select status from delivery where name = :name order by id")
        .param("name", name)
        .query(String.class)
        .list();
  }

  private RestatementNotes restatement() throws RunLock.Busy {
    RestatementNotes notes = new RestatementNotes();
    assertThat(office.the(Restatement.class).restate(2020, notes)).isEmpty();
    return notes;
  }

  private void assertAgrees(Integer... numbers) {
    List<Verification.Verdict> verdicts = verify();
    assertThat(verdicts).extracting(Verification.Verdict::number).containsExactly(numbers);
    assertThat(verdicts).allSatisfy(v -> assertThat(v.disagreements()).isEmpty());
    assertThat(verdicts).allSatisfy(v -> assertThat(v.files()).isPresent());
  }

  private List<Verification.Verdict> verify() {
    return office.the(Verification.class).verify(2020, Optional.empty(), office.out());
  }
}
