package org.sunlitledger.console.draft;

import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The drafts of corrections: one value for each cell, whoever wrote it last. */
@Component
public class Drafts {
  private final JdbcClient jdbc;
  private final Clock clock;

  Drafts(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
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

  /** All drafts of a delivery in the order of lines and columns. */
  public List<Draft> of(long delivery) {
    return jdbc.sql(
            """
            select d.line, d.cell, d.text, d.account_id, a.name, d.at, d.submission_id
            from mend_draft d
            join account a on a.id = d.account_id
            where d.delivery_id = :delivery
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

  /** Saves changes, all or none. Lines that are handed in stay as they are. */
  @Transactional
  public void change(long delivery, Collection<CellChange> changes, long account) {
    OffsetDateTime now = OffsetDateTime.now(clock);
    for (CellChange change : changes) {
      if (change.value().isEmpty()) {
        remove(delivery, change);
      } else {
        put(delivery, change, change.value().get().text(), account, now);
      }
    }
  }

  private void put(
      long delivery, CellChange change, Optional<String> text, long account, OffsetDateTime now) {
    jdbc.sql(
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
        .update();
  }

  private void remove(long delivery, CellChange change) {
    jdbc.sql(
            """
            delete from mend_draft
            where delivery_id = :delivery
              and line = :line
              and cell = :cell
              and submission_id is null
            """)
        .param("delivery", delivery)
        .param("line", change.line())
        .param("cell", change.cell())
        .update();
  }
}
