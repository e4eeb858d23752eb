package org.sunlitledger.console.draft;

import org.sunlitledger.register.Register;

/**
 * A delivery and what of it can be corrected.
 *
 * @param office the folder of the inbox that it came in; empty for none
 * @param open number of its rejected lines that are not corrected yet
 */
public record MendDelivery(
    long id, String name, String office, Register register, int year, int open) {
  /** The highest number of lines that are corrected on a page; more are corrected in Excel. */
  public static final int MAX_LINES = 2_000;

  public boolean isForExcel() {
    return open > MAX_LINES;
  }
}
