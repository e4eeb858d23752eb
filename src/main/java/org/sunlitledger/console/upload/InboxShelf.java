package org.sunlitledger.console.upload;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.sunlitledger.console.receive.Shelf;
import org.sunlitledger.intake.inbox.UntakenFiles;
import org.sunlitledger.intake.inbox.UntakenFiles.UntakenFile;

/**
 * The folder of an office in the inbox.
 *
 * @param office empty for the inbox itself
 */
record InboxShelf(UntakenFiles untaken, String office, Path folder) implements Shelf {

  @Override
  public String shown() {
    return office.isEmpty() ? "" : office + "/";
  }

  @Override
  public ShelfUse use() throws IOException {
    List<UntakenFile> there =
        untaken.all().stream().filter(file -> isOfOffice(file.name())).toList();
    return new ShelfUse(there.stream().mapToLong(UntakenFile::bytes).sum(), there.size());
  }

  @Override
  public boolean isInUse(Path file) throws IOException {
    return untaken.isBeingTaken(file);
  }

  /** The inbox itself has the files without a folder. */
  private boolean isOfOffice(String file) {
    return office.isEmpty() ? !file.contains("/") : file.startsWith(office + "/");
  }
}
