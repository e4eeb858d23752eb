package org.sunlitledger.view;

import org.sunlitledger.database.ListOrder;

/** In which order a list shows deliveries. */
public enum DeliveryOrder {
  OLDEST,
  NEWEST,
  NAME,
  /** The largest rejected amount first. */
  REFUSED;

  /** On deliveries {@code d}. */
  ListOrder sql() {
    return switch (this) {
      case OLDEST -> new ListOrder("d.id", "d.id > a.id");
      case NEWEST -> new ListOrder("d.id desc", "d.id < a.id");
      case NAME -> new ListOrder("d.name, d.id", "(d.name, d.id) > (a.name, a.id)");
      case REFUSED ->
          new ListOrder(
              "d.fen_refused desc, d.id desc", "(d.fen_refused, d.id) < (a.fen_refused, a.id)");
    };
  }
}
