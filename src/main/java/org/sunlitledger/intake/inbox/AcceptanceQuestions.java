package org.sunlitledger.intake.inbox;

import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunlitledger.intake.line.ShapeRule;

/** What waits for the decision of a person in {@link Acceptance}. */
@Component
public final class AcceptanceQuestions {
  private final JdbcClient jdbc;

  AcceptanceQuestions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A question about a file or a line.
   *
   * @param number of the open item
   * @param line 0 where the whole file is meant: what does it correct?
   */
  public record Question(long number, int line) {}

  /** A delivery that a file may correct. */
  public record Candidate(long delivery, String name, int lines, OffsetDateTime received) {}

  /** The questions about a delivery, the first ones. */
  public List<Question> of(long delivery, int most) {
    return jdbc.sql(
            """
            select distinct i.id as number, i.line
            from open_item i
            join open_thing t using (delivery_id, kind, line, subject)
            join delivery d on d.id = i.delivery_id
            join finding f
              on f.delivery_id = i.delivery_id
              and coalesce(f.line, 0) = i.line
              and f.severity = 'error'
            left join accepted_line a on a.delivery_id = i.delivery_id and a.line = i.line
            where i.delivery_id = :delivery
              and i.set_aside_at is null
              and a.line is null
              and (
                d.status = 'refused' and i.line = 0 and f.rule = :kinship
                or d.status = 'live' and i.line > 0 and f.rule = :similar
              )
            order by i.id
            limit :most
            """)
        .param("delivery", delivery)
        .param("kinship", ShapeRule.FILE_KINSHIP.id())
        .param("similar", Acceptance.SIMILAR_KEY)
        .param("most", most)
        .query(Question.class)
        .list();
  }

  /** The deliveries that a file may correct: those of its register and year that count. */
  public List<Candidate> candidates(long delivery) {
    return jdbc.sql(
            """
            select d.id as delivery, d.name, d.lines_read as lines, d.received_at as received
            from delivery d
            join delivery asked on asked.id = :delivery
            where d.register = asked.register
              and d.year = asked.year
              and d.status = 'live'
              and d.supplements is null
            order by d.id
            """)
        .param("delivery", delivery)
        .query(Candidate.class)
        .list();
  }
}
