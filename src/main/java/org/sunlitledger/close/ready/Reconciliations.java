package org.sunlitledger.close.ready;

/** Whether a year's records have been reconciled with the treasury's ledger. */
public interface Reconciliations {

  /** The state of the last reconciliation of a year. */
  enum ReconciliationState {
    /** It was made from what counts today. */
    CURRENT,
    /** Something that it was made from has changed since. */
    OUT_OF_DATE,
    /** There is none. */
    NEVER
  }

  ReconciliationState of(int year);
}
