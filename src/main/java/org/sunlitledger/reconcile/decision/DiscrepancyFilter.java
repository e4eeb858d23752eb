package org.sunlitledger.reconcile.decision;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.sunlitledger.reconcile.discrepancy.WorkItem.Status;
import org.sunlitledger.reconcile.match.ReconciledLines;

/**
 * Which discrepancies of a year a list shows.
 *
 * @param kind all kinds where empty
 * @param status a status, {@link #FOUND} or {@link #ALL}; those that are not approved yet where
 *     empty
 * @param source code of a funding source, which a discrepancy of several sources has if one of its
 *     lines has it; all sources where empty
 * @param severity a severity, or {@link #ALL}; errors and warnings where empty
 * @param text part of what was found, or a number; all where empty
 */
public record DiscrepancyFilter(
    int year, String kind, String status, String source, String severity, String text) {
  /** Every status, or every severity. */
  public static final String ALL = "all";

  /** Every status but that of what is no longer found: what the proof of the year is made of. */
  public static final String FOUND = "found";

  static final String SQL =
      """
      d.year = :year
        and (:kind = '' or d.kind = :kind)
        and case :status
          when '' then d.status in ('open', 'resolved')
          when 'found' then d.status <> 'gone'
          when 'all' then true
          else d.status = :status
        end
        and (
          :source = ''
          or d.source = :source
          or d.source = '' and exists (
            select
            from discrepancy_line l
            %s
            where l.discrepancy_id = d.id
              and coalesce(e.source, p.source, s.source) = :source
          )
        )
        and case :severity
          when '' then d.severity not in ('info', 'look')
          when 'all' then true
          else d.severity = :severity
        end
        and (:text = '' or d.id::text = :text or strpos(lower(d.found), lower(:text)) > 0)
      """
          .formatted(DiscrepancyPages.SOURCES_OF_LINES);

  /** What somebody has to do something about. */
  public static DiscrepancyFilter toDo(int year) {
    return new DiscrepancyFilter(year, "", "", "", "", "");
  }

  /**
   * Of every severity.
   *
   * @param all also those that are approved, and those no longer found
   */
  public static DiscrepancyFilter ofEverySeverity(int year, Optional<String> kind, boolean all) {
    return new DiscrepancyFilter(year, kind.orElse(""), all ? ALL : "", "", ALL, "");
  }

  /** The same for all kinds. */
  public DiscrepancyFilter ofEveryKind() {
    return new DiscrepancyFilter(year, "", status, source, severity, text);
  }

  /** The same for one status. */
  public DiscrepancyFilter of(Status one) {
    return new DiscrepancyFilter(year, kind, one.code(), source, severity, text);
  }

  /** Whether it names anything but the year. */
  public boolean isNarrow() {
    return !(kind + status + source + severity + text).isBlank();
  }

  /** Reads what is of this filter. The source of a discrepancy may be that of its lines. */
  <T> T read(ReconciledLines lines, Supplier<T> work) {
    return source.isEmpty() ? work.get() : lines.of(year, work);
  }

  Map<String, Object> parameters() {
    return Map.of(
        "year",
        year,
        "kind",
        kind,
        "status",
        status,
        "source",
        source,
        "severity",
        severity,
        "text",
        text);
  }
}
