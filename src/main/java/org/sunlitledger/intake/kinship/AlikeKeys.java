package org.sunlitledger.intake.kinship;

import org.sunlitledger.register.Register;

/**
 * Finds the lines whose keys may be equal by digests of their keys, so that the lines themselves
 * need not be read. Where the digests are kept is decided where lines are judged.
 */
public interface AlikeKeys {
  /**
   * Leaves in the temporary table {@code alike_key}, until the caller's transaction ends, every
   * line of a year that may have the key of another one, where one of the two is of a delivery that
   * is loaded; and every line that may have a key of the temporary table {@code rejected_key}.
   */
  void find(Register register, int year);

  /** How many lines of a delivery have a whole key, once lines were looked for. */
  int lines(Register register, long delivery);
}
