package org.sunlitledger.view;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people have to do in a year, delivery by delivery. */
@Component
public final class YearDesk {
  private static final String REACHED =
      "(cast(:office as text) is null or starts_with(d.name, cast(:office as text) || '/'))";

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

  /** A delivery that came for a closed year. */
  public record LateDelivery(long delivery, String file, OffsetDateTime at) {}

  /**
   * What is open, rejected files first.
   *
   * @param office the folder to which the reader is limited; null for all
   */
  public List<ToCorrect> toCorrect(int year, @Nullable String office) {
    return jdbc.sql(
            """
            with aside as (
              select delivery_id, kind, line, subject
              from open_item
              where set_aside_at is not null
            ), open as (
              select t.delivery_id, t.kind
              from open_thing t
              left join aside a using (delivery_id, kind, line, subject)
              where a.delivery_id is null
            )
            select
              d.id as delivery,
              d.name as file,
              bool_or(o.kind = 'file') as is_whole,
              count(*) filter (where o.kind = 'line') as lines,
              count(*) filter (where o.kind not in ('line', 'file')) as parts
            from open o
            join delivery d on d.id = o.delivery_id
            where d.year = :year
              and %s
            group by d.id
            order by is_whole desc, lines desc, d.id
            """
                .formatted(REACHED))
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
            from open_item i
            join delivery d on d.id = i.delivery_id
            cross join lateral (
              select
              from open_thing t
              where t.delivery_id = i.delivery_id
                and t.kind = i.kind
                and t.line = i.line
                and t.subject = i.subject
              limit 1
            ) still_open
            where i.set_aside_at is not null
              and i.approved_at is null
              and d.year = :year
              and %s
            group by d.id, i.set_aside_by
            order by d.id
            """
                .formatted(REACHED))
        .param("year", year)
        .param("office", office)
        .query(ToApprove.class)
        .list();
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
                .formatted(REACHED))
        .param("year", year)
        .param("office", office)
        .query(LateDelivery.class)
        .list();
  }
}
