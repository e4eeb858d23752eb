package org.sunlitledger.reconcile.match;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What was matched with what, as far as a person would read. A ledger's file is shown without the
 * folder it was read from.
 */
@Component
public final class MatchedLines {
  private static final int FETCH = 500;

  /** The matches of a strategy have numbers that follow each other, and those of the one before. */
  private static final String FIRST =
      """
      with chosen as (
        select distinct m.match, m.strategy
        from matched_entry m
        join (
          select strategy, sum(matches) over (order by position) - matches as before
          from reconciliation_strategy
          where year = :year
        ) of_strategy using (strategy)
        where m.year = :year
          and m.match <= of_strategy.before + :limit
      ), entries as (
        select e.match, count(*) as lines, sum(e.amount) as amount,
          string_agg(regexp_replace(d.name, '.*/', '') || ':' || e.line, '、' order by e.nth)
            filter (where e.nth <= :named) as places
        from (
          select m.match, m.delivery_id, m.line, m.amount,
            row_number() over (partition by m.match order by m.delivery_id, m.line) as nth
          from matched_entry m
          join chosen c on c.match = m.match
          where m.year = :year
        ) e
        join delivery d on d.id = e.delivery_id
        group by e.match
      ), records as (
        select r.match, count(*) as lines, sum(r.amount) as amount,
          string_agg(d.name || ':' || r.line, '、' order by r.nth)
            filter (where r.nth <= :named) as places
        from (
          select m.match, m.delivery_id, m.line, m.amount,
            row_number() over (partition by m.match order by m.delivery_id, m.line) as nth
          from matched_record m
          join chosen on chosen.match = m.match
          where m.year = :year
        ) r
        join delivery d on d.id = r.delivery_id
        group by r.match
        union all
        select m.match, sum(m.records), sum(m.amount), string_agg(m.batch, '、' order by m.batch)
        from matched_batch m
        join chosen on chosen.match = m.match
        where m.year = :year
        group by m.match
      )
      select s.title_zh, c.match, e.lines, e.places, e.amount, r.lines, r.places, r.amount
      from chosen c
      join reconciliation_strategy s on s.year = :year and s.strategy = c.strategy
      join entries e on e.match = c.match
      join (
        select match, sum(lines) as lines, sum(amount) as amount,
          string_agg(places, '、' order by places) as places
        from records
        group by match
      ) r on r.match = c.match
      order by s.position, c.match
      """;

  private final JdbcClient jdbc;

  MatchedLines(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Some entries and the records they were matched with.
   *
   * @param strategy title of what has matched them
   * @param entryPlaces file and line of the first entries
   * @param entryFen of all entries
   * @param recordPlaces file and line of the first records, or their batch
   */
  public record Match(
      String strategy,
      int number,
      long entries,
      String entryPlaces,
      long entryFen,
      long records,
      String recordPlaces,
      long recordFen) {}

  /**
   * Gives the first matches of each strategy, within a transaction.
   *
   * @param limit matches of a strategy
   * @param named lines that are named of each side of a match
   */
  public void each(int year, int limit, int named, Consumer<Match> taker) {
    try (Stream<Match> rows =
        jdbc
            .sql(FIRST)
            .param("year", year)
            .param("limit", limit)
            .param("named", named)
            .withFetchSize(FETCH)
            .query(
                (row, number) ->
                    new Match(
                        row.getString(1),
                        row.getInt(2),
                        row.getLong(3),
                        row.getString(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getString(7),
                        row.getLong(8)))
            .stream()) {
      rows.forEach(taker);
    }
  }
}
