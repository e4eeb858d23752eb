package org.sunlitledger.view;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunlitledger.database.ReachedFiles;

/** What people have to do in a year, delivery by delivery. */
@Component
public final class YearDesk {
  private final JdbcClient jdbc;

  YearDesk(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What is open in a delivery and nobody has set aside.
   *
   * @param isWhole whether the whole file was rejected
   * @param lines rejected
   * @param parts sheets, columns, totals and the like that were left out
   */
  public record ToCorrect(long delivery, String file, boolean isWhole, long lines, long parts) {}

  /** What somebody proposes to set aside in a delivery. */
  public record ToApprove(long delivery, String file, long items, String by) {}

  /**
   * Corrections that somebody has written for a delivery and not handed in.
   *
   * @param cells that count, each a correction or a withdrawal
   * @param voids cells that do not count any more, as their line was settled otherwise
   */
  public record ToHandIn(
      long delivery, String file, long account, String by, long cells, long voids) {}

  /** A delivery that came for a closed year. */
  public record LateDelivery(long delivery, String file, OffsetDateTime at) {}

  /**
   * What is open, rejected files first; not yet what waits for a check or for a closed year.
   *
   * @param office the folder to which the reader is limited; null for all
   */
  public List<ToCorrect> toCorrect(int year, @Nullable String office) {
    return jdbc.sql(
            """
            select
              d.id as delivery,
              d.name as file,
              bool_or(o.kind = 'file') as is_whole,
              coalesce(sum(o.items) filter (where o.kind = 'line'), 0) as lines,
              coalesce(sum(o.items) filter (where o.kind not in ('line', 'file')), 0) as parts
            from open_group o
            join delivery d on d.id = o.delivery_id
            where d.year = :year
              and d.status in ('live', 'offered', 'refused')
              and %s
            group by d.id
            order by is_whole desc, lines desc, d.id
            """
                .formatted(ReachedFiles.SQL))
        .param("year", year)
        .param("office", office)
        .query(ToCorrect.class)
        .list();
  }

  /** What is set aside and not approved yet; the proposals of the reader too. */
  public List<ToApprove> toApprove(int year, @Nullable String office) {
    return jdbc.sql(
            """
            select d.id as delivery, d.name as file, count(*) as items, i.set_aside_by as by
            from proposed_item i
            join delivery d on d.id = i.delivery_id
            where d.year = :year
              and %s
            group by d.id, i.set_aside_by
            order by d.id
            """
                .formatted(ReachedFiles.SQL))
        .param("year", year)
        .param("office", office)
        .query(ToApprove.class)
        .list();
  }

  /** What is written and not handed in, of everybody. */
  public List<ToHandIn> toHandIn(int year, @Nullable String office) {
    return jdbc.sql(
            """
            select
              d.id as delivery,
              d.name as file,
              a.id as account,
              a.name as by,
              count(*) filter (where v.cell is null) as cells,
              count(v.cell) as voids
            from kept_draft m
            join delivery d on d.id = m.delivery_id
            join account a on a.id = m.account_id
            left join void_draft v using (delivery_id, line, cell)
            where d.year = :year
              and %s
            group by d.id, a.id
            order by d.id, a.name
            """
                .formatted(ReachedFiles.SQL))
        .param("year", year)
        .param("office", office)
        .query(ToHandIn.class)
        .list();
  }

  /**
   * How many discrepancies a reviewer of the county may approve: those that others resolved.
   *
   * @param name of the reviewer
   */
  public long resolved(int year, String name, @Nullable String office) {
    return jdbc.sql(
            """
            select count(*)
            from discrepancy
            where year = :year
              and status = 'resolved'
              and not same_person(resolved_by, :name)
              and cast(:office as text) is null
            """)
        .param("year", year)
        .param("name", name)
        .param("office", office)
        .query(Long.class)
        .single();
  }

  /** What came for a year after its close, the latest first. */
  public List<LateDelivery> late(int year, @Nullable String office) {
    return jdbc.sql(
            """
            select d.id as delivery, d.name as file, d.received_at as at
            from delivery d
            where d.year = :year
              and d.status = 'held'
              and %s
            order by d.received_at desc, d.id
            """
                .formatted(ReachedFiles.SQL))
        .param("year", year)
        .param("office", office)
        .query(LateDelivery.class)
        .list();
  }
}
