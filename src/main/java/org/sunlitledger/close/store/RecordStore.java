package org.sunlitledger.close.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.sunlitledger.close.snapshot.SealedLines;
import org.sunlitledger.close.snapshot.SnapshotStore;
import org.sunlitledger.close.snapshot.YearCloseTable;
import org.sunlitledger.close.snapshot.YearCloseTable.SealedClose;
import org.sunlitledger.close.store.StoreObstacle.StoreObstacleKind;
import org.sunlitledger.close.verify.Verification;
import org.sunlitledger.close.verify.Verification.Verdict;
import org.sunlitledger.database.RunLock;
import org.sunlitledger.storage.StoredDeliveries;

/**
 * Moves the accepted records of a closed year from their tables to files beside the database, on
 * the record. Figures are explained from there. Rejected lines, findings and roll-ups stay.
 */
@Component
public final class RecordStore {
  private final YearCloseTable closes;
  private final SnapshotStore snapshots;
  private final StoredDeliveries stored;
  private final MovableRegisters registers;
  private final Verification verification;
  private final RecordMove move;
  private final RunLock lock;
  private final Clock clock;
  private final TransactionTemplate transaction;

  RecordStore(
      YearCloseTable closes,
      SnapshotStore snapshots,
      StoredDeliveries stored,
      MovableRegisters registers,
      Verification verification,
      RecordMove move,
      RunLock lock,
      Clock clock,
      TransactionTemplate transaction) {
    this.closes = closes;
    this.snapshots = snapshots;
    this.stored = stored;
    this.registers = registers;
    this.verification = verification;
    this.move = move;
    this.lock = lock;
    this.clock = clock;
    this.transaction = transaction;
  }

  /** The result. */
  public sealed interface StoreResult permits RecordsStored, NotStored {}

  /**
   * The records are in files.
   *
   * @param bytes of the files
   */
  public record RecordsStored(int year, int deliveries, long lines, long bytes, Path folder)
      implements StoreResult {}

  /** Nothing has changed. */
  public record NotStored(List<StoreObstacle> why) implements StoreResult {}

  /**
   * Moves the records of a year.
   *
   * @param out where the files of its snapshot are, with which it is verified first
   * @throws RunLock.RunLockHeld while somebody else's run or close is under way
   */
  public StoreResult store(int year, String by, Path out) throws RunLock.RunLockHeld, IOException {
    RunLock.Held held = lock.acquire("store " + year);
    try {
      return storeAlone(year, by, out);
    } finally {
      held.close();
    }
  }

  /**
   * The closed years that are over for so many full years, and whose records are in their tables.
   */
  public List<Integer> due(int fullYears) {
    int last = LocalDate.now(clock).getYear() - fullYears - 1;
    return closes.all().stream()
        .filter(close -> close.inForce() && close.year() <= last)
        .filter(close -> stored.ofClose(close.id()).isEmpty())
        .map(SealedClose::year)
        .toList();
  }

  /** The titles of the registers whose records stay in the database. */
  public List<String> stay() {
    return registers.stay();
  }

  private StoreResult storeAlone(int year, String by, Path out) throws IOException {
    Optional<SealedClose> close = closes.inForce(year);
    if (close.isEmpty()) {
      return notStored(StoreObstacleKind.NOT_CLOSED, year);
    }
    if (!stored.ofClose(close.get().id()).isEmpty()) {
      return notStored(StoreObstacleKind.ALREADY_STORED, year);
    }
    List<Verdict> verdicts =
        verification.verify(year, Optional.of(close.get().number()), Optional.empty(), out);
    if (!verdicts.stream().allMatch(Verdict::agrees)) {
      return notStored(StoreObstacleKind.NOT_VERIFIED, year);
    }
    registers.digest();
    SealedLines sealed = transaction.execute(status -> SealedLines.of(snapshots, close.get().id()));
    Optional<RecordsStored> done =
        move.move(close.get(), closes.closedBefore(year), registers.moved(), sealed, by);
    return done.<StoreResult>map(all -> all)
        .orElseGet(() -> notStored(StoreObstacleKind.NOTHING_TO_STORE, year));
  }

  private static NotStored notStored(StoreObstacleKind kind, int year) {
    return new NotStored(List.of(StoreObstacle.of(kind, year)));
  }
}
