package org.sunlitledger.console.receive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.sunlitledger.console.receive.Shelf.ShelfUse;
import org.sunlitledger.console.receive.UploadRefusal.UploadFault;

/**
 * The room for files: so much on each shelf, and as much as the disk has. Files on their way count
 * with their whole length.
 */
@Component
final class UploadRoom {
  /** What the database and the runs need. */
  private static final DataSize KEPT_FREE = DataSize.ofMegabytes(512);

  private final UploadSettings settings;
  private final Map<Path, Long> bytesOnTheWay = new HashMap<>();
  private final Map<Path, Integer> filesOnTheWay = new HashMap<>();

  UploadRoom(UploadSettings settings) {
    this.settings = settings;
  }

  /** Room that is kept until it is closed. */
  interface ReservedRoom extends AutoCloseable {
    @Override
    void close();
  }

  /** Keeps room for a file. */
  synchronized ReservedRoom reserve(Shelf shelf, long bytes) throws UploadRefusal, IOException {
    if (bytes > settings.uploadLimit().toBytes()) {
      throw new UploadRefusal(UploadFault.TOO_LARGE, settings.uploadLimit().toMegabytes());
    }
    Path folder = shelf.folder();
    ShelfUse use = shelf.use();
    long used = use.bytes() + bytesOnTheWay.getOrDefault(folder, 0L);
    if (used + bytes > settings.uploadQuota().toBytes()) {
      throw new UploadRefusal(UploadFault.QUOTA, settings.uploadQuota().toMegabytes());
    }
    if (use.files() + filesOnTheWay.getOrDefault(folder, 0) >= settings.uploadFiles()) {
      throw new UploadRefusal(UploadFault.FILES, settings.uploadFiles());
    }
    long coming = bytesOnTheWay.values().stream().mapToLong(Long::longValue).sum() + bytes;
    if (Files.getFileStore(folder).getUsableSpace() < coming + KEPT_FREE.toBytes()) {
      throw new UploadRefusal(UploadFault.DISK);
    }
    count(folder, bytes, 1);
    return () -> release(folder, bytes);
  }

  private synchronized void release(Path folder, long bytes) {
    count(folder, -bytes, -1);
  }

  private void count(Path folder, long bytes, int files) {
    bytesOnTheWay.merge(folder, bytes, Long::sum);
    filesOnTheWay.merge(folder, files, Integer::sum);
  }
}
