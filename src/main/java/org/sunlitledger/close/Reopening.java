package org.sunlitledger.close;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.sunlitledger.close.ready.Obstacle;
import org.sunlitledger.close.ready.Obstacle.ObstacleKind;
import org.sunlitledger.close.snapshot.YearCloseTable;
import org.sunlitledger.close.snapshot.YearCloseTable.SealedClose;
import org.sunlitledger.database.RunLock;
import org.sunlitledger.database.audit.AuditTrail;
import org.sunlitledger.storage.StoredLines;

/**
 * Opens a closed year again, on the record. Its snapshot stays; what was held for it counts from
 * the next night on, and figures are made with the definitions of that night.
 */
@Component
public final class Reopening {
  private final YearCloseTable closes;
  private final StoredLines stored;
  private final AuditTrail audit;
  private final RunLock lock;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Reopening(
      YearCloseTable closes,
      StoredLines stored,
      AuditTrail audit,
      RunLock lock,
      TransactionTemplate transaction,
      Clock clock) {
    this.closes = closes;
    this.stored = stored;
    this.audit = audit;
    this.lock = lock;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** The result. */
  public sealed interface ReopeningResult permits Reopened, NotReopened {}

  /**
   * The year is open again.
   *
   * @param number of the close that was reopened
   * @param released deliveries that had been held
   */
  public record Reopened(int number, int released) implements ReopeningResult {}

  /** Nothing has changed. */
  public record NotReopened(Obstacle why) implements ReopeningResult {}

  /**
   * Opens a year again.
   *
   * @throws RunLock.RunLockHeld while somebody else's run or close is under way
   */
  public ReopeningResult reopen(int year, String by, String why) throws RunLock.RunLockHeld {
    RunLock.Held held = lock.acquire("reopen " + year);
    try {
      return transaction.execute(status -> reopenWithin(year, by, why));
    } finally {
      held.close();
    }
  }

  private ReopeningResult reopenWithin(int year, String by, String why) {
    Optional<SealedClose> close = closes.inForce(year);
    Optional<Integer> later = closes.closedAfter(year);
    if (later.isPresent()) {
      return new NotReopened(Obstacle.of(ObstacleKind.LATER_CLOSED, year, later.get()));
    }
    if (close.isEmpty()) {
      return new NotReopened(Obstacle.of(ObstacleKind.NOT_CLOSED, year));
    }
    stored.loadBack(close.get().id());
    closes.reopen(year, year, OffsetDateTime.now(clock), by, why);
    int released = closes.release(year).size();
    audit.add(by, "reopen", year, close.get().event() + ": " + why);
    return new Reopened(close.get().number(), released);
  }
}
