package org.sunlitledger.console.discrepancy;

import java.util.List;

/**
 * What somebody chose and typed to resolve many at once; it stays in the form.
 *
 * @param items chosen, each with its mark
 * @param all whether the first ones of the filter are chosen instead
 * @param fault why nothing was done; empty where there is no fault
 */
public record TypedMass(List<String> items, boolean all, String as, String why, String fault) {
  static final TypedMass NOTHING = new TypedMass(List.of(), false, "", "", "");

  TypedMass refused(String sentence) {
    return new TypedMass(items, all, as, why, sentence);
  }
}
