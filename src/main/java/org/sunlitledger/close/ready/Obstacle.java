package org.sunlitledger.close.ready;

import java.util.List;
import org.sunlitledger.open.OpenItem;
import org.sunlitledger.quantity.text.Messages;

/**
 * One thing that keeps a year from being closed or reopened.
 *
 * @param arguments of its sentence in the bundle {@code close}
 */
public record Obstacle(ObstacleKind kind, List<String> arguments) {

  /** What can be in the way. */
  public enum ObstacleKind {
    ALREADY_CLOSED,
    LATER_CLOSED,
    NOT_CLOSED,
    NOTHING_DELIVERED,
    UNFINISHED,
    OPEN_FILE,
    OPEN_LINE,
    OPEN_SHEET,
    OPEN_COLUMN,
    OPEN_TOTAL,
    OPEN_PART,
    SET_ASIDE_UNAPPROVED,
    FIGURE_MISSING,
    REPORT_DRAFT,
    NOT_RECONCILED,
    RECONCILIATION_OUT_OF_DATE,
    DISCREPANCY_OPEN,
    DISCREPANCY_UNAPPROVED,
    DECISION_UNRECORDED,
    DECISION_LOST,
    AUDIT_BROKEN,
    OUT_OF_DATE;

    /** The kind for something that is open. */
    public static ObstacleKind openItem(OpenItem.OpenKind kind) {
      return switch (kind) {
        case FILE -> OPEN_FILE;
        case LINE -> OPEN_LINE;
        case SHEET -> OPEN_SHEET;
        case COLUMN -> OPEN_COLUMN;
        case TOTAL -> OPEN_TOTAL;
        case PART -> OPEN_PART;
      };
    }
  }

  public static Obstacle of(ObstacleKind kind, Object... arguments) {
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
