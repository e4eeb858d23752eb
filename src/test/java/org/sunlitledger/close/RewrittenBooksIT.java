package org.sunlitledger.close;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** What only paper shows, and decisions that nobody took. */
class RewrittenBooksIT extends ReadyYear {

  @Test
  void aCloseThatIsMadeAgainOverOtherBooksHasAnotherDigestThanThePaper() throws IOException {
    desk.mustClose(2020);
    String printed = desk.list("select sha256 from year_close").get(0);
    assertThat(desk.verifyAgainst(2020, printed)).isEmpty();

    withoutTriggers(
        "delete from snapshot_chunk",
        "delete from snapshot_part",
        "delete from year_close",
        "delete from audit_event where action = 'close'",
        "update payment set payee = '洗白公司' where voucher = 'PZ1'",
        "update treasury_entry set payee = '洗白公司' where voucher = 'PZ1'");
    try (Stream<Path> all = Files.walk(office.out().resolve("2020"))) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
    office.night(2020);
    office.yearEnd(2020);
    desk.mustClose(2020);

    assertThat(desk.disagreements(2020)).as("consistent in itself").isEmpty();
    assertThat(desk.verifyAgainst(2020, printed)).containsExactly("DIGEST_DIFFERS " + printed);
  }

  @Test
  @Tag("long")
  void anApprovalThatNobodyGaveKeepsTheYearOpen() {
    String first =
        desk.list("select min(id)::text from discrepancy where status = 'approved'").get(0);
    desk.execute("update discrepancy set approved_by = '局长' where id = " + first);
    assertThat(desk.obstacles(2020)).containsExactly("DECISION_UNRECORDED " + first + " 局长");
    desk.execute("update discrepancy set approved_by = '戊', why = '另有原因' where id = " + first);
    assertThat(desk.obstacles(2020)).containsExactly("DECISION_UNRECORDED " + first + " 戊");
    desk.execute("update discrepancy set why = '已核对' where id = " + first);
    desk.mustClose(2020);
  }

  @Test
  void aDiscrepancyThatIsDeletedWithItsDecisionKeepsTheYearOpen() {
    String first =
        desk.list("select min(id)::text from discrepancy where status = 'approved'").get(0);
    desk.execute("delete from discrepancy where id = " + first);
    assertThat(desk.obstacles(2020)).containsExactly("DECISION_LOST " + first + " 丁");
  }

  @Test
  @Tag("long")
  void anItemThatNobodySetAsideKeepsTheYearOpen() {
    office.deliver("坏2020.csv", "收据编号,帮扶类别,提供单位,形式,到位日期,折合金额", "合计,,,,,1001");
    office.night(2020);
    desk.reconcile(2020);
    assertThat(desk.obstacles(2020)).singleElement().asString().startsWith("OPEN_FILE");
    desk.execute(
        """
        update open_item
        set set_aside_by = '甲', set_aside_at = now(), why = '无须计入', approved_by = '乙',
          approved_at = now()
        """);
    office.night(2020);
    assertThat(desk.obstacles(2020))
        .containsExactly(
            "DECISION_UNRECORDED %s 乙"
                .formatted(desk.list("select id::text from open_item").get(0)));
  }

  @Test
  void aForgedTrailKeepsTheYearOpen() {
    withoutTriggers("update audit_event set who = '局长' where id = 2");
    assertThat(desk.obstacles(2020)).contains("AUDIT_BROKEN 2");
  }

  private void withoutTriggers(String... changes) {
    office
        .the(TransactionTemplate.class)
        .executeWithoutResult(
            status -> {
              desk.execute("set local session_replication_role = replica");
              Stream.of(changes).forEach(desk::execute);
            });
  }
}
