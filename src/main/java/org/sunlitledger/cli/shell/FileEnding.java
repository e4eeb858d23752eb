package org.sunlitledger.cli.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The ending of a file name says which format is written. */
public final class FileEnding {
  private FileEnding() {}

  /** The one of several endings that a file has. */
  public static Optional<String> of(Path file, List<String> endings) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return endings.stream()
        .filter(ending -> name.endsWith("." + ending) && name.length() > ending.length() + 1)
        .findFirst();
  }
}
