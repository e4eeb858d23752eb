package org.sunlitledger.intake;

import java.nio.file.Path;
import java.util.Locale;

/** What kind of file offices hand in, by its ending. */
enum FileType {
  CSV,
  WORKBOOK,
  UNKNOWN;

  static FileType of(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".csv")) {
      return CSV;
    }
    return name.endsWith(".xlsx") ? WORKBOOK : UNKNOWN;
  }
}
