package org.sunlitledger.view;

/** In which order a list shows deliveries. */
public enum DeliveryOrder {
  OLDEST("d.id", "d.id > a.id"),
  NEWEST("d.id desc", "d.id < a.id"),
  NAME("d.name, d.id", "(d.name, d.id) > (a.name, a.id)"),
  REFUSED("d.fen_refused desc, d.id desc", "(d.fen_refused, d.id) < (a.fen_refused, a.id)");

  private final String sql;
  private final String isBeyond;

  DeliveryOrder(String sql, String isBeyond) {
    this.sql = sql;
    this.isBeyond = isBeyond;
  }

  /** For {@code order by}, on deliveries {@code d}. */
  String sql() {
    return sql;
  }

  /** Whether a delivery {@code d} comes behind a delivery {@code a}. */
  String isBeyond() {
    return isBeyond;
  }
}
