package org.sunlitledger.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.sunlitledger.quantity.digest.Sha256;

/** {@code SHA256SUMS}, which {@code sha256sum -c} compares with the files of a folder. */
final class Sums {
  private Sums() {}

  /** Writes the sums of some files of a folder into it. */
  static void write(Path folder, List<Path> files) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (Path file : files) {
      lines
          .append(Sha256.sha256(Files.readAllBytes(file)))
          .append("  ")
          .append(folder.relativize(file))
          .append('\n');
    }
    Files.writeString(folder.resolve("SHA256SUMS"), lines);
  }
}
