package org.sunlitledger.close;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import org.sunlitledger.close.late.Restatement;
import org.sunlitledger.close.late.RestatementNotes;
import org.sunlitledger.close.ready.Obstacle;
import org.sunlitledger.close.ready.Obstacle.ObstacleKind;
import org.sunlitledger.database.RunLock;

/** Closing while others work, and closing that is killed. */
@Tag("long")
class ClosingTogetherIT extends ReadyYear {
  @Test
  void whileANightWorksWhoRunsIsTold() {
    RunLock.Held night =
        (RunLock.Held) office.the(RunLock.class).tryAcquire("nightly 2020: somebody, pid 7");
    try {
      assertThatThrownBy(() -> office.the(Closing.class).close(2020, "甲", office.out()))
          .isInstanceOfSatisfying(
              RunLock.RunLockHeld.class,
              busy -> assertThat(busy.taken().who()).isEqualTo("nightly 2020: somebody, pid 7"));
      assertThatThrownBy(() -> office.the(Reopening.class).reopen(2020, "甲", "补录"))
          .isInstanceOf(RunLock.RunLockHeld.class);
      assertThatThrownBy(() -> office.the(Restatement.class).restate(2020, new RestatementNotes()))
          .isInstanceOf(RunLock.RunLockHeld.class);
    } finally {
      night.close();
    }
    assertThat(desk.list("select sha256 from year_close")).isEmpty();
  }

  @Test
  void ofTwoPeopleOneClosesAndTheOtherIsToldWhoDid() {
    CompletableFuture<Closing.ClosingResult> first =
        CompletableFuture.supplyAsync(() -> closeWhenFree("甲"));
    CompletableFuture<Closing.ClosingResult> second =
        CompletableFuture.supplyAsync(() -> closeWhenFree("乙"));
    List<Closing.ClosingResult> results = List.of(first.join(), second.join());
    assertThat(results).filteredOn(Closing.Closed.class::isInstance).hasSize(1);
    String winner = desk.list("select closed_by from year_close").get(0);
    assertThat(results)
        .filteredOn(Closing.NotClosed.class::isInstance)
        .singleElement()
        .satisfies(
            refused -> {
              Obstacle told = ((Closing.NotClosed) refused).open().get(0);
              assertThat(told.kind()).isEqualTo(ObstacleKind.ALREADY_CLOSED);
              assertThat(told.arguments()).startsWith("2020", winner);
            });
    desk.assertAgrees(2020, 1);
  }

  /** One that is refused because the other is at work tries again. */
  private Closing.ClosingResult closeWhenFree(String by) {
    while (true) {
      try {
        return office.the(Closing.class).close(2020, by, office.out());
      } catch (RunLock.RunLockHeld busy) {
        assertThat(busy.taken().who()).startsWith("close 2020: ");
      } catch (IOException problem) {
        throw new UncheckedIOException(problem);
      }
    }
  }

  @Test
  void killedBeforeItIsDoneTheYearIsNotClosedAndAllWorksAgain() throws Exception {
    // the last thing that a close writes is the audit trail: there it is held up, and killed
    office
        .the(TransactionTemplate.class)
        .executeWithoutResult(
            status -> {
              desk.execute("lock table audit_event in access exclusive mode");
              try {
                Process closing = ClosingProcess.start(office, 2020, "甲");
                awaitHeldUp(closing);
                closing.destroyForcibly().waitFor();
              } catch (Exception problem) {
                throw new IllegalStateException(problem);
              }
            });
    assertThat(desk.list("select sha256 from year_close")).isEmpty();
    assertThat(desk.list("select name from snapshot_part")).isEmpty();
    assertThat(office.out().resolve("2020/closed-1")).doesNotExist();
    office.night(2020);
    desk.mustClose(2020);
    desk.assertAgrees(2020, 1);
    assertThat(desk.trail()).containsExactly("甲 close 2020");
  }

  private void awaitHeldUp(Process closing) throws InterruptedException {
    for (int tries = 0; tries < 2_400 && closing.isAlive(); tries++) {
      boolean heldUp =
          !desk.list(
                  """
                  select 'waits'
                  from pg_locks
                  where relation = 'audit_event'::regclass and not granted
                  """)
              .isEmpty();
      if (heldUp) {
        return;
      }
      Thread.sleep(50);
    }
    throw new AssertionError("the close was never held up");
  }

  @Test
  void killedAtAnyMomentTheYearIsClosedWhollyOrNotAtAll() throws Exception {
    for (int round = 1; round <= 3; round++) {
      Process closing = ClosingProcess.start(office, 2020, "甲");
      for (int tries = 0; tries < 600 && !hasBegun() && closing.isAlive(); tries++) {
        Thread.sleep(10);
      }
      Thread.sleep(120L * round);
      closing.destroyForcibly().waitFor();
      office.night(2020);
      if (desk.list("select sha256 from year_close where reopened_at is null").isEmpty()) {
        assertThat(desk.trail()).hasSize(2 * snapshots());
        desk.mustClose(2020);
      }
      assertThat(Files.exists(office.out().resolve("2020/closed-" + round))).isTrue();
      assertThat(desk.disagreements(2020)).isEmpty();
      desk.reopen(2020);
      office.night(2020);
    }
    assertThat(snapshots()).isEqualTo(3);
  }

  private int snapshots() {
    return desk.list("select sha256 from year_close").size();
  }

  private boolean hasBegun() {
    return !desk.list(
            """
            select 'closes'
            from pg_stat_activity
            where datname = current_database() and application_name like 'close 2020%'
            """)
        .isEmpty();
  }
}
