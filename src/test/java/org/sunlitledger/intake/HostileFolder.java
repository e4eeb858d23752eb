package org.sunlitledger.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Folders for hostile files, used in turn, with names in any bytes. */
final class HostileFolder {
  static final Charset GBK = Charset.forName("GBK");

  private final List<Path> folders;
  private int files;

  HostileFolder(Path... inTurns) {
    this.folders = List.of(inTurns);
  }

  /** The number of files in them. */
  int files() {
    return files;
  }

  void put(String name, Charset charsetOfName, byte[] bytes) {
    StringBuilder escaped = new StringBuilder();
    for (byte part : name.getBytes(charsetOfName)) {
      escaped.append(part == '/' ? "/" : "%%%02X".formatted(part));
    }
    Path folder = folders.get(files % folders.size());
    try {
      Files.createDirectories(folder);
      Path file = Path.of(URI.create(folder.toUri() + escaped.toString()));
      Files.createDirectories(file.resolveSibling(""));
      Files.write(file, bytes);
      files++;
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  void put(String name, byte[] bytes) {
    put(name, StandardCharsets.UTF_8, bytes);
  }
}
