package org.sunlitledger.intake.kinship;

import org.sunlitledger.register.Register;

/**
 * Finds the lines whose keys may be equal, by digests of their keys, so that the lines themselves
 * need not be read. The code that judges lines decides where the digests are stored.
 */
public interface AlikeKeys {
  /**
   * Fills the temporary table {@code alike_key}, which exists until the caller's transaction ends.
   * It gets every line of a year that may have the same key as another line, if one of the two is
   * in a loaded delivery, and every line that may have a key in the temporary table {@code
   * rejected_key}.
   */
  void find(Register register, int year);

  /** The number of a delivery's lines with a complete key, after {@code find}. */
  int lines(Register register, long delivery);
}
