package org.sunlitledger.reconcile.decision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.sunlitledger.reconcile.discrepancy.Resolution;
import org.sunlitledger.reconcile.discrepancy.WorkItem;
import org.sunlitledger.reconcile.discrepancy.WorkItem.Approved;
import org.sunlitledger.reconcile.discrepancy.WorkItem.Resolved;
import org.sunlitledger.reconcile.discrepancy.WorkItem.Status;
import org.sunlitledger.reconcile.discrepancy.WorkItem.WorkLine;
import org.sunlitledger.reconcile.discrepancy.WorkItem.WorkSide;

/**
 * The discrepancies of a year, for people to work on. A ledger's file is shown without the folder
 * it was read from.
 */
@Component
public final class DiscrepancyList {
  /** Rows that are on their way at once. */
  private static final int FETCH = 1_000;

  static final String ITEM =
      """
      select d.id, d.year, d.kind, d.severity, coalesce(c.title, d.source) as source, d.amount,
        d.since, d.found, d.differs, d.status, d.resolved_as, d.why, d.resolved_by, d.resolved_at,
        d.approved_by, d.approved_at
      """;
  static final String FROM =
      """
      from discrepancy d
      left join code c on c.list = 'funding_source'
        and c.code = d.source
        and d.year between c.from_year and c.to_year
      """;

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  DiscrepancyList(JdbcClient jdbc, TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  /**
   * Gives discrepancies of a year one by one, errors first.
   *
   * @param kind of one kind only
   * @param all also those that are approved, and those no longer found
   */
  public void each(int year, Optional<String> kind, boolean all, Consumer<WorkItem> taker) {
    transaction.executeWithoutResult(
        status -> {
          Folding folding = new Folding(taker);
          try (Stream<Integer> rows =
              jdbc
                  .sql(
                      ITEM
                          + """
                          , l.side, l.register, case f.register when 'treasury_entry' then regexp_replace(f.name, '.*/', '')
                              else f.name end as name,
                            l.line, l.amount as line_amount
                          """
                          + FROM
                          + """
                          left join discrepancy_line l on l.discrepancy_id = d.id
                          left join delivery f on f.id = l.delivery_id
                          where d.year = :year
                            and (:kind = '' or d.kind = :kind)
                            and (:all or d.status in ('open', 'resolved'))
                          order by array_position(array['error', 'warning', 'info', 'look'], d.severity),
                            d.kind, d.id, l.side desc, f.name, l.delivery_id, l.line
                          """)
                  .param("year", year)
                  .param("kind", kind.orElse(""))
                  .param("all", all)
                  .withFetchSize(FETCH)
                  .query(folding::row)
                  .stream()) {
            rows.forEach(taken -> {});
          }
          folding.finish();
        });
  }

  /** How many there are of each status, of all kinds. */
  public Map<Status, Long> counts(int year) {
    Map<Status, Long> counts = new EnumMap<>(Status.class);
    jdbc.sql(
            """
            select status, count(*)
            from discrepancy
            where year = :year
            group by status
            """)
        .param("year", year)
        .query(
            row -> {
              counts.put(Status.of(row.getString(1)), row.getLong(2));
            });
    return counts;
  }

  /** Reads a row of {@link #ITEM}; without lines. */
  static WorkItem item(ResultSet row, int number) throws SQLException {
    String resolvedAs = row.getString("resolved_as");
    String approvedBy = row.getString("approved_by");
    return new WorkItem(
        row.getLong("id"),
        row.getInt("year"),
        row.getString("kind"),
        row.getString("severity"),
        row.getString("source"),
        row.getLong("amount"),
        row.getObject("since", LocalDate.class),
        row.getString("found"),
        Stream.of(row.getString("differs").split(" ", -1)).filter(one -> !one.isEmpty()).toList(),
        Status.of(row.getString("status")),
        resolvedAs == null
            ? Optional.empty()
            : Optional.of(
                new Resolved(
                    Resolution.of(resolvedAs),
                    row.getString("why"),
                    row.getString("resolved_by"),
                    row.getObject("resolved_at", OffsetDateTime.class))),
        approvedBy == null
            ? Optional.empty()
            : Optional.of(
                new Approved(approvedBy, row.getObject("approved_at", OffsetDateTime.class))),
        List.of());
  }

  /** Rows that repeat their discrepancy for each of its lines, one after another, become items. */
  private static final class Folding {
    private final Consumer<WorkItem> taker;
    private final List<WorkLine> lines = new ArrayList<>();
    private Optional<WorkItem> current = Optional.empty();

    Folding(Consumer<WorkItem> taker) {
      this.taker = taker;
    }

    int row(ResultSet row, int number) throws SQLException {
      long id = row.getLong("id");
      if (current.isEmpty() || current.get().id() != id) {
        finish();
        current = Optional.of(item(row, number));
      }
      String side = row.getString("side");
      if (side != null) {
        lines.add(
            new WorkLine(
                WorkSide.of(side),
                row.getString("register"),
                Optional.ofNullable(row.getString("name")).orElse(""),
                row.getInt("line"),
                row.getLong("line_amount")));
      }
      return number;
    }

    void finish() {
      current.map(item -> item.with(lines)).ifPresent(taker);
      lines.clear();
    }
  }
}
