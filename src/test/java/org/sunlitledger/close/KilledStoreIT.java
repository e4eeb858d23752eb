package org.sunlitledger.close;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionTemplate;
import org.sunlitledger.testing.Office;

/** A move that is killed has happened wholly or not at all. */
@Tag("long")
class KilledStoreIT {
  private Office office;
  private Desk desk;
  private StoringDesk storing;

  @BeforeEach
  void aClosedYear(@TempDir Path folder) {
    office = Office.ofTwoRoles(folder);
    desk = new Desk(office).yearReady();
    storing = new StoringDesk(office);
    desk.mustClose(2020);
  }

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void killedBeforeItsCommitNothingHasHappenedAndAfterItAllHas() {
    List<String> said = storing.said(2020);
    List<String> rows = storing.rows();

    // the files are in place by now, and nothing of them is recorded
    killWhileItWaits("lock table audit_event in share mode", "audit_event");
    assertThat(desk.list("select folder from stored_year")).isEmpty();
    assertThat(storing.rows()).isEqualTo(rows);
    assertThat(office.out().resolveSibling("var/storage/2020/stored-1")).exists();

    // what is recorded is done; only the space of the tables is not given back
    killWhileItWaits("lock table payment in access share mode", "payment");
    assertThat(desk.list("select folder from stored_year")).containsExactly("2020/stored-1");
    assertThat(storing.rows()).isNotEqualTo(rows);
    assertThat(storing.said(2020)).isEqualTo(said);
    desk.assertAgrees(2020, 1);
    assertThat(desk.trail()).containsExactly("甲 close 2020", "甲 store 2020");
  }

  private void killWhileItWaits(String hold, String table) {
    office
        .the(TransactionTemplate.class)
        .executeWithoutResult(
            status -> {
              desk.execute(hold);
              try {
                Process store = StoringProcess.start(office, 2020);
                awaitHeldUp(store, table);
                store.destroyForcibly().waitFor();
              } catch (Exception problem) {
                throw new IllegalStateException(problem);
              }
            });
  }

  private void awaitHeldUp(Process store, String table) throws InterruptedException {
    for (int tries = 0; tries < 1_200 && store.isAlive(); tries++) {
      boolean isHeldUp =
          !desk.list(
                  """
                  select 'waits'
                  from pg_locks
                  where relation = '%s'::regclass and not granted
                  """
                      .formatted(table))
              .isEmpty();
      if (isHeldUp) {
        return;
      }
      Thread.sleep(50);
    }
    throw new AssertionError("the move was never held up");
  }
}
