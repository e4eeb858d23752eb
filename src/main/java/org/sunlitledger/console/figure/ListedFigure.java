package org.sunlitledger.console.figure;

import org.sunlitledger.figure.Figures.Computed;

/**
 * A figure as pages show it.
 *
 * @param title in the language of the page
 * @param problem why it has no value that may be printed; empty where it has one
 * @param before as printed for the year before; empty where it was not
 */
public record ListedFigure(Computed computed, String title, String problem, String before) {

  public String id() {
    return computed.figure().id();
  }

  /** As printed, with the counter; empty where there is none. */
  public String text() {
    return computed.text().map(text -> text + computed.figure().unit()).orElse("");
  }

  /** The exact value, where it is written otherwise than the printed one. */
  public String exactly() {
    return computed
        .exactly()
        .filter(exact -> !computed.text().filter(exact::equals).isPresent())
        .orElse("");
  }

  public boolean isMissing() {
    return !problem.isEmpty();
  }
}
