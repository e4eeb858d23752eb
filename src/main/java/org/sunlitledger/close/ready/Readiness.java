package org.sunlitledger.close.ready;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunlitledger.close.ready.Obstacle.ObstacleKind;
import org.sunlitledger.database.ClosedYears;
import org.sunlitledger.figure.Figures;
import org.sunlitledger.open.OpenItem;
import org.sunlitledger.open.OpenItems;
import org.sunlitledger.open.OpenSettlement;
import org.sunlitledger.quantity.text.Moment;
import org.sunlitledger.report.Format;
import org.sunlitledger.report.OpenGround;
import org.sunlitledger.report.ReportDefinition;
import org.sunlitledger.report.Reports;

/** Whether a year can be closed: what is still open, or was changed since figures were made. */
@Component
public final class Readiness {
  private final JdbcClient jdbc;
  private final ClosedYears closed;
  private final Freshness freshness;
  private final Figures figures;
  private final OpenSettlement settlement;
  private final OpenGround ground;
  private final Reports reports;
  private final Reconciliations reconciliations;
  private final RecordedDecisions decisions;
  private final Clock clock;

  Readiness(
      JdbcClient jdbc,
      ClosedYears closed,
      Freshness freshness,
      Figures figures,
      OpenSettlement settlement,
      OpenGround ground,
      Reports reports,
      Reconciliations reconciliations,
      RecordedDecisions decisions,
      Clock clock) {
    this.jdbc = jdbc;
    this.closed = closed;
    this.freshness = freshness;
    this.figures = figures;
    this.settlement = settlement;
    this.ground = ground;
    this.reports = reports;
    this.reconciliations = reconciliations;
    this.decisions = decisions;
    this.clock = clock;
  }

  /** What is in the way; part of a transaction that is rolled back when anything is. */
  public List<Obstacle> of(int year) throws IOException {
    // nobody decides anything between this look and the end of the close
    jdbc.sql("lock table discrepancy in share mode").update();
    Optional<Obstacle> already = frozen(year);
    if (already.isPresent()) {
      return List.of(already.get());
    }
    List<Obstacle> open = new ArrayList<>(unfinished(year));
    if (open.isEmpty()) {
      open.addAll(reconciliation(year));
    }
    open.addAll(openItems(year));
    open.addAll(missingFigures(year));
    open.addAll(discrepancies(year));
    open.addAll(decisions.missing(year));
    if (open.isEmpty() && !freshness.isUpToDate(year)) {
      open.add(Obstacle.of(ObstacleKind.OUT_OF_DATE, year));
    }
    return open.isEmpty() ? drafts(year) : open;
  }

  /** That the year, or a later one which is based on it, is closed already. */
  public Optional<Obstacle> frozen(int year) {
    return closed.freezing(year).map(close -> closed(year, close));
  }

  private Obstacle closed(int year, ClosedYears.FreezingClose close) {
    return close.year() == year
        ? Obstacle.of(
            ObstacleKind.ALREADY_CLOSED, year, close.by(), Moment.in(clock.getZone(), close.at()))
        : Obstacle.of(ObstacleKind.LATER_CLOSED, year, close.year());
  }

  private List<Obstacle> unfinished(int year) {
    boolean delivered =
        jdbc.sql("select exists (select from delivery where status = 'live' and year = :year)")
            .param("year", year)
            .query(Boolean.class)
            .single();
    if (!delivered) {
      return List.of(Obstacle.of(ObstacleKind.NOTHING_DELIVERED, year));
    }
    return jdbc.sql(
            """
            select name
            from delivery
            where year <= :year
              and year > closed_through()
              and (status in ('received', 'loading', 'loaded') or recheck or recount)
            union
            select name
            from named_file
            where year <= :year
              and year > closed_through()
            order by name
            """)
        .param("year", year)
        .query((row, number) -> Obstacle.of(ObstacleKind.UNFINISHED, row.getString(1)))
        .list();
  }

  /** What is open, and what only one person has set aside. */
  private List<Obstacle> openItems(int year) {
    List<Obstacle> open = new ArrayList<>();
    // the books themselves are asked, and not what the last run has noted
    settlement.settle();
    for (OpenItems.OpenGroup group : ground.now().of(year)) {
      open.add(
          Obstacle.of(
              ObstacleKind.openItem(group.kind()),
              group.file(),
              group.count(),
              group.subject(),
              group.numbers()));
    }
    for (OpenItem item : ground.unapproved(year)) {
      String by = item.setAside().map(OpenItem.SetAside::by).orElse("");
      open.add(Obstacle.of(ObstacleKind.SET_ASIDE_UNAPPROVED, item.number(), item.file(), by));
    }
    return open;
  }

  private List<Obstacle> missingFigures(int year) {
    return figures.of(year).stream()
        .filter(figure -> figure.problem().isPresent())
        .map(
            figure ->
                Obstacle.of(
                    ObstacleKind.FIGURE_MISSING, figure.figure().id(), figure.figure().title()))
        .toList();
  }

  private List<Obstacle> reconciliation(int year) {
    return switch (reconciliations.of(year)) {
      case CURRENT -> List.of();
      case OUT_OF_DATE -> List.of(Obstacle.of(ObstacleKind.RECONCILIATION_OUT_OF_DATE, year));
      case NEVER -> List.of(Obstacle.of(ObstacleKind.NOT_RECONCILED, year));
    };
  }

  /** Nothing open but what is only information or a look, and nothing resolved by one alone. */
  private List<Obstacle> discrepancies(int year) {
    return jdbc.sql(
            """
            select id, kind, status, resolved_by
            from discrepancy
            where year = :year
              and (status = 'resolved' or status = 'open' and severity not in ('info', 'look'))
            order by status, id
            """)
        .param("year", year)
        .query(
            (row, number) ->
                row.getString(3).equals("open")
                    ? Obstacle.of(ObstacleKind.DISCREPANCY_OPEN, row.getLong(1), row.getString(2))
                    : Obstacle.of(
                        ObstacleKind.DISCREPANCY_UNAPPROVED,
                        row.getLong(1),
                        row.getString(2),
                        row.getString(4)))
        .list();
  }

  private List<Obstacle> drafts(int year) {
    List<Obstacle> drafts = new ArrayList<>();
    for (ReportDefinition report : reports.of(year)) {
      if (!reports.fill(report, year, Format.TXT).draftReasons().isEmpty()) {
        drafts.add(Obstacle.of(ObstacleKind.REPORT_DRAFT, report.name()));
      }
    }
    return drafts;
  }
}
