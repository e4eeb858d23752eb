package org.sunlitledger.reconcile.decision;

import java.util.Optional;

/**
 * A discrepancy as somebody saw it who decides on it.
 *
 * @param mark of what it was then; empty where it may have changed since
 */
public record SeenItem(long id, Optional<String> mark) {
  /** Whatever it is by now. */
  public static SeenItem asItIs(long id) {
    return new SeenItem(id, Optional.empty());
  }
}
