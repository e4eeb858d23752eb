package org.sunlitledger.figure;

import org.sunlitledger.quantity.text.Messages;

/**
 * Why a figure may not be printed as a number. Kept as {@code key argument} and told in the
 * reader's language.
 */
public record Problem(Kind kind, String argument) {

  /** The ways in which a figure can lack a value that is sure. */
  public enum Kind {
    NOT_DELIVERED,
    NO_LINE,
    SEVERAL_LINES,
    EMPTY_LIST,
    ZERO_WHOLE,
    PART_MISSING,
    PROOF_FAILED
  }

  /** As kept in the table of figures. */
  String kept() {
    return kind + " " + argument;
  }

  static Problem of(String kept) {
    int space = kept.indexOf(' ');
    return new Problem(Kind.valueOf(kept.substring(0, space)), kept.substring(space + 1));
  }

  /** What is wrong, for people. */
  public String text(Messages messages) {
    return messages.text("problem." + kind, argument);
  }
}
