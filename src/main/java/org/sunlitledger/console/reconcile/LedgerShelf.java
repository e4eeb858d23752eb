package org.sunlitledger.console.reconcile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.sunlitledger.console.receive.Shelf;
import org.sunlitledger.intake.inbox.UntakenFiles.UntakenFile;

/** The folder for the files of a ledger that no run was given yet. */
record LedgerShelf(LedgerHandIns handIns, int year, Path folder) implements Shelf {

  @Override
  public String shown() {
    return "ledger/%d/".formatted(year);
  }

  @Override
  public ShelfUse use() throws IOException {
    List<UntakenFile> files = handIns.files(folder);
    return new ShelfUse(files.stream().mapToLong(UntakenFile::bytes).sum(), files.size());
  }

  /** A run is given the files of another folder: from then on this one is not changed. */
  @Override
  public boolean isInUse(Path file) {
    return false;
  }
}
