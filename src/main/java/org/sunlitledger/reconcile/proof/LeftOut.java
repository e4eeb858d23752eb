package org.sunlitledger.reconcile.proof;

import java.util.Optional;
import org.sunlitledger.open.OpenItem;

/**
 * A part of a year's ledger that is not imported.
 *
 * @param number among the open items; empty where it has none yet
 * @param delivery empty where nothing of the file was kept
 * @param kind empty where a file has changed while it was read
 * @param file without the folder it was read from
 * @param line 0 where no single line is meant
 * @param subject the sheet or the column; empty for files and lines
 * @param why the first thing that was found on it; empty where the kind says all
 * @param amount fen of a line, as far as they can be read
 * @param setAside the decision that it does not count; empty while nobody has decided
 */
public record LeftOut(
    Optional<Long> number,
    Optional<Long> delivery,
    Optional<OpenItem.OpenKind> kind,
    String file,
    int line,
    String subject,
    Optional<LeftOutReason> why,
    Optional<Long> amount,
    Optional<Decision> setAside) {

  /**
   * Why it is left out.
   *
   * @param rule that is broken
   * @param line at which that shows, 0 for none
   * @param column title of the column; empty where the whole line or file is meant
   */
  public record LeftOutReason(
      String rule, int line, String column, String found, String expected) {}

  /** Who set it aside and why, and who approved that, if anybody has. */
  public record Decision(String by, String why, Optional<String> approvedBy) {}
}
