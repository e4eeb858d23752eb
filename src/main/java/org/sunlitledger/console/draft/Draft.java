package org.sunlitledger.console.draft;

import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * What somebody has written for a cell of a rejected line.
 *
 * @param cell position of the column in the header as delivered, or {@link #WITHDRAWAL}
 * @param text empty where it is typed when the line is handed in
 * @param account who wrote it, and the name of that person
 * @param submission with which it was handed in; no run has read that yet
 */
public record Draft(
    int line,
    int cell,
    Optional<String> text,
    long account,
    String by,
    OffsetDateTime at,
    Optional<Long> submission) {
  Draft notSubmitted() {
    return new Draft(line, cell, text, account, by, at, Optional.empty());
  }

  /** In place of a column: the line is withdrawn. */
  public static final int WITHDRAWAL = -1;

  /** The longest text of a cell. */
  public static final int MAX_CHARACTERS = 2_000;
}
