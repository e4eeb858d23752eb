package org.sunlitledger.reconcile.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.support.TransactionTemplate;
import org.sunlitledger.database.audit.AuditTrail;
import org.sunlitledger.decision.Refusal;
import org.sunlitledger.decision.Refusal.RefusalKind;
import org.sunlitledger.reconcile.PlantedDiscrepancy;
import org.sunlitledger.reconcile.discrepancy.Resolution;
import org.sunlitledger.reconcile.discrepancy.WorkItem;
import org.sunlitledger.testing.Office;

/** What people decide on discrepancies, alone and at once. */
class DecisionsTest {
  private static Office office;
  private static int count;

  private long id;

  @BeforeAll
  static void open(@TempDir Path folder) {
    office = Office.in(folder);
  }

  @AfterAll
  static void close() {
    office.close();
  }

  @BeforeEach
  void plant() {
    count++;
    id = PlantedDiscrepancy.plant(office, "ledger-only", "k" + count, "error", 12_300);
  }

  @Test
  void oneResolvesAndAnotherApproves() {
    assertThat(resolve("李四")).isInstanceOf(Decisions.Decided.class);
    assertThat(approve("王五")).isInstanceOf(Decisions.Decided.class);
    WorkItem item = item();
    assertThat(item.status()).isEqualTo(WorkItem.Status.APPROVED);
    assertThat(item.source()).isEqualTo("central");
    assertThat(item.resolved().orElseThrow().as()).isEqualTo(Resolution.EXPLAINED);
    assertThat(item.resolved().orElseThrow().why()).isEqualTo("次年支付");
    assertThat(item.resolved().orElseThrow().by()).isEqualTo("李四");
    assertThat(item.approved().orElseThrow().by()).isEqualTo("王五");
    assertThat(trail())
        .containsExactly("李四 resolve explained: 次年支付", "王五 approve explained by 李四: 次年支付");
  }

  private WorkItem item() {
    return office
        .sql()
        .sql(DiscrepancyList.ITEM + DiscrepancyList.FROM + "where d.id = :id")
        .param("id", id)
        .query(DiscrepancyList::item)
        .single();
  }

  @Test
  void whatIsResolvedIsNotResolvedAgain() {
    resolve("李四");
    Refusal refusal = refused(resolve("王五"));
    assertThat(refusal.kind()).isEqualTo(RefusalKind.ALREADY_RESOLVED);
    assertThat(refusal.arguments())
        .startsWith(String.valueOf(id), "李四")
        .endsWith("explained", "次年支付");
    approve("王五");
    assertThat(refused(resolve("赵六")).kind()).isEqualTo(RefusalKind.ALREADY_APPROVED);
    assertThat(trail()).hasSize(2);
  }

  @Test
  void onlyWhatIsResolvedIsApprovedAndOnlyOnce() {
    assertThat(refused(approve("王五")).kind()).isEqualTo(RefusalKind.NOT_RESOLVED);
    resolve("李四");
    approve("王五");
    Refusal refusal = refused(approve("赵六"));
    assertThat(refusal.kind()).isEqualTo(RefusalKind.ALREADY_APPROVED);
    assertThat(refusal.arguments()).startsWith(String.valueOf(id), "王五");
    assertThat(trail()).hasSize(2);
  }

  @Test
  void whatIsSentBackIsOpenAgainAndTheTrailKeepsWhatWasDecided() {
    assertThat(refused(sendBack("王五")).kind()).isEqualTo(RefusalKind.NOT_RESOLVED);
    resolve("李四");
    assertThat(sendBack("王五")).isInstanceOf(Decisions.Decided.class);
    assertThat(item().status()).isEqualTo(WorkItem.Status.OPEN);
    assertThat(item().resolved()).isEmpty();
    resolve("赵六");
    approve("王五");
    assertThat(sendBack("赵六")).isInstanceOf(Decisions.Decided.class);
    assertThat(item().approved()).isEmpty();
    assertThat(refused(office.the(Decisions.class).sendBack(id, " ", "赵六")).kind())
        .isEqualTo(RefusalKind.TEXT_EMPTY);
    assertThat(trail())
        .containsExactly(
            "李四 resolve explained: 次年支付",
            "王五 send-back 凭证不全",
            "赵六 resolve explained: 次年支付",
            "王五 approve explained by 赵六: 次年支付",
            "赵六 send-back 凭证不全");
  }

