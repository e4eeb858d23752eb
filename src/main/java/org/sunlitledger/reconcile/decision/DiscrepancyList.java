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
import java.util.function.UnaryOperator;
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
import org.sunlitledger.reconcile.match.ReconciledLines;

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
        d.approved_by, d.approved_at,
        left(d.evidence, 16) || '-' || coalesce(
          (select max(e.id) from audit_event e where e.discrepancy_id = d.id), 0) as mark
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
  private final ReconciledLines reconciled;

  DiscrepancyList(JdbcClient jdbc, TransactionTemplate transaction, ReconciledLines reconciled) {
    this.jdbc = jdbc;
    this.reconciled = reconciled;
    this.transaction = transaction;
  }

  private static final String LINES =
      """
      , l.side, l.register, l.delivery_id, case f.register when 'treasury_entry' then regexp_replace(f.name, '.*/', '')
          else f.name end as name,
        l.line, l.amount as line_amount
      %s
      left join discrepancy_line l on l.discrepancy_id = d.id
      left join delivery f on f.id = l.delivery_id
      where %s
      order by %s, l.side desc, f.name, l.delivery_id, l.line
      """;

  /** Gives the discrepancies of a filter one by one with their lines, errors first. */
  public void each(DiscrepancyFilter filter, Consumer<WorkItem> taker) {
    transaction.executeWithoutResult(
        status ->
            filter.read(
                reconciled,
                () -> {
                  select(
                      jdbc,
                      DiscrepancyFilter.SQL,
                      "array_position(array['error', 'warning', 'info', 'look'], d.severity), d.kind, d.id",
                      taker,
                      query -> query.params(filter.parameters()));
                  return true;
                }));
  }

  /**
   * Gives discrepancies with their lines.
   *
   * @param order in which the rows of a discrepancy follow each other
   */
  static void select(
      JdbcClient jdbc,
      String filter,
      String order,
      Consumer<WorkItem> taker,
      UnaryOperator<JdbcClient.StatementSpec> parameters) {
    Folding folding = new Folding(taker);
    try (Stream<Integer> rows =
        parameters
            .apply(jdbc.sql(ITEM + LINES.formatted(FROM, filter, order)).withFetchSize(FETCH))
            .query(folding::row)
            .stream()) {
      rows.forEach(taken -> {});
    }
    folding.finish();
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
        row.getString("mark"),
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
                row.getLong("delivery_id"),
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
