package org.sunlitledger.reconcile.discrepancy;

import java.util.Locale;

/** How a discrepancy is resolved. */
public enum Resolution {
  /** Both sides are right, and it can be said why they differ. */
  EXPLAINED,
  /** A side was wrong and has been, or is being, put right. */
  CORRECTED,
  /** It stays as it is, on somebody's responsibility. */
  WAIVED;

  /** As it is kept in the database and typed on the command line. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Resolution of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