  @ParameterizedTest
  @CsvSource({"李四,李四", "李四,' 李四 '", "李四,李　四", "Li Si,LI SI", "Ｌｉ Si,lisi", "Straße,STRASSE"})
  void nobodyApprovesTheirOwnHoweverTheNameIsWritten(String resolver, String approver) {
    resolve(resolver);
    assertThat(refused(approve(approver)).kind()).isEqualTo(RefusalKind.SAME_PERSON);
    assertThat(trail()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"李四,李四", "李四,李　四", "Li Si,ＬＩ SI"})
  void theDatabaseItselfRefusesSelfApproval(String resolver, String approver) {
    resolve(resolver);
    assertThatThrownBy(
            () ->
                office
                    .sql()
                    .sql(
                        """
                        update discrepancy
                        set status = 'approved', approved_by = :by, approved_at = now()
                        where id = :id
                        """)
                    .param("by", approver)
                    .param("id", id)
                    .update())
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("discrepancy_approved_by_another");
  }

  @Test
  void theDatabaseRefusesAnApprovalOfWhatNobodyResolved() {
    assertThatThrownBy(() -> execute("update discrepancy set status = 'approved' where id = " + id))
        .hasMessageContaining("discrepancy_decided_in_order");
  }

  @Test
  void whatIsNotThereOrNoLongerFoundCannotBeDecided() {
    Refusal unknown = refused(office.the(Decisions.class).approve(987_654, "王五"));
    assertThat(unknown).isEqualTo(new Refusal(RefusalKind.UNKNOWN, List.of("987654")));
    execute("update discrepancy set status = 'gone' where id = " + id);
    assertThat(refused(resolve("李四")).kind()).isEqualTo(RefusalKind.GONE);
    assertThat(refused(approve("王五")).kind()).isEqualTo(RefusalKind.GONE);
    assertThat(refused(sendBack("王五")).kind()).isEqualTo(RefusalKind.GONE);
  }

  @Test
  void namesAndReasonsMustBeThereShortAndVisible() {
    Decisions decisions = office.the(Decisions.class);
    assertThat(refused(decisions.resolve(id, Resolution.WAIVED, " \u3000", "李四")))
        .isEqualTo(new Refusal(RefusalKind.TEXT_EMPTY, List.of("--why")));
    assertThat(refused(decisions.resolve(id, Resolution.WAIVED, "x", "")))
        .isEqualTo(new Refusal(RefusalKind.TEXT_EMPTY, List.of("--by")));
    assertThat(refused(decisions.resolve(id, Resolution.WAIVED, "多".repeat(501), "李四")))
        .isEqualTo(new Refusal(RefusalKind.TEXT_TOO_LONG, List.of("--why", "501", "500")));
    assertThat(refused(decisions.approve(id, "名".repeat(41))))
        .isEqualTo(new Refusal(RefusalKind.TEXT_TOO_LONG, List.of("--by", "41", "40")));
    assertThat(refused(decisions.resolve(id, Resolution.WAIVED, "a\u001b[2Jb", "李四")))
        .isEqualTo(new Refusal(RefusalKind.TEXT_UNREADABLE, List.of("--why", "U+001B")));
    assertThat(refused(decisions.resolve(id, Resolution.WAIVED, "x", "李\u200b四")))
        .isEqualTo(new Refusal(RefusalKind.TEXT_UNREADABLE, List.of("--by", "U+200B")));
    assertThat(trail()).isEmpty();
    assertThat(decisions.resolve(id, Resolution.WAIVED, "多".repeat(500), "名".repeat(40)))
        .isInstanceOf(Decisions.Decided.class);
  }

