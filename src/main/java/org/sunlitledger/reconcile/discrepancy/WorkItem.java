package org.sunlitledger.reconcile.discrepancy;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One discrepancy of the work list, with what was decided on it.
 *
 * @param severity error, warning, info or look
 * @param source title of the funding source; empty where it has none
 * @param amount fen by which the ledger exceeds the records
 * @param since date of its oldest line
 * @param found what differs, in Chinese
 * @param differs which columns differ between the two sides
 * @param mark of what it is now: another one where its lines, their amounts or the decisions on it
 *     have changed
 */
public record WorkItem(
    long id,
    int year,
    String kind,
    String severity,
    String source,
    long amount,
    LocalDate since,
    String found,
    List<String> differs,
    Status status,
    Optional<Resolved> resolved,
    Optional<Approved> approved,
    String mark,
    List<WorkLine> lines) {

  /** How far it has come. */
  public enum Status {
    OPEN,
    RESOLVED,
    APPROVED,
    /** The last reconciliation did not find it any more. */
    GONE;

    /** As it is kept in the database. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Status of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }

  /** The side of a line. */
  public enum WorkSide {
    RECORD,
    /** The treasury's. */
    ENTRY;

    /** As it is kept in the database. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static WorkSide of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }

  /** What one person decided. */
  public record Resolved(Resolution as, String why, String by, OffsetDateTime at) {}

  /** That another agreed. */
  public record Approved(String by, OffsetDateTime at) {}

  /**
   * One line of a side.
   *
   * @param delivery its number
   * @param file name of its delivery
   * @param amount fen
   */
  public record WorkLine(
      WorkSide side, String register, long delivery, String file, int line, long amount) {}

  /** The lines of a side. */
  public List<WorkLine> of(WorkSide side) {
    return lines.stream().filter(line -> line.side() == side).toList();
  }

  public WorkItem with(List<WorkLine> both) {
    return new WorkItem(
        id,
        year,
        kind,
        severity,
        source,
        amount,
        since,
        found,
        differs,
        status,
        resolved,
        approved,
        mark,
        List.copyOf(both));
  }

  /** Days from its oldest line to a day. */
  public long age(LocalDate today) {
    return ChronoUnit.DAYS.between(since, today);
  }
}
