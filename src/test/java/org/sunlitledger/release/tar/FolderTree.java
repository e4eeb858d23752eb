package org.sunlitledger.release.tar;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What is in a folder and the folders below it, in an order that every machine agrees on. */
public final class FolderTree {
  private FolderTree() {}

  /** All files, links and folders, each folder before what is in it; not the folder itself. */
  public static List<Path> below(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths
          .filter(path -> !path.equals(folder))
          .sorted(Comparator.comparing(Path::toString))
          .toList();
    }
  }

  /** All files, without links. */
  public static List<Path> files(Path folder) throws IOException {
    return below(folder).stream()
        .filter(path -> Files.isRegularFile(path) && !Files.isSymbolicLink(path))
        .toList();
  }
}
