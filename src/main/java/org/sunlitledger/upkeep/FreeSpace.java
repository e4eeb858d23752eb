package org.sunlitledger.upkeep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
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

  /**
   * The disks of some folders, each once, the one with the least space first; in a container too,
   * where disks have no names.
   */
  public static List<FreeSpace> of(List<Path> folders) throws IOException {
    Map<Object, List<Path>> disks = new LinkedHashMap<>();
    for (Path folder : folders) {
      disks
          .computeIfAbsent(
              Files.getAttribute(existing(folder), "unix:dev"), none -> new ArrayList<>())
          .add(folder);
    }
    return disks.values().stream()
        .map(
            onDisk ->
                new FreeSpace(
                    onDisk, DataSize.ofBytes(existing(onDisk.get(0)).toFile().getUsableSpace())))
        .sorted(Comparator.comparing(FreeSpace::size))
        .toList();
  }

  private static Path existing(Path folder) {
    Path path = folder.toAbsolutePath().normalize();
    while (!Files.exists(path) && path.getParent() != null) {
      path = path.getParent();
    }
    return path;
  }
}
