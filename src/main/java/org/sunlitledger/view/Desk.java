package org.sunlitledger.view;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunlitledger.database.ReachedFiles;
import org.sunlitledger.database.RunLock;

/** What awaits a person, and whether a run is under way, in numbers that cost little. */
@Component
public final class Desk {
  private final JdbcClient jdbc;
  private final RunLock lock;

  Desk(JdbcClient jdbc, RunLock lock) {
    this.jdbc = jdbc;
    this.lock = lock;
  }

  /**
   * What awaits a person.
   *
   * @param running the run that is under way
   * @param proposals to set something aside, which the person may approve
   * @param resolved discrepancies that others resolved, which the person may approve
   * @param drafts deliveries with corrections that the person has not handed in
   */
  public record OnTheDesk(Optional<Long> running, int proposals, int resolved, int drafts) {
    public static final OnTheDesk NOTHING = new OnTheDesk(Optional.empty(), 0, 0, 0);

    public int waiting() {
      return proposals + resolved + drafts;
    }
  }

  /**
   * What awaits a person.
   *
   * @param account of the person
   * @param name of the person, who approves no decision of their own
   * @param office the folder to which the person is limited; null for all
   * @param approves whether the person may approve decisions of others
   */
  public OnTheDesk of(long account, String name, @Nullable String office, boolean approves) {
    OnTheDesk found =
        jdbc.sql(
                """
                select
                  (select max(job_execution_id) from batch_job_execution where end_time is null),
                  case when :approves then (
                    select count(*)
                    from proposed_item i
                    join delivery d on d.id = i.delivery_id
                    where not same_person(i.set_aside_by, :name)
                      and %s
                  ) else 0 end,
                  case when :approves then (
                    select count(*)
                    from discrepancy
                    where status = 'resolved'
                      and not same_person(resolved_by, :name)
                      and cast(:office as text) is null
                  ) else 0 end,
                  (select count(distinct delivery_id) from kept_draft where account_id = :account)
                """
                    .formatted(ReachedFiles.SQL))
            .param("account", account)
            .param("name", name)
            .param("office", office)
            .param("approves", approves)
            .query(
                (row, number) ->
                    new OnTheDesk(
                        Optional.ofNullable(row.getObject(1, Long.class)),
                        row.getInt(2),
                        row.getInt(3),
                        row.getInt(4)))
            .single();
    // a run without an end may be one whose process was killed
    return found.running().isEmpty() || lock.holder().isPresent()
        ? found
        : new OnTheDesk(Optional.empty(), found.proposals(), found.resolved(), found.drafts());
  }
}
