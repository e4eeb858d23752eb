package org.sunlitledger.close;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.sunlitledger.close.Closes.Close;
import org.sunlitledger.report.Format;

/** The reports of closed years, as they were published. */
@Component
public final class PublishedReports {
  private final Closes closes;
  private final SnapshotStore store;
  private final TransactionTemplate transaction;

  PublishedReports(Closes closes, SnapshotStore store, TransactionTemplate transaction) {
    this.closes = closes;
    this.store = store;
    this.transaction = transaction;
  }

  /** The bytes of a report, when the year is closed and it was published with it. */
  public Optional<byte[]> find(int year, String report, Format format) {
    String name = SnapshotContents.report(report, format);
    return closes
        .inForce(year)
        .filter(
            close -> store.parts(close.id()).stream().anyMatch(part -> part.name().equals(name)))
        .flatMap(close -> Optional.ofNullable(transaction.execute(status -> read(close, name))));
  }

  private byte[] read(Close close, String name) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    store.copy(close.id(), name, bytes);
    return bytes.toByteArray();
  }
}