  @Test
  void ofManyAtOnceExactlyOneResolves() {
    List<CompletableFuture<Decisions.DecisionResult>> all =
        Stream.of("甲", "乙", "丙", "丁")
            .map(by -> CompletableFuture.supplyAsync(() -> resolve(by)))
            .toList();
    List<Decisions.DecisionResult> results = all.stream().map(CompletableFuture::join).toList();
    assertThat(results).filteredOn(Decisions.Decided.class::isInstance).hasSize(1);
    String winner = item().resolved().orElseThrow().by();
    assertThat(results)
        .filteredOn(Decisions.DecisionRefused.class::isInstance)
        .hasSize(3)
        .allSatisfy(
            result -> {
              assertThat(refused(result).kind()).isEqualTo(RefusalKind.ALREADY_RESOLVED);
              assertThat(refused(result).arguments()).contains(winner);
            });
    assertThat(trail()).containsExactly(winner + " resolve explained: 次年支付");
  }

  @Test
  void whoDecidesWhileTheYearIsBeingClosedIsToldThatItIsClosed() {
    CompletableFuture<Decisions.DecisionResult> late =
        office
            .the(TransactionTemplate.class)
            .execute(
                status -> {
                  // as a close begins and ends
                  execute("lock table discrepancy in share mode");
                  CompletableFuture<Decisions.DecisionResult> deciding =
                      CompletableFuture.supplyAsync(() -> resolve("李四"));
                  awaitHeldUp();
                  execute(
                      """
                      insert into year_close
                        (year, number, closed_at, closed_by, definitions_version, sha256, audit_head)
                      values (2020, 1, now(), '甲', '', '', 0)
                      """);
                  return deciding;
                });
    try {
      assertThat(refused(late.join()).kind()).isEqualTo(RefusalKind.YEAR_CLOSED);
      assertThat(refused(late.join()).arguments())
          .startsWith(String.valueOf(id), "2020", "2020", "甲");
      assertThat(trail()).isEmpty();
      assertThatThrownBy(() -> execute("update discrepancy set amount = 1 where id = " + id))
          .rootCause()
          .hasMessageContaining("year 2020 is closed: update of discrepancy is refused");
    } finally {
      execute(
          "update year_close set reopened_at = now(), reopened_by = '乙', why = '补录' where number = 1");
    }
    assertThat(resolve("李四")).isInstanceOf(Decisions.Decided.class);
  }

  private static void awaitHeldUp() {
    for (int tries = 0; tries < 600; tries++) {
      boolean heldUp =
          office
              .sql()
              .sql(
                  """
                  select exists (
                    select
                    from pg_locks
                    where relation = 'discrepancy'::regclass and not granted
                  )
                  """)
              .query(Boolean.class)
              .single();
      if (heldUp) {
        return;
      }
      try {
        Thread.sleep(20);
      } catch (InterruptedException stop) {
        throw new IllegalStateException(stop);
      }
    }
    throw new AssertionError("the decision was never held up");
  }

  @Test
  void theAuditTrailCannotBeChanged() {
    resolve("李四");
    for (String change :
        List.of(
            "update audit_event set who = '王五'",
            "delete from audit_event",
            "truncate audit_event",
            "truncate audit_event cascade")) {
      assertThatThrownBy(() -> execute(change))
          .as(change)
          .rootCause()
          .hasMessageContaining("audit_event is append-only");
    }
    assertThat(trail()).containsExactly("李四 resolve explained: 次年支付");
  }

  private Decisions.DecisionResult resolve(String by) {
    return office.the(Decisions.class).resolve(id, Resolution.EXPLAINED, " 次年支付 ", by);
  }

  private Decisions.DecisionResult sendBack(String by) {
    return office.the(Decisions.class).sendBack(id, "凭证不全", by);
  }

  private Decisions.DecisionResult approve(String by) {
    return office.the(Decisions.class).approve(id, by);
  }

  private static Refusal refused(Decisions.DecisionResult result) {
    return ((Decisions.DecisionRefused) result).why();
  }

  private List<String> trail() {
    return office.the(AuditTrail.class).events(2020).stream()
        .filter(event -> event.discrepancy().filter(one -> one == id).isPresent())
        .map(event -> event.who() + " " + event.action() + " " + event.detail())
        .toList();
  }

  private static void execute(String sql) {
    office.sql().sql(sql).update();
  }
}
