package org.sunlitledger.console.upload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.sunlitledger.console.upload.UploadRefusal.UploadFault;
import org.sunlitledger.intake.inbox.UntakenFiles;
import org.sunlitledger.intake.inbox.UntakenFiles.UntakenFile;

/**
 * The room for files in the inbox: so much for each office, and as much as the disk has. Files on
 * their way count with their whole length.
 */
@Component
final class UploadRoom {
  /** What the database and the runs need. */
  private static final DataSize KEPT_FREE = DataSize.ofMegabytes(512);

  private final UploadSettings settings;
  private final UntakenFiles untaken;
  private final Map<String, Long> bytesOnTheWay = new HashMap<>();
  private final Map<String, Integer> filesOnTheWay = new HashMap<>();

  UploadRoom(UploadSettings settings, UntakenFiles untaken) {
    this.settings = settings;
    this.untaken = untaken;
  }

  /** Room that is kept until it is closed. */
  interface ReservedRoom extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * Keeps room for a file.
   *
   * @param folder of the office
   */
  synchronized ReservedRoom reserve(String office, Path folder, long bytes)
      throws UploadRefusal, IOException {
    if (bytes > settings.uploadLimit().toBytes()) {
      throw new UploadRefusal(UploadFault.TOO_LARGE, settings.uploadLimit().toMegabytes());
    }
    List<UntakenFile> there =
        untaken.all().stream().filter(file -> isOf(file.name(), office)).toList();
    long used =
        there.stream().mapToLong(UntakenFile::bytes).sum() + bytesOnTheWay.getOrDefault(office, 0L);
    if (used + bytes > settings.uploadQuota().toBytes()) {
      throw new UploadRefusal(UploadFault.QUOTA, settings.uploadQuota().toMegabytes());
    }
    if (there.size() + filesOnTheWay.getOrDefault(office, 0) >= settings.uploadFiles()) {
      throw new UploadRefusal(UploadFault.FILES, settings.uploadFiles());
    }
    long coming = bytesOnTheWay.values().stream().mapToLong(Long::longValue).sum() + bytes;
    if (Files.getFileStore(folder).getUsableSpace() < coming + KEPT_FREE.toBytes()) {
      throw new UploadRefusal(UploadFault.DISK);
    }
    count(office, bytes, 1);
    return () -> release(office, bytes);
  }

  private synchronized void release(String office, long bytes) {
    count(office, -bytes, -1);
  }

  private void count(String office, long bytes, int files) {
    bytesOnTheWay.merge(office, bytes, Long::sum);
    filesOnTheWay.merge(office, files, Integer::sum);
  }

  /** The inbox itself has the files without a folder. */
  private static boolean isOf(String file, String office) {
    return office.isEmpty() ? !file.contains("/") : file.startsWith(office + "/");
  }
}
