package org.sunlitledger.close.verify;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Compares two lists of digests of rows, so that what has changed can be named. */
final class DigestSheets {
  private DigestSheets() {}

  /** The tables, and of registers the deliveries, whose rows are not the same in both. */
  static List<String> changed(String sealed, String live) {
    Map<String, String> before = rows(sealed);
    Map<String, String> now = rows(live);
    Set<String> names = new TreeSet<>(before.keySet());
    names.addAll(now.keySet());
    List<String> changed = new ArrayList<>();
    for (String name : names) {
      if (!String.valueOf(before.get(name)).equals(now.get(name))) {
        changed.add(name);
      }
    }
    return changed;
  }

  private static Map<String, String> rows(String csv) {
    Map<String, String> rows = new TreeMap<>();
    try (CSVParser parser = CSVParser.parse(new StringReader(csv), CSVFormat.DEFAULT)) {
      for (CSVRecord row : parser) {
        String delivery = row.get(1).isEmpty() ? "" : " " + row.get(1);
        rows.put(row.get(0) + delivery, row.get(2) + " " + row.get(3));
      }
      return rows;
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}
