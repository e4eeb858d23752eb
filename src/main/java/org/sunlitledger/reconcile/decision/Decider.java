package org.sunlitledger.reconcile.decision;

import java.util.Optional;

/**
 * Who decides on a discrepancy.
 *
 * @param name at most 40 characters
 * @param office the office to which this person is limited; empty for the whole county
 */
public record Decider(String name, Optional<String> office) {
  /** Somebody of the county. */
  public static Decider ofCounty(String name) {
    return new Decider(name, Optional.empty());
  }
}
