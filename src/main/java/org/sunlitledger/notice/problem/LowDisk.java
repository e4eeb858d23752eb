package org.sunlitledger.notice.problem;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.sunlitledger.database.DatabaseSettings;

/** The disk with the program's data has little free space. */
@Component
@Lazy
final class LowDisk implements Watch {
  private static final long MEGABYTE = 1 << 20;

  private final DatabaseSettings folders;

  LowDisk(DatabaseSettings folders) {
    this.folders = folders;
  }

  @Override
  public String kind() {
    return "disk";
  }

  @Override
  public List<Seen> look(Look at) throws IOException {
    DataSize least = at.limits().diskBelow();
    long free = Files.getFileStore(folders.folder()).getUsableSpace();
    return free < least.toBytes()
        ? List.of(Seen.of(kind(), "", "disk", free / MEGABYTE, least.toMegabytes()))
        : List.of();
  }
}
