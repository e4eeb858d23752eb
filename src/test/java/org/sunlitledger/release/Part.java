package org.sunlitledger.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A part of the release that others made.
 *
 * @param licences identifiers of SPDX, or names where it has none
 */
record Part(String name, String version, List<String> licences) {

  /** Reads a table with a header and at least the columns name, version, licence, in this order. */
  static List<Part> read(Path table) throws IOException {
    return Files.readAllLines(table).stream()
        .skip(1)
        .map(line -> line.split("\t", -1))
        .map(cells -> new Part(cells[0], cells[1], List.of(cells[2])))
        .toList();
  }
}
