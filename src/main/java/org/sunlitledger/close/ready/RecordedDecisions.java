package org.sunlitledger.close.ready;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunlitledger.close.ready.Obstacle.ObstacleKind;
import org.sunlitledger.database.audit.AuditChain;

/**
 * Holds what is decided against the audit trail. A person with access to the database can write
 * that somebody approved something, but cannot write an event into the trail.
 */
@Component
final class RecordedDecisions {
  private static final String DISCREPANCIES =
      """
      select d.id, d.approved_by
      from discrepancy d
      left join lateral (
        select action, who, detail
        from audit_event
        where discrepancy_id = d.id
        order by id desc
        limit 1
      ) e on true
      where d.year = :year
        and d.status = 'approved'
        and (e.action, e.who, e.detail)
          is distinct from
          ('approve', d.approved_by, concat(d.resolved_as, ' by ', d.resolved_by, ': ', d.why))
      order by d.id
      """;

  /** One that follows another was set aside with it. */
  private static final String OPEN_ITEMS =
      """
      select i.id, i.approved_by
      from open_item i
      join delivery d on d.id = i.delivery_id
      left join open_item f on f.id = i.follows and (f.kind, f.subject) = (i.kind, i.subject)
      left join lateral (
        select action, who, detail
        from audit_event
        where discrepancy_id = case when i.follows is null then i.id else f.id end
        order by id desc
        limit 1
      ) e on true
      cross join lateral (
        select concat(': set aside by ', i.set_aside_by, ': ', i.why) as said
      ) s
      where d.year <= :year
        and i.approved_at is not null
        and (
          (e.action, e.who) is distinct from ('approve', i.approved_by)
          or right(e.detail, length(s.said)) is distinct from s.said
        )
      order by i.id
      """;

  /** What was decided on is never deleted: what is found no more is kept as gone. */
  private static final String LOST =
      """
      select discrepancy_id, min(who)
      from audit_event e
      where year = :year
        and discrepancy_id is not null
        and not exists (select from discrepancy d where d.id = e.discrepancy_id)
        and not exists (select from open_item i where i.id = e.discrepancy_id)
      group by discrepancy_id
      order by discrepancy_id
      """;

  private final JdbcClient jdbc;
  private final AuditChain chain;

  RecordedDecisions(JdbcClient jdbc, AuditChain chain) {
    this.jdbc = jdbc;
    this.chain = chain;
  }

  /**
   * Approvals of a year that nobody gave, decisions whose subject is gone, and a trail that is not
   * what was recorded.
   */
  List<Obstacle> missing(int year) {
    List<Obstacle> missing = new ArrayList<>();
    chain
        .firstBroken()
        .ifPresent(event -> missing.add(Obstacle.of(ObstacleKind.AUDIT_BROKEN, event.id())));
    for (String query : List.of(DISCREPANCIES, OPEN_ITEMS)) {
      jdbc.sql(query)
          .param("year", year)
          .query(
              (row, number) ->
                  Obstacle.of(ObstacleKind.DECISION_UNRECORDED, row.getLong(1), row.getString(2)))
          .list()
          .forEach(missing::add);
    }
    jdbc.sql(LOST)
        .param("year", year)
        .query(
            (row, number) ->
                Obstacle.of(ObstacleKind.DECISION_LOST, row.getLong(1), row.getString(2)))
        .list()
        .forEach(missing::add);
    return missing;
  }
}
