package org.sunlitledger.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The discrepancies that were planted: {@code kind amount file:line …}. */
final class Expectations {
  private final Set<String> all = new TreeSet<>();

  /**
   * @param records lines of records, {@code file:line}, separated by spaces
   * @param entries lines of the ledger
   */
  void add(String kind, long fen, String records, int... entries) {
    List<String> lines =
        new ArrayList<>(Arrays.stream(records.split(" ")).filter(line -> !line.isEmpty()).toList());
    Arrays.stream(entries).forEach(entry -> lines.add("treasury.csv:" + entry));
    all.add(kind + " " + fen + " " + String.join(" ", lines.stream().sorted().toList()));
  }

  Set<String> all() {
    return all;
  }

  /** How many of each kind, for people. */
  String counts() {
    TreeMap<String, Integer> counts = new TreeMap<>();
    all.forEach(one -> counts.merge(one.substring(0, one.indexOf(' ')), 1, Integer::sum));
    return counts.toString();
  }
}
