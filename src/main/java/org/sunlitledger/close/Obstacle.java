package org.sunlitledger.close;

import java.util.List;
import org.sunlitledger.quantity.Messages;

/**
 * One thing that keeps a year from being closed or reopened.
 *
 * @param arguments of its sentence in the bundle {@code close}
 */
public record Obstacle(Kind kind, List<String> arguments) {

  /** What can be in the way. */
  public enum Kind {
    ALREADY_CLOSED,
    LATER_CLOSED,
    NOT_CLOSED,
    NOTHING_DELIVERED,
    UNFINISHED,
    REFUSED_LINES,
    FIGURE_MISSING,
    REPORT_DRAFT,
    NOT_RECONCILED,
    RECONCILIATION_OUT_OF_DATE,
    DISCREPANCY_OPEN,
    DISCREPANCY_UNAPPROVED,
    OUT_OF_DATE
  }

  static Obstacle of(Kind kind, Object... arguments) {
    return new Obstacle(kind, java.util.Arrays.stream(arguments).map(String::valueOf).toList());
  }

  /** A sentence for people. */
  public String text(Messages messages) {
    return messages.text("close." + kind, arguments.toArray());
  }

  /** What to do about it: the command that shows it. */
  public String remedy(Messages messages, int year) {
    return messages.text("close." + kind + ".remedy", year);
  }
}
