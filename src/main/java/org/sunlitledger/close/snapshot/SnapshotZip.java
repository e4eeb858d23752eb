package org.sunlitledger.close.snapshot;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.sunlitledger.close.snapshot.SnapshotStore.SnapshotPart;
import org.sunlitledger.close.snapshot.YearCloseTable.SealedClose;

/**
 * A snapshot as one file to take along: its parts, their list, and beside them the page to print,
 * as the database keeps them.
 */
@Component
public final class SnapshotZip {
  private final SnapshotStore store;
  private final ClosePage page;
  private final TransactionTemplate transaction;

  SnapshotZip(SnapshotStore store, ClosePage page, TransactionTemplate transaction) {
    this.store = store;
    this.page = page;
    this.transaction = transaction;
  }

  /** Writes it part by part, in bounded memory. */
  public void write(SealedClose close, OutputStream out) throws IOException {
    try {
      transaction.executeWithoutResult(status -> writeWithin(close, out));
    } catch (UncheckedIOException problem) {
      throw problem.getCause();
    }
  }

  private void writeWithin(SealedClose close, OutputStream out) {
    try {
      ZipOutputStream zip = new ZipOutputStream(out);
      for (SnapshotPart part : store.parts(close.id())) {
        zip.putNextEntry(entry(close, close.folder() + "/" + part.name()));
        store.copy(close.id(), part.name(), zip);
      }
      zip.putNextEntry(entry(close, close.folder() + "/" + SnapshotFiles.LIST));
      zip.write(SnapshotStore.list(store.parts(close.id())));
      zip.putNextEntry(entry(close, close.folder() + ".html"));
      zip.write(page.of(close));
      zip.finish();
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  /** With the time of the close, so that the same close gives the same bytes. */
  private static ZipEntry entry(SealedClose close, String name) {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(close.at().toLocalDateTime());
    return entry;
  }
}
