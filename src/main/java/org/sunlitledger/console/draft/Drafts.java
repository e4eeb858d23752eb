package org.sunlitledger.console.draft;

import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.sunlitledger.console.draft.Submission.SubmissionState;

/** The drafts of corrections: one value for each cell, the last one that anybody wrote. */
@Component
public class Drafts {
  private static final int MAX_SHOWN_LINES = 20;

  private final JdbcClient jdbc;
  private final SubmissionTable submissions;
  private final Clock clock;

  Drafts(JdbcClient jdbc, SubmissionTable submissions, Clock clock) {
    this.jdbc = jdbc;
    this.submissions = submissions;
    this.clock = clock;
  }

  /**
   * A change of a cell.
   *
   * @param cell position of the column in the header as delivered, or {@link Draft#WITHDRAWAL}
   * @param value the new one; empty to go back to what was delivered
   */
  public record CellChange(int line, int cell, Optional<DraftValue> value) {}

  /**
   * The value of a cell.
   *
   * @param text empty where it is typed when the line is handed in
   */
  public record DraftValue(Optional<String> text) {}

  /**
   * The drafts of a delivery that count, in the order of lines and columns. Those that a run has
   * read do not; those of a refused or vanished file are as if they had never been handed in.
   */
  public List<Draft> of(long delivery) {
    Map<Long, SubmissionState> states =
        submissions.waiting(delivery).stream()
            .collect(Collectors.toMap(Submission::id, Submission::state));
    return kept(delivery).stream()
        .filter(draft -> state(draft, states) != SubmissionState.READ)
        .map(
            draft -> state(draft, states) == SubmissionState.WAITING ? draft : draft.notSubmitted())
        .toList();
  }

  private static SubmissionState state(Draft draft, Map<Long, SubmissionState> states) {
    return draft.submission().map(states::get).orElse(SubmissionState.NOWHERE);
  }

  private List<Draft> kept(long delivery) {
    return jdbc.sql(
            """
            select d.line, d.cell, d.text, d.account_id, a.name, d.at, d.submission_id
            from mend_draft d
            join account a on a.id = d.account_id
            where d.delivery_id = :delivery
              and (d.line, d.cell) not in (
                select line, cell
                from void_draft
                where delivery_id = :delivery
              )
            order by d.line, d.cell
            """)
        .param("delivery", delivery)
        .query(
            (row, number) ->
                new Draft(
                    row.getInt(1),
                    row.getInt(2),
                    Optional.ofNullable(row.getString(3)),
                    row.getLong(4),
                    row.getString(5),
                    row.getObject(6, OffsetDateTime.class),
                    Optional.ofNullable(row.getObject(7, Long.class))))
        .list();
  }

  /**
   * Drafts of a person that do not count any more.
   *
   * @param how as {@code void_draft} names it
   * @param byDelivery what has settled their lines instead; empty if a person did
   * @param by the person who did; empty where nobody is known
   * @param lines the first of their numbers
   */
  public record VoidDrafts(
      long account, String of, String how, Optional<Long> byDelivery, String by, String lines) {}

  /** Drafts of a delivery whose lines were settled otherwise. */
  public List<VoidDrafts> voids(long delivery) {
    return jdbc.sql(
            """
            select v.account_id, a.name, v.how, v.by_delivery, v.by,
              array_agg(distinct v.line order by v.line)
            from void_draft v
            join account a on a.id = v.account_id
            where v.delivery_id = :delivery
            group by v.account_id, a.name, v.how, v.by_delivery, v.by
            order by a.name, v.how
            """)
        .param("delivery", delivery)
        .query(
            (row, number) ->
                new VoidDrafts(
                    row.getLong(1),
                    row.getString(2),
                    row.getString(3),
                    Optional.ofNullable(row.getObject(4, Long.class)),
                    row.getString(5),
                    first((Integer[]) row.getArray(6).getArray())))
        .list();
  }

  private static String first(Integer[] lines) {
    return Arrays.stream(lines)
        .limit(MAX_SHOWN_LINES)
        .map(String::valueOf)
        .collect(Collectors.joining(" "));
  }

  /** Deletes the drafts of a person that do not count any more; the number of them. */
  public int discard(long delivery, long account) {
    return jdbc.sql(
            """
            delete from mend_draft m
            using void_draft v
            where m.delivery_id = v.delivery_id
              and m.line = v.line
              and m.cell = v.cell
              and v.delivery_id = :delivery
              and v.account_id = :account
            """)
        .param("delivery", delivery)
        .param("account", account)
        .update();
  }

  /** A line has been handed in, perhaps a moment ago; no change is saved. */
  public static final class HandedIn extends Exception {
    private static final long serialVersionUID = 1L;

    private final int line;

    HandedIn(int line) {
      super("line " + line);
      this.line = line;
    }

    public int line() {
      return line;
    }
  }

  /**
   * Saves changes, all or none.
   *
   * @throws HandedIn when a line of them is handed in: it stays as it is
   */
  @Transactional(rollbackFor = HandedIn.class)
  public void change(long delivery, Collection<CellChange> changes, long account) throws HandedIn {
    OffsetDateTime now = OffsetDateTime.now(clock);
    for (CellChange change : changes) {
      boolean isSaved =
          change.value().isEmpty()
              ? remove(delivery, change)
              : put(delivery, change, change.value().get().text(), account, now);
      if (!isSaved) {
        throw new HandedIn(change.line());
      }
    }
  }

  private boolean put(
      long delivery, CellChange change, Optional<String> text, long account, OffsetDateTime now) {
    return jdbc.sql(
                """
            insert into mend_draft (delivery_id, line, cell, text, account_id, at)
            select :delivery, :line, :cell, :text, :account, :now
            where not exists (
              select
              from mend_draft
              where delivery_id = :delivery
                and line = :line
                and submission_id is not null
            )
            on conflict (delivery_id, line, cell) do update
            set text = excluded.text, account_id = excluded.account_id, at = excluded.at
            where mend_draft.submission_id is null
            """)
            .param("delivery", delivery)
            .param("line", change.line())
            .param("cell", change.cell())
            .param("text", text.orElse(null), Types.VARCHAR)
            .param("account", account)
            .param("now", now)
            .update()
        > 0;
  }

  private boolean remove(long delivery, CellChange change) {
    return jdbc.sql(
            """
            with removed as (
              delete from mend_draft
              where delivery_id = :delivery
                and line = :line
                and cell = :cell
                and submission_id is null
            )
            select not exists (
              select
              from mend_draft
              where delivery_id = :delivery
                and line = :line
                and submission_id is not null
            )
            """)
        .param("delivery", delivery)
        .param("line", change.line())
        .param("cell", change.cell())
        .query(Boolean.class)
        .single();
  }
}
