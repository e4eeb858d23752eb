package org.sunlitledger.database.audit;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunlitledger.database.audit.AuditTrail.Event;

/** The audit trail of a year as a list to filter, the last event first. */
@Component
public final class AuditList {
  private static final String FILTER =
      """
      from audit_event a
      left join open_item i on i.id = a.discrepancy_id
      left join delivery d on d.id = i.delivery_id
      where a.year = :year
        and (:who = '' or a.who = :who)
        and (:action = '' or a.action = :action)
        and (cast(:from as timestamptz) is null or a.at >= :from)
        and (cast(:to as timestamptz) is null or a.at < :to)
        and (:office = '' or d.id is null or starts_with(d.name, :office || '/'))
      """;

  private static final int FETCHED_ROWS = 500;

  private final JdbcClient jdbc;
  private final Clock clock;

  AuditList(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Which events a list shows.
   *
   * @param who all people where empty
   * @param action all actions where empty
   * @param from the first day, in the county's time
   * @param to the last day
   * @param office only events on files of this first folder, and on no file at all; all where empty
   */
  public record AuditFilter(
      int year,
      String who,
      String action,
      Optional<LocalDate> from,
      Optional<LocalDate> to,
      String office) {}

  /** An event with its number in the chain. */
  public record NumberedEvent(long id, Event event) {}

  /**
   * A page of the list.
   *
   * @param after the last event of the page before; empty for the first page
   */
  public List<NumberedEvent> page(AuditFilter filter, Optional<Long> after, int most) {
    return select(filter, after, Optional.of(most)).list();
  }

  /** Hands over every event of a filter, in a transaction under way. */
  public void each(AuditFilter filter, Consumer<Event> each) {
    try (Stream<NumberedEvent> events =
        select(filter, Optional.empty(), Optional.empty()).stream()) {
      events.forEach(row -> each.accept(row.event()));
    }
  }

  public long count(AuditFilter filter) {
    return jdbc.sql("select count(*) " + FILTER)
        .params(parameters(filter))
        .query(Long.class)
        .single();
  }

  /** Everybody who did something in a year, by name. */
  public List<String> people(int year) {
    return jdbc.sql("select distinct who from audit_event where year = :year order by who")
        .param("year", year)
        .query(String.class)
        .list();
  }

  /** Everything that was done in a year. */
  public List<String> actions(int year) {
    return jdbc.sql("select distinct action from audit_event where year = :year order by action")
        .param("year", year)
        .query(String.class)
        .list();
  }

  private JdbcClient.MappedQuerySpec<NumberedEvent> select(
      AuditFilter filter, Optional<Long> after, Optional<Integer> most) {
    return jdbc.sql(
            """
            select a.id, a.at, a.who, a.os_user, a.action, a.year, a.discrepancy_id, a.detail,
              a.via, a.login
            %s
              and (cast(:after as bigint) is null or a.id < :after)
            order by a.id desc
            limit :most
            """
                .formatted(FILTER))
        .params(parameters(filter))
        .param("after", after.orElse(null))
        .param("most", most.orElse(null))
        .withFetchSize(FETCHED_ROWS)
        .query((row, number) -> new NumberedEvent(row.getLong("id"), AuditTrail.event(row)));
  }

  private Map<String, @Nullable Object> parameters(AuditFilter filter) {
    Map<String, @Nullable Object> parameters = new HashMap<>();
    parameters.put("year", filter.year());
    parameters.put("who", filter.who());
    parameters.put("action", filter.action());
    parameters.put("from", filter.from().map(this::beginning).orElse(null));
    parameters.put("to", filter.to().map(day -> beginning(day.plusDays(1))).orElse(null));
    parameters.put("office", filter.office());
    return parameters;
  }

  private OffsetDateTime beginning(LocalDate day) {
    return day.atStartOfDay(clock.getZone()).toOffsetDateTime();
  }
}
