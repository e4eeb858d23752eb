package org.sunlitledger.open;

import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;

/**
 * One thing that was rejected or left out.
 *
 * @param number by which people name it; discrepancies are numbered from the same sequence
 * @param register empty where the file was rejected before it was known
 * @param line 0 where the whole file, sheet or column is meant
 * @param subject the sheet or the column that was left out; empty for files and lines
 * @param isOpen whether nobody has corrected it yet
 * @param isLate whether it came for a year that is closed
 */
public record OpenItem(
    long number,
    OpenKind kind,
    long delivery,
    String file,
    Optional<String> register,
    int year,
    int line,
    String subject,
    boolean isOpen,
    boolean isLate,
    OffsetDateTime foundAt,
    Optional<SetAside> setAside,
    Optional<Approval> approved) {

  /** What is open. */
  public enum OpenKind {
    /** A file that was rejected as a whole. */
    FILE,
    /** A rejected line. */
    LINE,
    /** A sheet with lines that was not read. */
    SHEET,
    /** A column of amounts that was not read. */
    COLUMN,
    /** A total that could not be checked. */
    TOTAL,
    /** Anything else of a file that was left out. */
    PART;

    static OpenKind of(String kept) {
      return valueOf(kept.toUpperCase(Locale.ROOT));
    }
  }

  /** The decision that it does not count. */
  public record SetAside(String by, OffsetDateTime at, String why) {}

  /** Another person's agreement to that decision. */
  public record Approval(String by, OffsetDateTime at) {}
}
