package org.sunlitledger.console.close;

import org.sunlitledger.close.ready.Obstacle;
import org.sunlitledger.close.ready.Obstacle.ObstacleKind;

/** The pages on which people remove what keeps a year from being closed. */
public enum ObstaclePlace {
  UPLOAD("/upload"),
  HOME(""),
  FINDINGS("/findings"),
  DESK("#desk"),
  FIGURES("/figures?missing=true"),
  RECONCILIATION("/reconciliation"),
  DISCREPANCIES("/discrepancies?status=open"),
  RESOLVED("/discrepancies?status=resolved"),
  REPORTS("/reports"),
  RUNS("/runs"),
  AUDIT("/audit"),
  CLOSE("/close");

  private static final int LATER_YEAR = 1;

  private final String path;

  ObstaclePlace(String path) {
    this.path = path;
  }

  /** The page for a kind of obstacle. */
  public static ObstaclePlace of(ObstacleKind kind) {
    return switch (kind) {
      case NOTHING_DELIVERED -> UPLOAD;
      case UNFINISHED -> HOME;
      case OPEN_FILE, OPEN_LINE, OPEN_SHEET, OPEN_COLUMN, OPEN_TOTAL, OPEN_PART -> FINDINGS;
      case SET_ASIDE_UNAPPROVED -> DESK;
      case FIGURE_MISSING -> FIGURES;
      case NOT_RECONCILED, RECONCILIATION_OUT_OF_DATE -> RECONCILIATION;
      case DISCREPANCY_OPEN -> DISCREPANCIES;
      case DISCREPANCY_UNAPPROVED -> RESOLVED;
      case REPORT_DRAFT -> REPORTS;
      case OUT_OF_DATE -> RUNS;
      case DECISION_UNRECORDED, DECISION_LOST, AUDIT_BROKEN -> AUDIT;
      case ALREADY_CLOSED, LATER_CLOSED, NOT_CLOSED -> CLOSE;
    };
  }

  /** Its address in a year. */
  public String address(int year) {
    return this == RUNS ? path : "/" + year + path;
  }

  /** Where an obstacle of a year is removed: a later close, in its own year. */
  public static String address(Obstacle obstacle, int year) {
    return of(obstacle.kind())
        .address(
            obstacle.kind() == ObstacleKind.LATER_CLOSED
                ? Integer.parseInt(obstacle.arguments().get(LATER_YEAR))
                : year);
  }
}
