package org.sunlitledger.database.schema;

/** How the schema of a database compares with that of the program. */
public enum SchemaState {
  /** There are no tables yet. */
  EMPTY,
  /** An earlier version of the program made it: an upgrade is due. */
  BEHIND,
  /** It is that of the program, and migrations of the county's own are still to be applied. */
  OWN_BEHIND,
  CURRENT,
  /** Another set of migrations made it, which cannot be continued. */
  OF_EARLIER_PROGRAM,
  /** It has migrations that this program does not know. */
  OF_LATER_PROGRAM;

  /** Whether this program can read its tables. */
  public boolean isReadable() {
    return this == CURRENT || this == OWN_BEHIND;
  }
}
