package org.sunlitledger.reconcile.worklist;

/**
 * A row of the work list as somebody filled it in.
 *
 * @param row as a spreadsheet shows it
 */
record WorkListRow(int row, String number, String as, String why, String mark) {
  /** Whether there is nothing to decide. */
  boolean isEmpty() {
    return as.isEmpty() && why.isEmpty();
  }
}
