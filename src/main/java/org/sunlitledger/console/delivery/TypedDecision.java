package org.sunlitledger.console.delivery;

import java.util.List;

/** What somebody typed into a form that was refused; it stays in the form. */
public record TypedDecision(List<Long> items, String why, String as) {
  static final TypedDecision NOTHING = new TypedDecision(List.of(), "", "");
}
