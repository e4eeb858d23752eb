package org.sunlitledger.intake;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is found on a file while its lines are read, such as a total that could not be checked. They
 * are kept until the last line has been read and stored together with the file's new status, so
 * that a reading that was cut off and done again adds none twice.
 */
final class FileFindings {
  /** One of a kind keeps a file open already; a file of nothing else must not fill the memory. */
  private static final int KEEPS_AT_MOST = 200;

  private final Map<ShapeFinding, Integer> findings = new LinkedHashMap<>();

  /**
   * @param line where it shows, 0 when it is about the whole file
   */
  void add(ShapeFinding finding, int line) {
    if (findings.size() < KEEPS_AT_MOST) {
      findings.putIfAbsent(finding, line);
    }
  }

  /** All of them, with their lines. */
  Map<ShapeFinding, Integer> all() {
    return new LinkedHashMap<>(findings);
  }
}
