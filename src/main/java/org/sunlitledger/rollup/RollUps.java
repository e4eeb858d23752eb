package org.sunlitledger.rollup;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.sunlitledger.register.ChosenLines;

/**
 * Makes each live delivery's own roll-up: every measure by township, source and month. What has one
 * made with the same definitions is left alone, so a night costs what is new.
 */
@Component
public final class RollUps {
  private final JdbcClient jdbc;
  private final SumCells sums;
  private final KeySets sets;
  private final ChosenLines chosen;
  private final TransactionTemplate transaction;
  private final Clock clock;

  RollUps(
      JdbcClient jdbc,
      SumCells sums,
      KeySets sets,
      ChosenLines chosen,
      TransactionTemplate transaction,
      Clock clock) {
    this.jdbc = jdbc;
    this.sums = sums;
    this.sets = sets;
    this.chosen = chosen;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** The years that live deliveries belong to, in order; roll-ups of closed ones stay. */
  public List<Integer> years() {
    return jdbc.sql(
            """
            select distinct year
            from delivery
            where status = 'live'
              and year > closed_through()
            order by year
            """)
        .query(Integer.class)
        .list();
  }

  /**
   * Makes what is missing or outdated for the deliveries of a year, and drops what is no longer
   * live. All of it or nothing.
   *
   * @param version digest of the definitions of these measures
   * @return how many deliveries got a new roll-up
   */
  public int make(int year, List<Measure> measures, Subjects subjects, String version) {
    Integer made =
        transaction.execute(
            status -> {
              // what is made here is read once or twice: rough statistics will do
              jdbc.sql("set local default_statistics_target = 10").update();
              dropStale(year, subjects, version);
              List<Long> deliveries = begin(year, version);
              if (!deliveries.isEmpty()) {
                subjects
                    .all()
                    .forEach(
                        subject ->
                            subject.file().run(() -> rollUp(subject, measures, year, deliveries)));
              }
              return deliveries.size();
            });
    return made == null ? 0 : made;
  }

  /** The roll-up of each delivery, by a number that is another one each time it is made. */
  public Map<Long, Long> editions() {
    Map<Long, Long> editions = new HashMap<>();
    jdbc.sql("select delivery_id, edition from delivery_rollup")
        .query(
            row -> {
              editions.put(row.getLong(1), row.getLong(2));
            });
    return editions;
  }

  private void dropStale(int year, Subjects subjects, String version) {
    jdbc.sql(
            """
            delete from delivery_rollup r
            using delivery d
            where d.id = r.delivery_id
              and (d.status <> 'live' or d.year = :year and r.version <> :version)
            """)
        .param("year", year)
        .param("version", version)
        .update();
    dropMiscounted(year);
    for (Subject subject : subjects.all()) {
      subject
          .depends()
          .forEach((register, counterpart) -> dropDependent(year, register, counterpart));
    }
  }

  /** Of deliveries where other lines are undone now than the roll-up leaves uncounted. */
  private void dropMiscounted(int year) {
    jdbc.sql(
            """
            delete from delivery_rollup r
            using delivery d
            where d.id = r.delivery_id
              and d.year = :year
              and r.delivery_id in (
                select delivery_id
                from (
                  (
                    select delivery_id, line from undone_line
                    except
                    select delivery_id, line from uncounted_line
                  )
                  union all
                  (
                    select delivery_id, line from uncounted_line
                    except
                    select delivery_id, line from undone_line
                  )
                ) changed
              )
            """)
        .param("year", year)
        .update();
  }

  private void dropDependent(int year, String register, String counterpart) {
    jdbc.sql(
            """
            delete from delivery_rollup r
            using delivery d
            where d.id = r.delivery_id
              and d.register = :register
              and d.year = :year
              and exists (
                select
                from delivery c
                left join delivery_rollup made on made.delivery_id = c.id
                where c.register = :counterpart
                  and c.status = 'live'
                  and (made.delivery_id is null or c.live_at > r.made_at)
              )
            """)
        .param("register", register)
        .param("counterpart", counterpart)
        .param("year", year)
        .update();
  }

  private List<Long> begin(int year, String version) {
    List<Long> begun = insert(year, version);
    jdbc.sql(
            """
            insert into uncounted_line (delivery_id, line)
            select delivery_id, line
            from undone_line
            where delivery_id = any(:deliveries)
            """)
        .param("deliveries", begun.toArray(Long[]::new))
        .update();
    return begun;
  }

  private List<Long> insert(int year, String version) {
    return jdbc.sql(
            """
            insert into delivery_rollup (delivery_id, version, made_at)
            select d.id, :version, :now
            from delivery d
            where d.status = 'live'
              and d.year = :year
            on conflict do nothing
            returning delivery_id
            """)
        .param("version", version)
        .param("now", OffsetDateTime.now(clock))
        .param("year", year)
        .query(Long.class)
        .list();
  }

  /** During this time a subject's registers show only the deliveries that lack a roll-up. */
  private void rollUp(Subject subject, List<Measure> measures, int year, List<Long> deliveries) {
    Map<String, List<Long>> own = new TreeMap<>();
    subject.registers().forEach(register -> own.put(register, own(register, deliveries)));
    List<Long> all = own.values().stream().flatMap(List::stream).toList();
    if (all.isEmpty()) {
      return;
    }
    own.forEach(
        (register, ids) ->
            chosen.show(
                "live_" + register,
                ChosenLines.selects(register, "r.verdict = 'a'", Map.of(year, ids))));
    sums.make(subject, of(subject, measures, measure -> !measure.countsKeys()), all);
    sets.make(subject, of(subject, measures, Measure::isDistinct));
    of(subject, measures, Measure::isList).forEach(this::members);
    own.keySet().forEach(register -> chosen.hide("live_" + register));
  }

  private List<Long> own(String register, List<Long> deliveries) {
    return jdbc.sql("select id from delivery where id = any(:ids) and register = :register")
        .param("ids", deliveries.toArray(Long[]::new))
        .param("register", register)
        .query(Long.class)
        .list();
  }

  private static List<Measure> of(
      Subject subject, List<Measure> measures, Predicate<Measure> which) {
    return measures.stream()
        .filter(measure -> measure.subject().equals(subject))
        .filter(which)
        .toList();
  }

  private void members(Measure measure) {
    MeasureSql sql = new MeasureSql(measure);
    jdbc.sql(
            """
            insert into rollup_member
              (delivery_id, measure, year, township, source, month, member, label, amount, counted)
            select
              s.delivery_id, :measure, s.year, s.township, s.source, s.month,
              %1$s, min(%2$s), sum(%3$s), bool_or(%5$s)
            %4$s
              and %1$s is not null
            group by s.delivery_id, s.year, s.township, s.source, s.month, %1$s
            """
                .formatted(
                    sql.key(), sql.label(), sql.amount(), sql.allLines(), MeasureSql.IS_COUNTED))
        .param("measure", measure.id())
        .params(sql.parameters())
        .update();
  }
}
