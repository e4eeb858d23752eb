package org.sunlitledger.database;

/** The version of the program. */
public final class ProgramVersion {
  /** As the program calls itself. */
  public static final String NAME = "Sunlit Ledger 0.1.0";

  private ProgramVersion() {}
}
