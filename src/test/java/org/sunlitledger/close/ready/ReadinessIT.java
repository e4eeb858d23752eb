package org.sunlitledger.close.ready;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.close.Desk;
import org.sunlitledger.open.OpenDecisions;
import org.sunlitledger.open.OpenItems;
import org.sunlitledger.open.OpenSettlement;
import org.sunlitledger.testing.Office;

/** What keeps a year from being closed, each reason by itself; the same year is used for all. */
class ReadinessIT {
  private static Office office;
  private static Desk desk;

  @BeforeAll
  static void aYear(@TempDir Path folder) {
    office = Office.in(folder);
    desk = new Desk(office).yearReady();
  }

  @AfterAll
  static void close() {
    office.close();
  }

  @AfterEach
  void nothingWasClosedOnTheWay() {
    assertThat(desk.list("select sha256 from year_close")).isEmpty();
    assertThat(desk.list("select name from snapshot_part")).isEmpty();
    assertThat(desk.trail()).noneMatch(event -> event.contains("close"));
    desk.execute("delete from discrepancy where key = 'k'");
  }

  @Test
  void aDiscrepancyThatIsOpenOrNotApproved() {
    discrepancy("in-ledger-only", "error", "open");
    discrepancy("cut-off", "warning", "open");
    discrepancy("plan-not-spent", "info", "open");
    discrepancy("paid-twice", "error", "resolved");
    discrepancy("source-differs", "error", "approved");
    discrepancy("amount-differs", "error", "gone");
    assertThat(desk.obstacles(2020).stream().map(text -> text.replaceAll(" [0-9]+ ", " ")))
        .containsExactly(
            "DISCREPANCY_OPEN in-ledger-only",
            "DISCREPANCY_OPEN cut-off",
            "DISCREPANCY_UNAPPROVED paid-twice 丁",
            "DECISION_UNRECORDED 戊");
  }

  @Test
  void aDeliveryThatIsNotWhollyIn() {
    String one = "update delivery set status = '%s' where name = 'target-2020.csv'";
    desk.execute(one.formatted("loading"));
    assertThat(desk.obstacles(2020)).containsExactly("UNFINISHED target-2020.csv");
    desk.execute(one.formatted("loaded"));
    assertThat(desk.obstacles(2020)).containsExactly("UNFINISHED target-2020.csv");
    desk.execute(one.formatted("live"));
  }

  @Test
  void aRefusedLine() {
    desk.execute(
        """
        insert into finding (delivery_id, line, source, rule, severity)
        select id, 2, 'check', 'planted', 'error'
        from delivery
        where name = 'target-2020.csv'
        """);
    assertThat(desk.obstacles(2020))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("OPEN_LINE target-2020.csv 1 ");
    desk.execute("delete from finding where rule = 'planted'");
  }

  @Test
  void whatIsOpenOrSetAsideByOneAlone() {
    desk.execute(
        """
        insert into finding (delivery_id, source, rule, severity, found)
        select id, 'intake', 'file-column-skipped', 'open', '金额2'
        from delivery
        where name = 'target-2020.csv'
        """);
    office.the(OpenSettlement.class).settle();
    long number = office.the(OpenItems.class).groups().get(0).first();
    assertThat(desk.obstacles(2020)).containsExactly("OPEN_COLUMN target-2020.csv 1 金额2 " + number);
    OpenDecisions decisions = office.the(OpenDecisions.class);
    decisions.setAside(List.of(number), "是说明，不是金额", "王芳");
    assertThat(desk.obstacles(2020))
        .containsExactly("SET_ASIDE_UNAPPROVED %d target-2020.csv 王芳".formatted(number));
    desk.execute("delete from finding where rule = 'file-column-skipped'");
    office.the(OpenSettlement.class).settle();
    assertThat(office.the(OpenItems.class).setAside()).as("it is corrected").isEmpty();
  }

  @Test
  void aFigureWithoutAValue() {
    String one = "update figure set problem = %s where year = 2020 and id = 'F11'";
    desk.execute(one.formatted("'NO_LINE payment'"));
    assertThat(desk.obstacles(2020)).containsExactly("FIGURE_MISSING F11 产业发展项目投入资金");
    desk.execute(one.formatted("null"));
  }

  @Test
  void figuresThatAreNotWhatTheRecordsComeTo() {
    desk.execute("update figure set value = value::bigint + 1 where year = 2020 and id = 'F11'");
    assertThat(desk.obstacles(2020)).containsExactly("OUT_OF_DATE 2020");
    desk.execute("update figure set value = value::bigint - 1 where year = 2020 and id = 'F11'");
    desk.execute(
        """
        update delivery_rollup set version = 'other'
        where delivery_id = (select id from delivery where name = 'payment-2020.csv')
        """);
    assertThat(desk.obstacles(2020)).containsExactly("OUT_OF_DATE 2020");
    office.night(2020);
  }

  @Test
  void aYearThatWasNeverReconciledOrHasChangedSince() {
    String basis = "update reconciliation set basis = %s where year = 2020";
    desk.execute(basis.formatted("'-' || basis"));
    assertThat(desk.obstacles(2020)).containsExactly("RECONCILIATION_OUT_OF_DATE 2020");
    desk.execute(basis.formatted("substr(basis, 2)"));
    desk.execute("create table kept as select * from reconciliation");
    desk.execute("delete from reconciliation");
    assertThat(desk.obstacles(2020)).containsExactly("NOT_RECONCILED 2020");
    desk.execute("insert into reconciliation select * from kept");
  }

  @Test
  void aYearWithoutDeliveries() {
    assertThat(desk.obstacles(2031)).contains("NOTHING_DELIVERED 2031");
  }

  private static void discrepancy(String kind, String severity, String status) {
    office
        .sql()
        .sql(
            """
            insert into discrepancy
              (year, kind, key, evidence, severity, amount, since, found, status,
                resolved_as, why, resolved_by, resolved_at, approved_by, approved_at)
            select 2020, :kind, 'k', 'e', :severity, 1, '2020-01-01', '差异', :status,
              r.resolved_as, r.why, r.resolved_by, r.resolved_at, a.approved_by, a.approved_at
            from (values (1)) one
            left join (
              values ('explained', '已核对', '丁', timestamptz '2021-01-05')
            ) r (resolved_as, why, resolved_by, resolved_at) on :status <> 'open'
            left join (
              values ('戊', timestamptz '2021-01-06')
            ) a (approved_by, approved_at) on :status = 'approved'
            """)
        .param("kind", kind)
        .param("severity", severity)
        .param("status", status)
        .update();
  }
}
