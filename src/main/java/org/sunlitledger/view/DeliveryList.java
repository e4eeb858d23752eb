package org.sunlitledger.view;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunlitledger.view.ListedDelivery.Changes;
import org.sunlitledger.view.ListedDelivery.Hint;
import org.sunlitledger.view.ListedDelivery.Proof;

/** The deliveries there are, with what became of their lines. */
@Component
public final class DeliveryList {
  private static final String FILTER =
      """
      (cast(:year as integer) is null or d.year = :year)
        and (:office = '' or starts_with(d.name, :office || '/'))
        and (:register = '' or d.register = :register)
        and (:status = '' or d.status = :status)
        and (:text = '' or strpos(lower(d.name), lower(:text)) > 0)
      """;

  private static final String ROWS =
      """
      with chosen as (
        select d.*
        from delivery d
        where %1$s
          and %3$s
          and (cast(:id as bigint) is null or d.id = :id)
        order by %2$s
        limit :most
      ), refused as (
        select distinct delivery_id, line
        from finding
        where severity = 'error'
          and line is not null
          and delivery_id in (
            select id
            from chosen
            where supersedes is not null
              or supplements is not null
            union
            select supersedes
            from chosen
          )
      ), corrected as (
        select n.id, r.line as old, now.line as wrong
        from chosen n
        join refused r on r.delivery_id = n.supersedes
        left join refused now on now.delivery_id = n.id and now.line = r.line
        where n.status = 'live'
        union all
        select n.id, s.original, now.line
        from chosen n
        join supplement_line s on s.delivery_id = n.id
        left join refused now on now.delivery_id = n.id and now.line = s.line
        where n.supplements is not null
          and not s.withdrawn
      ), withdrawn as (
        select delivery_id as id, count(*) as lines
        from supplement_line
        where withdrawn
          and delivery_id in (select id from chosen)
        group by delivery_id
      ), mending as (
        select
          id,
          count(distinct old) filter (where wrong is null) as mended,
          count(distinct wrong) as wrong,
          count(distinct wrong) filter (where b.line is null) as still_wrong
        from corrected
        left join brought_again b on b.delivery_id = id and b.line = wrong
        group by id
      ), aside as (
        select
          i.delivery_id as id,
          string_agg(
            i.id || ' ' || i.set_aside_by || coalesce(' + ' || i.approved_by, '') || ': ' || i.why,
            '; ' order by i.id) as set_aside
        from open_item i
        where i.set_aside_at is not null
          and not i.gone
          and i.delivery_id in (select id from chosen)
        group by i.delivery_id
      ), hints as (
        select
          delivery_id as id,
          string_agg(
            rule || coalesce(' ' || line, '') || ': ' || coalesce(found, ''),
            '; ' order by finding.id) as warnings,
          array_agg(rule order by finding.id) as rules,
          array_agg(coalesce(line::text, '') order by finding.id) as lines,
          array_agg(coalesce(found, '') order by finding.id) as found
        from finding
        where source = 'intake'
          and (severity = 'warning' or rule = 'file-amount-left-out')
          and delivery_id in (select id from chosen)
        group by delivery_id
      )
      select d.id, d.register, d.year, d.name, d.status, d.supersedes, d.supplements,
        d.lines_read, d.lines_accepted, d.lines_refused, d.fen_read, d.fen_accepted, d.fen_refused,
        m.mended, w.lines as withdrawn, m.still_wrong,
        case when d.supersedes is not null or d.supplements is not null
          then d.lines_refused - coalesce(m.wrong, 0) end as fresh,
        d.received_at,
        (
          select coalesce(sum(o.items), 0)
          from open_group o
          where o.delivery_id = d.id
        ) as open,
        coalesce(i.set_aside, '') as set_aside,
        coalesce(h.warnings, '') as warnings, h.rules, h.lines, h.found,
        d.lines_added is not null as has_changes,
        d.lines_added, d.lines_gone, d.lines_changed, d.fen_added, d.fen_gone, d.fen_changed,
        b.by as handed_in_by, b.at as handed_in_at
      from chosen d
      left join delivery_hand_in b on b.delivery_id = d.id
      left join aside i on i.id = d.id
      left join hints h on h.id = d.id
      left join mending m on m.id = d.id
      left join withdrawn w on w.id = d.id
      order by %2$s
      """;

  private static final int FETCHED_ROWS = 500;

  private final JdbcClient jdbc;

