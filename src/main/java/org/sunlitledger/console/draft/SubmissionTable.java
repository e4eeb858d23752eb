package org.sunlitledger.console.draft;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunlitledger.console.draft.Submission.MendResult;
import org.sunlitledger.console.draft.Submission.SubmissionState;
import org.sunlitledger.intake.file.IntakeSettings;

/** What was handed in and how far it has come. */
@Component
public final class SubmissionTable {
  private static final String ALL =
      """
      select s.id, s.delivery_id, s.account_id, a.name, s.at, s.file, s.sha256, s.lines, s.withdrawn
      from mend_submission s
      join account a on a.id = s.account_id
      """;

  private final JdbcClient jdbc;
  private final Path inbox;

  SubmissionTable(JdbcClient jdbc, IntakeSettings settings) {
    this.jdbc = jdbc;
    this.inbox = settings.inbox();
  }

  public Optional<Submission> find(long delivery, long id) {
    return read(
            jdbc.sql(ALL + "where s.delivery_id = :delivery and s.id = :id")
                .param("delivery", delivery)
                .param("id", id))
        .stream()
        .findFirst();
  }

  /** Those of a delivery with drafts that wait for a run. */
  List<Submission> waiting(long delivery) {
    return read(
        jdbc.sql(
                ALL
                    + """
                    where s.delivery_id = :delivery
                      and exists (select from mend_draft d where d.submission_id = s.id)
                    order by s.id
                    """)
            .param("delivery", delivery));
  }

  /** The deliveries with drafts that wait for a run. */
  List<Long> deliveriesWaiting() {
    return jdbc.sql(
            "select distinct delivery_id from mend_draft where submission_id is not null order by 1")
        .query(Long.class)
        .list();
  }

  private List<Submission> read(JdbcClient.StatementSpec query) {
    return query
        .query(
            (row, number) ->
                new Submission(
                    row.getLong(1),
                    row.getLong(2),
                    row.getLong(3),
                    row.getString(4),
                    row.getObject(5, OffsetDateTime.class),
                    row.getString(6),
                    row.getString(7),
                    row.getInt(8),
                    row.getInt(9),
                    SubmissionState.NOWHERE,
                    Optional.empty()))
        .list()
        .stream()
        .map(this::asItIsNow)
        .toList();
  }

  private Submission asItIsNow(Submission recorded) {
    // a run enters a file before it moves it: look at the inbox first
    boolean isThere = Files.exists(inbox.resolve(recorded.file()), LinkOption.NOFOLLOW_LINKS);
    Optional<Entered> entered = entered(recorded.sha256());
    return recorded.in(
        state(isThere, entered.map(Entered::status)), entered.map(Entered::delivery));
  }

  private record Entered(long delivery, String status) {}

  /**
   * The delivery that a run has made of a file. Workbooks say when they were written, so each
   * differs.
   */
  private Optional<Entered> entered(String sha256) {
    return jdbc.sql(
            """
            select id as delivery, status
            from delivery
            where sha256 = :sha256
            order by id desc
            limit 1
            """)
        .param("sha256", sha256)
        .query(Entered.class)
        .optional();
  }

  private static SubmissionState state(boolean isThere, Optional<String> status) {
    if (status.isEmpty()) {
      return isThere ? SubmissionState.WAITING : SubmissionState.NOWHERE;
    }
    return switch (status.get()) {
      case "received", "loading", "loaded" -> SubmissionState.WAITING;
      case "refused" -> SubmissionState.REFUSED;
      default -> SubmissionState.READ;
    };
  }

  /** Records what is about to be handed in and marks its drafts; the number of marked lines. */
  int add(Submission submission, Collection<Integer> lines) {
    long id =
        jdbc.sql(
                """
                insert into mend_submission
                  (delivery_id, account_id, at, file, sha256, lines, withdrawn)
                values (:delivery, :account, :at, :file, :sha256, :lines, :withdrawn)
                returning id
                """)
            .param("delivery", submission.delivery())
            .param("account", submission.account())
            .param("at", submission.at())
            .param("file", submission.file())
            .param("sha256", submission.sha256())
            .param("lines", submission.lines())
            .param("withdrawn", submission.withdrawn())
            .query(Long.class)
            .single();
    return (int)
        jdbc
            .sql(
                """
                update mend_draft
                set submission_id = :id
                where delivery_id = :delivery
                  and line in (:lines)
                  and submission_id is null
                returning line
                """)
            .param("id", id)
            .param("delivery", submission.delivery())
            .param("lines", lines)
            .query(Integer.class)
            .stream()
            .distinct()
            .count();
  }

  /** Keeps others from changing the drafts of a delivery until the transaction ends. */
  void lockDrafts(long delivery) {
    jdbc.sql("select line from mend_draft where delivery_id = :delivery for update")
        .param("delivery", delivery)
        .query(Integer.class)
        .list();
  }

  boolean isTaken(String file) {
    return Files.exists(inbox.resolve(file), LinkOption.NOFOLLOW_LINKS)
        || jdbc.sql("select exists (select from mend_submission where file = :file)")
            .param("file", file)
            .query(Boolean.class)
            .single();
  }

  /** Deletes the drafts that a run has read. */
  void clear(Submission submission) {
    jdbc.sql("delete from mend_draft where submission_id = :id")
        .param("id", submission.id())
        .update();
  }

  /** Gives back the drafts of what was refused, or was never handed in. */
  void giveBack(Submission submission) {
    jdbc.sql("update mend_draft set submission_id = null where submission_id = :id")
        .param("id", submission.id())
        .update();
  }

  /** The result of a supplement that a run has read. */
  public MendResult result(Submission submission) {
    return jdbc.sql(
            """
            with wrong as (
              select s.line, bool_and(not exists (
                select
                from finding before
                where before.delivery_id = :delivery
                  and before.line = s.original
                  and before.rule = f.rule
              )) as is_new
              from supplement_line s
              join finding f on f.delivery_id = s.delivery_id and f.line = s.line
              where s.delivery_id = :supplement
                and not s.withdrawn
                and f.severity = 'error'
              group by s.line
            )
            select
              (select count(*)
               from supplement_line
               where delivery_id = :supplement
                 and not withdrawn
                 and line not in (select line from wrong)) as mended,
              (select count(*) from wrong) as still_wrong,
              (select count(*) from wrong where is_new) as newly_wrong
            """)
        .param("delivery", submission.delivery())
        .param("supplement", submission.supplement().orElseThrow())
        .query(MendResult.class)
        .single();
  }
}
