package org.sunlitledger.figure;

import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.sunlitledger.quantity.text.Messages;

/**
 * Why a figure may not be printed as a number. Kept as {@code key argument}; people read it in
 * their language.
 */
public record Problem(ProblemKind kind, String argument) {
  private static final Pattern COMMA = Pattern.compile("、");

  /** The ways in which a figure can lack a value that is sure. */
  public enum ProblemKind {
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
    return new Problem(ProblemKind.valueOf(kept.substring(0, space)), kept.substring(space + 1));
  }

  /** What is wrong, with the names of registers and figures as the definitions have them. */
  public String text(Messages messages) {
    return text(messages, UnaryOperator.identity());
  }

  /**
   * What is wrong, for people.
   *
   * @param title the title of a register or a figure by its name
   */
  public String text(Messages messages, UnaryOperator<String> title) {
    String named =
        kind == ProblemKind.PROOF_FAILED
            ? argument
            : COMMA.splitAsStream(argument).map(title).collect(Collectors.joining("、"));
    return messages.text("problem." + kind, named);
  }
}
