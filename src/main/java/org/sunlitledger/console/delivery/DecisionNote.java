package org.sunlitledger.console.delivery;

import java.util.Set;

/**
 * What a page says about the decision that was asked for just before.
 *
 * @param done key of what was done; empty for nothing
 * @param fault why nothing was done; empty where there is no fault
 */
public record DecisionNote(String done, String fault) {
  private static final Set<String> KNOWN =
      Set.of("set-aside", "taken-back", "approved", "accepted", "accepted-gone");

  static DecisionNote done(String key) {
    return new DecisionNote(KNOWN.contains(key) ? key : "", "");
  }

  static DecisionNote fault(String sentence) {
    return new DecisionNote("", sentence);
  }
}
