package org.sunlitledger.reconcile.decision;

import org.sunlitledger.database.ListOrder;

/** In which order a list shows discrepancies. */
public enum DiscrepancyOrder {
  /** The largest first, whichever side has more. */
  AMOUNT,
  /** The oldest first. */
  AGE,
  NUMBER;

  /** On discrepancies {@code d}. */
  ListOrder sql() {
    return switch (this) {
      case AMOUNT ->
          new ListOrder(
              "abs(d.amount) desc, d.id", "(-abs(d.amount), d.id) > (-abs(a.amount), a.id)");
      case AGE -> new ListOrder("d.since, d.id", "(d.since, d.id) > (a.since, a.id)");
      case NUMBER -> new ListOrder("d.id", "d.id > a.id");
    };
  }
}
