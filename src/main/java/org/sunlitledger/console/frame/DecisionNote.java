package org.sunlitledger.console.frame;

import java.util.Set;

/**
 * What a page says about the decision that was asked for just before.
 *
 * @param done key of what was done; empty for nothing
 * @param fault why nothing was done; empty where there is no fault
 */
public record DecisionNote(String done, String fault) {
  /**
   * Says what was done.
   *
   * @param known keys that the page has words for; others, typed into an address, say nothing
   */
  public static DecisionNote done(String key, Set<String> known) {
    return new DecisionNote(known.contains(key) ? key : "", "");
  }

  public static DecisionNote fault(String sentence) {
    return new DecisionNote("", sentence);
  }
}
