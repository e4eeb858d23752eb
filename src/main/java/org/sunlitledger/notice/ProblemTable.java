package org.sunlitledger.notice;

import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.sunlitledger.notice.problem.Seen;

/** Records since when something is wrong, and until when. */
final class ProblemTable {
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  ProblemTable(JdbcClient jdbc, TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  /** Takes note of all that is wrong of a kind. What is not among it is settled. */
  void note(String kind, List<Seen> seen, OffsetDateTime now) {
    String[] subjects = seen.stream().map(Seen::subject).toArray(String[]::new);
    transaction.executeWithoutResult(
        status -> {
          jdbc.sql(
                  """
                  update problem
                  set settled = greatest(since, :now)
                  where kind = :kind
                    and settled is null
                    and not subject = any(cast(:subjects as text[]))
                  """)
              .param("now", now)
              .param("kind", kind)
              .param("subjects", subjects)
              .update();
          jdbc.sql(
                  """
                  insert into problem (kind, subject, since)
                  select :kind, s.subject, :now
                  from unnest(cast(:subjects as text[])) s (subject)
                  on conflict (kind, subject) where settled is null do nothing
                  """)
              .param("kind", kind)
              .param("subjects", subjects)
              .param("now", now)
              .update();
        });
  }
}
