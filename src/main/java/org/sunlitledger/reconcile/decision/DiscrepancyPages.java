package org.sunlitledger.reconcile.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunlitledger.reconcile.discrepancy.Kinds;
import org.sunlitledger.reconcile.discrepancy.WorkItem;
import org.sunlitledger.reconcile.match.ReconciledLines;

/** The discrepancies of a year as a list to filter, and one of them with its lines. */
@Component
public final class DiscrepancyPages {
  /** Adds to a line {@code l} its funding source: that of an entry, a payment or a subsidy. */
  static final String SOURCES_OF_LINES =
      """
      left join treasury_entry e on l.register = 'treasury_entry'
        and e.delivery_id = l.delivery_id and e.line = l.line
      left join payment p on l.register = 'payment'
        and p.delivery_id = l.delivery_id and p.line = l.line
      left join subsidy s on l.register = 'subsidy'
        and s.delivery_id = l.delivery_id and s.line = l.line
      """;

  private final JdbcClient jdbc;
  private final Kinds kinds;
  private final ReconciledLines reconciled;

  DiscrepancyPages(JdbcClient jdbc, Kinds kinds, ReconciledLines reconciled) {
    this.jdbc = jdbc;
    this.kinds = kinds;
    this.reconciled = reconciled;
  }

  /**
   * How many discrepancies there are.
   *
   * @param fen their amounts together; those that count something are left out
   */
  public record DiscrepancySum(long number, long fen) {}

  /**
   * How many there are of a kind.
   *
   * @param amount their amounts together, in fen or as counts
   */
  public record KindSum(String kind, String severity, long number, long amount) {}

  /** A funding source that discrepancies of a year have. */
  public record KnownSource(String code, String title) {}

  /**
   * A page of the list, without lines.
   *
   * @param after the last discrepancy of the page before; empty for the first page
   */
  public List<WorkItem> page(
      DiscrepancyFilter filter, DiscrepancyOrder order, Optional<Long> after, int most) {
    return filter.read(reconciled, () -> items(filter, order, after, most));
  }

  private List<WorkItem> items(
      DiscrepancyFilter filter, DiscrepancyOrder order, Optional<Long> after, int most) {
    return jdbc.sql(
            """
            %s %s
            where %s
              and %s
            order by %s
            limit :most
            """
                .formatted(
                    DiscrepancyList.ITEM,
                    DiscrepancyList.FROM,
                    DiscrepancyFilter.SQL,
                    order.sql().isAfter("discrepancy"),
                    order.sql().by()))
        .params(filter.parameters())
        .param("after", after.orElse(null))
        .param("most", most)
        .query(DiscrepancyList::item)
        .list();
  }

  public DiscrepancySum sum(DiscrepancyFilter filter) {
    List<KindSum> all = kinds(filter);
    return new DiscrepancySum(
        all.stream().mapToLong(KindSum::number).sum(),
        all.stream().filter(one -> !kinds.isCount(one.kind())).mapToLong(KindSum::amount).sum());
  }

  /** The kinds of a filter, errors first. */
  public List<KindSum> kinds(DiscrepancyFilter filter) {
    return filter.read(reconciled, () -> sums(filter));
  }

  private List<KindSum> sums(DiscrepancyFilter filter) {
    return jdbc.sql(
            """
            select d.kind, d.severity, count(*) as number, sum(d.amount)::bigint as amount
            from discrepancy d
            where %s
            group by d.kind, d.severity
            order by array_position(array['error', 'warning', 'info', 'look'], d.severity), d.kind
            """
                .formatted(DiscrepancyFilter.SQL))
        .params(filter.parameters())
        .query(KindSum.class)
        .list();
  }

  public List<KnownSource> sources(int year) {
    return jdbc.sql(
            """
            select distinct d.source as code, coalesce(c.title, d.source) as title
            %s
            where d.year = :year
              and d.source <> ''
            order by 2
            """
                .formatted(DiscrepancyList.FROM))
        .param("year", year)
        .query(KnownSource.class)
        .list();
  }

  /** The funding source of a discrepancy; those of its lines where they have several. */
  public List<KnownSource> sourcesOf(WorkItem item) {
    List<Long> deliveries =
        jdbc.sql("select distinct delivery_id from discrepancy_line where discrepancy_id = :id")
            .param("id", item.id())
            .query(Long.class)
            .list();
    return reconciled.of(deliveries, () -> sourcesOfLines(item));
  }

  private List<KnownSource> sourcesOfLines(WorkItem item) {
    return jdbc.sql(
            """
            select distinct line.code, coalesce(c.title, line.code) as title
            from (
              select coalesce(e.source, p.source, s.source) as code
              from discrepancy d
              join discrepancy_line l on l.discrepancy_id = d.id
              %s
              where d.id = :id
                and d.source in ('', coalesce(e.source, p.source, s.source))
            ) line
            left join code c on c.list = 'funding_source'
              and c.code = line.code
              and :year between c.from_year and c.to_year
            where line.code is not null
            order by 2
            """
                .formatted(SOURCES_OF_LINES))
        .param("id", item.id())
        .param("year", item.year())
        .query(KnownSource.class)
        .list();
  }

  /** One with its lines. */
  public Optional<WorkItem> find(long id) {
    List<WorkItem> found = new ArrayList<>();
    DiscrepancyList.select(jdbc, "d.id = :id", "d.id", found::add, query -> query.param("id", id));
    return found.stream().findFirst();
  }

  /** Whether all of these are of a year and kind. */
  public boolean areOf(int year, String kind, List<SeenItem> items) {
    return jdbc.sql(
            """
            select count(*)
            from discrepancy
            where year = :year
              and kind = :kind
              and id = any(:ids)
            """)
        .param("year", year)
        .param("kind", kind)
        .param("ids", items.stream().map(SeenItem::id).distinct().toArray(Long[]::new))
        .query(Long.class)
        .single()
        .equals(items.stream().map(SeenItem::id).distinct().count());
  }

  /** The next one of a year, after a number, that a person may approve: no own decisions. */
  public Optional<Long> nextToApprove(int year, long after, String name) {
    return jdbc.sql(
            """
            select id
            from discrepancy
            where year = :year
              and status = 'resolved'
              and not same_person(resolved_by, :name)
            order by id <= :after, id
            limit 1
            """)
        .param("year", year)
        .param("after", after)
        .param("name", name)
        .query(Long.class)
        .optional();
  }

  /** The reason that a person gave last, as long as it holds. */
  public Optional<String> lastReason(String name) {
    return jdbc.sql(
            """
            select why
            from discrepancy
            where resolved_by = :name
            order by resolved_at desc, id desc
            limit 1
            """)
        .param("name", name)
        .query(String.class)
        .optional();
  }

  /** Whether a line of it is in a file of an office. */
  public boolean isOf(long id, String office) {
    return jdbc.sql(
            """
            select exists (
              select
              from discrepancy_line l
              join delivery d on d.id = l.delivery_id
              where l.discrepancy_id = :id
                and starts_with(d.name, :office || '/')
            )
            """)
        .param("id", id)
        .param("office", office)
        .query(Boolean.class)
        .single();
  }
}
