package org.sunlitledger.reconcile.decision;

/** In which order a list shows discrepancies. */
public enum DiscrepancyOrder {
  /** The largest first, whichever side has more. */
  AMOUNT("abs(d.amount) desc, d.id", "(-abs(d.amount), d.id) > (-abs(a.amount), a.id)"),
  /** The oldest first. */
  AGE("d.since, d.id", "(d.since, d.id) > (a.since, a.id)"),
  NUMBER("d.id", "d.id > a.id");

  private final String sql;
  private final String isBeyond;

  DiscrepancyOrder(String sql, String isBeyond) {
    this.sql = sql;
    this.isBeyond = isBeyond;
  }

  /** For {@code order by}, on discrepancies {@code d}. */
  String sql() {
    return sql;
  }

  /** Whether a discrepancy {@code d} comes behind a discrepancy {@code a}. */
  String isBeyond() {
    return isBeyond;
  }
}