  DeliveryList(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** How many deliveries there are, and their lines and fen together. */
  public record DeliveryTotals(long deliveries, Proof proof) {}

  /** Hands over every delivery of a filter, as they are read in a transaction under way. */
  public void each(DeliveryFilter filter, DeliveryOrder order, Consumer<ListedDelivery> each) {
    rows(filter, order, null, null, null, each);
  }

  /**
   * A page of the list.
   *
   * @param after the last delivery of the page before; empty for the first page
   * @param most deliveries on the page
   */
  public List<ListedDelivery> page(
      DeliveryFilter filter, DeliveryOrder order, Optional<Long> after, int most) {
    List<ListedDelivery> page = new ArrayList<>();
    rows(filter, order, after.orElse(null), null, most, page::add);
    return page;
  }

  public Optional<ListedDelivery> find(long id) {
    List<ListedDelivery> found = new ArrayList<>();
    rows(DeliveryFilter.none(), DeliveryOrder.OLDEST, null, id, 1, found::add);
    return found.stream().findFirst();
  }

  public DeliveryTotals totals(DeliveryFilter filter) {
    return jdbc.sql(
            """
            select count(*), coalesce(sum(d.lines_read), 0), coalesce(sum(d.lines_accepted), 0),
              coalesce(sum(d.lines_refused), 0), coalesce(sum(d.fen_read), 0)::bigint,
              coalesce(sum(d.fen_accepted), 0)::bigint, coalesce(sum(d.fen_refused), 0)::bigint
            from delivery d
            where %s
            """
                .formatted(FILTER))
        .params(parameters(filter))
        .query(
            (row, number) ->
                new DeliveryTotals(
                    row.getLong(1),
                    new Proof(
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getLong(7))))
        .single();
  }

  /** The first folders of the names of a year's deliveries. */
  public List<String> offices(int year) {
    return jdbc.sql(
            """
            select distinct split_part(name, '/', 1)
            from delivery
            where year = :year
              and strpos(name, '/') > 0
            order by 1
            """)
        .param("year", year)
        .query(String.class)
        .list();
  }

  /** Whether any delivery came for a closed year and waits for its reopening. */
  public boolean hasHeld() {
    return jdbc.sql("select exists (select from delivery where status = 'held')")
        .query(Boolean.class)
        .single();
  }

  private void rows(
      DeliveryFilter filter,
      DeliveryOrder order,
      @Nullable Long after,
      @Nullable Long id,
      @Nullable Integer most,
      Consumer<ListedDelivery> each) {
    jdbc.sql(ROWS.formatted(FILTER, order.sql().by(), order.sql().isAfter("delivery")))
        .params(parameters(filter))
        .param("after", after)
        .param("id", id)
        .param("most", most)
        .withFetchSize(FETCHED_ROWS)
        .query(
            row -> {
              each.accept(delivery(row));
            });
  }

  private static Map<String, @Nullable Object> parameters(DeliveryFilter filter) {
    Map<String, @Nullable Object> parameters = new HashMap<>();
    parameters.put("year", filter.year().orElse(null));
    parameters.put("office", filter.office());
    parameters.put("register", filter.register());
    parameters.put("status", filter.status());
    parameters.put("text", filter.text());
    return parameters;
  }

  private static ListedDelivery delivery(ResultSet row) throws SQLException {
    return new ListedDelivery(
        row.getLong("id"),
        Optional.ofNullable(row.getString("register")),
        row.getInt("year"),
        row.getString("name"),
        row.getString("status"),
        number(row, "supersedes"),
        number(row, "supplements"),
        new Proof(
            row.getLong("lines_read"),
            row.getLong("lines_accepted"),
            row.getLong("lines_refused"),
            row.getLong("fen_read"),
            row.getLong("fen_accepted"),
            row.getLong("fen_refused")),
        number(row, "mended"),
        number(row, "withdrawn"),
        number(row, "still_wrong"),
        number(row, "fresh"),
        row.getObject("received_at", OffsetDateTime.class),
        row.getLong("open"),
        row.getString("set_aside"),
        row.getString("warnings"),
        hints(row),
        row.getBoolean("has_changes")
            ? Optional.of(
                new Changes(
                    row.getLong("lines_added"),
                    row.getLong("lines_gone"),
                    row.getLong("lines_changed"),
                    row.getLong("fen_added"),
                    row.getLong("fen_gone"),
                    row.getLong("fen_changed")))
            : Optional.empty(),
        Optional.ofNullable(row.getString("handed_in_by")),
        Optional.ofNullable(row.getObject("handed_in_at", OffsetDateTime.class)));
  }

  private static List<Hint> hints(ResultSet row) throws SQLException {
    if (row.getArray("rules") == null) {
      return List.of();
    }
    String[] rules = (String[]) row.getArray("rules").getArray();
    String[] lines = (String[]) row.getArray("lines").getArray();
    String[] found = (String[]) row.getArray("found").getArray();
    return IntStream.range(0, rules.length)
        .mapToObj(i -> new Hint(rules[i], lines[i], found[i]))
        .toList();
  }

  private static Optional<Long> number(ResultSet row, String column) throws SQLException {
    long number = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(number);
  }
}
