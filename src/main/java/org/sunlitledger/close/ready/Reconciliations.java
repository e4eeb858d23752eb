package org.sunlitledger.close.ready;

/** Tells whether a year's records have been held against the treasury's ledger. */
public interface Reconciliations {

  /** How the last reconciliation of a year stands. */
  enum State {
    /** It was made from what counts today. */
    CURRENT,
    /** Something that it was made from has changed since. */
    OUT_OF_DATE,
    /** There is none. */
    NEVER
  }

  State of(int year);
}
