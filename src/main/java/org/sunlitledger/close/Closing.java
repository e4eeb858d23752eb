package org.sunlitledger.close;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.sunlitledger.close.ready.Obstacle;
import org.sunlitledger.close.ready.Readiness;
import org.sunlitledger.close.snapshot.ClosePage;
import org.sunlitledger.close.snapshot.PartSink;
import org.sunlitledger.close.snapshot.SnapshotContents;
import org.sunlitledger.close.snapshot.SnapshotFiles;
import org.sunlitledger.close.snapshot.SnapshotStore;
import org.sunlitledger.close.snapshot.YearCloseTable;
import org.sunlitledger.close.snapshot.YearCloseTable.SealedClose;
import org.sunlitledger.database.RunLock;
import org.sunlitledger.database.audit.AuditChain;
import org.sunlitledger.database.audit.AuditTrail;
import org.sunlitledger.figure.CatalogueReader;

/**
 * Closes a year: what is published is frozen in one transaction, wholly or not at all, and then
 * written as files.
 */
@Component
public final class Closing {
  private final Readiness readiness;
  private final SnapshotContents contents;
  private final SnapshotStore store;
  private final SnapshotFiles files;
  private final YearCloseTable closes;
  private final CatalogueReader catalogues;
  private final AuditTrail audit;
  private final AuditChain chain;
  private final RunLock lock;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Closing(
      Readiness readiness,
      SnapshotContents contents,
      SnapshotStore store,
      SnapshotFiles files,
      YearCloseTable closes,
      CatalogueReader catalogues,
      AuditTrail audit,
      AuditChain chain,
      RunLock lock,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.readiness = readiness;
    this.contents = contents;
    this.store = store;
    this.files = files;
    this.closes = closes;
    this.catalogues = catalogues;
    this.audit = audit;
    this.chain = chain;
    this.lock = lock;
    this.transaction = new TransactionTemplate(transactions);
    // one view of the database from the first condition to the last part
    this.transaction.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    this.clock = clock;
  }

  /** The result. */
  public sealed interface ClosingResult permits Closed, NotClosed {}

  /** The year is closed; its snapshot, the folder with its files, and the page to print. */
  public record Closed(int year, int number, String sha256, Path folder, Path page)
      implements ClosingResult {}

  /** Nothing has changed; what is still open. */
  public record NotClosed(List<Obstacle> open) implements ClosingResult {}

  /**
   * Closes a year.
   *
   * @param by who closes it
   * @param out the files go below {@code out/YEAR}
   * @throws RunLock.RunLockHeld while somebody else's run or close is under way
   */
  public ClosingResult close(int year, String by, Path out)
      throws RunLock.RunLockHeld, IOException {
    RunLock.Held held = lock.acquire("close " + year);
    try {
      return closeWithin(year, by, out);
    } finally {
      held.close();
    }
  }

  /** The same for one that holds the run lock already, as the year-end job does. */
  public ClosingResult closeWithin(int year, String by, Path out) throws IOException {
    ClosingResult result = transaction.execute(status -> freeze(status, year, by, out));
    if (result instanceof Closed) {
      files.writeMissing(year, out);
    }
    return result;
  }

  /**
   * Why a year can be neither reconciled nor closed: it is closed, or a later one that is based on
   * it.
   */
  public Optional<Obstacle> frozen(int year) {
    return readiness.frozen(year);
  }

  private ClosingResult freeze(TransactionStatus status, int year, String by, Path out) {
    try {
      chain.lock();
      List<Obstacle> open = readiness.of(year);
      if (!open.isEmpty()) {
        status.setRollbackOnly();
        return new NotClosed(open);
      }
      SealedClose close = seal(year, by);
      audit.add(by, "close", year, close.event());
      return new Closed(
          year,
          close.number(),
          close.sha256(),
          SnapshotFiles.folder(out, close),
          ClosePage.file(out, close));
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  private SealedClose seal(int year, String by) throws IOException {
    long id = store.next();
    int number = closes.of(year).size() + 1;
    OffsetDateTime now = OffsetDateTime.now(clock).truncatedTo(ChronoUnit.MICROS);
    String version = catalogues.read(year).version();
    SealedClose unsealed =
        new SealedClose(id, year, number, now, by, version, "", chain.head(), true);
    PartSink sink = store.into(id);
    sink.part(SnapshotContents.CLOSE, out -> out.write(SnapshotContents.close(unsealed)));
    contents.writeTo(sink, unsealed, closes.closedBefore(year));
    SealedClose close = unsealed.sealed(SnapshotStore.digest(store.parts(id)));
    closes.add(close);
    return close;
  }
}
