package org.sunlitledger.health.machine;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.unit.DataSize;

/**
 * The space on one disk that this user can still fill.
 *
 * @param folders are on the disk, or will be when they are made
 */
public record FreeSpace(List<Path> folders, DataSize size) {

  /** The disks of some folders, each once. */
  public static List<FreeSpace> of(List<Path> folders) throws IOException {
    Map<FileStore, List<Path>> disks = new LinkedHashMap<>();
    for (Path folder : folders) {
      disks
          .computeIfAbsent(Files.getFileStore(existing(folder)), none -> new ArrayList<>())
          .add(folder);
    }
    List<FreeSpace> all = new ArrayList<>();
    for (Map.Entry<FileStore, List<Path>> disk : disks.entrySet()) {
      all.add(new FreeSpace(disk.getValue(), DataSize.ofBytes(disk.getKey().getUsableSpace())));
    }
    return all;
  }

  private static Path existing(Path folder) {
    Path path = folder.toAbsolutePath().normalize();
    while (!Files.exists(path) && path.getParent() != null) {
      path = path.getParent();
    }
    return path;
  }
}
