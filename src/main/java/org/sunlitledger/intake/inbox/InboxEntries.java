package org.sunlitledger.intake.inbox;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunlitledger.intake.file.FilePath;
import org.sunlitledger.intake.file.HiddenNames;

/** The entries of inboxes as the last scan saw them. */
@Component
public class InboxEntries {
  private final JdbcClient jdbc;
  private final HiddenNames hidden;

  InboxEntries(JdbcClient jdbc, HiddenNames hidden) {
    this.jdbc = jdbc;
    this.hidden = hidden;
  }

  /** Whether the last scan saw these bytes at this place. */
  boolean wasSeenAtLastScan(Path file, String sha256) {
    return jdbc.sql(
            """
            select exists (
              select
              from inbox_entry
              where path = :path
                and sha256 = :sha
                and not gone
            )
            """)
        .param("path", hidden.kept(file))
        .param("sha", sha256)
        .query(Boolean.class)
        .single();
  }

  /**
   * Records an entry.
   *
   * @param sha256 digest of its bytes; empty if they are not read
   * @param now when this scan of the inbox began
   */
  void record(Path inbox, Path file, EntryState state, String sha256, OffsetDateTime now) {
    jdbc.sql(
            """
            insert into inbox_entry (path, inbox, shown, state, sha256, since, seen_at)
            values (:path, :inbox, :shown, :state, nullif(:sha, ''), :now, :now)
            on conflict (path) do update
            set inbox = excluded.inbox,
              shown = excluded.shown,
              state = excluded.state,
              sha256 = excluded.sha256,
              seen_at = excluded.seen_at,
              gone = false,
              moved = false,
              since =
                case when inbox_entry.sha256 = excluded.sha256 and not inbox_entry.gone
                  then inbox_entry.since else excluded.since end
            """)
        .param("path", hidden.kept(file))
        .param("inbox", hidden.kept(inbox))
        .param("shown", hidden.hide(FilePath.shown(inbox, file)))
        .param("state", state.kept())
        .param("sha", sha256)
        .param("now", now)
        .update();
  }

  /** Changes the state of a file after it was seen. */
  public void change(Path file, EntryState state) {
    jdbc.sql("update inbox_entry set state = :state, sha256 = null where path = :path")
        .param("state", state.kept())
        .param("path", hidden.kept(file))
        .update();
  }

  /**
   * Marks the entries that are no longer in an inbox. An entry that was moved to the archive is
   * deleted instead, once it is reported.
   */
  void markGone(Path inbox, List<Path> there) {
    jdbc.sql(
            """
            delete from inbox_entry
            where inbox = :inbox
              and moved
              and not exists (
                select
                from delivery d
                where d.sha256 = inbox_entry.sha256
                  and not d.reported
              )
            """)
        .param("inbox", hidden.kept(inbox))
        .update();
    jdbc.sql(
            """
            update inbox_entry
            set gone = true
            where inbox = :inbox
              and not gone
              and not moved
              and path <> all(:there)
            """)
        .param("inbox", hidden.kept(inbox))
        .param("there", there.stream().map(hidden::kept).toArray(String[]::new))
        .update();
  }

  /** Records that a file was moved to the archive and not removed by a person. */
  void move(Path file) {
    jdbc.sql("update inbox_entry set moved = true, gone = false where path = :path")
        .param("path", hidden.kept(file))
        .update();
  }
}
