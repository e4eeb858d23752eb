package org.sunlitledger.database.schema;

/** The version of the program. It has one version of the schema; several may have the same. */
public final class ProgramVersion {
  /** As the program calls itself. */
  public static final String NAME = "Sunlit Ledger 0.1.0";

  private ProgramVersion() {}
}
