package org.sunlitledger.intake.delivery;

import java.nio.charset.Charset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.sunlitledger.definition.SqlName;
import org.sunlitledger.intake.delivery.Withdrawals.Withdrawn;
import org.sunlitledger.intake.file.HiddenNames;
import org.sunlitledger.intake.layout.column.DeliveredColumns;
import org.sunlitledger.intake.line.FileFault;
import org.sunlitledger.intake.line.ShapeFinding;
import org.sunlitledger.quantity.person.PersonalText;
import org.sunlitledger.register.Sides;
import org.sunlitledger.storage.StoredLines;

/** The table of deliveries during the import. */
@Component
public class Deliveries {
  private final JdbcClient jdbc;
  private final HiddenNames hidden;
  private final TransactionTemplate transaction;
  private final SupplementLines supplements;
  private final StoredLines stored;

  Deliveries(
      JdbcClient jdbc,
      HiddenNames hidden,
      TransactionTemplate transaction,
      SupplementLines supplements,
      StoredLines stored) {
    this.jdbc = jdbc;
    this.hidden = hidden;
    this.supplements = supplements;
    this.stored = stored;
    this.transaction = transaction;
  }

  /** The deliveries whose lines are not all imported, from this run or an interrupted one. */
  public List<Long> unfinished() {
    return jdbc.sql("select id from delivery where status in ('received', 'loading') order by id")
        .query(Long.class)
        .list();
  }

  /** Whether a file with this digest is already imported. */
  boolean isKnown(String sha256, int year) {
    return jdbc.sql("select exists (select from delivery where sha256 = :sha256 and year = :year)")
        .param("sha256", sha256)
        .param("year", year)
        .query(Boolean.class)
        .single();
  }

  /** Whether the credit side was paid in the ledger whose lines a supplement corrects. */
  public boolean isCreditPaid(Delivery supplement, Sides sides) {
    return stored.readAside(
        () -> {
          stored.show(List.of(supplement.register()), supplement.year(), supplement.year());
          return hasCreditPaid(supplement, sides);
        });
  }

  private boolean hasCreditPaid(Delivery supplement, Sides sides) {
    return jdbc.sql(
            """
            select exists (
              select
              from %1$s r
              join delivery d on coalesce(d.supplements, d.id) = r.delivery_id
              where d.id = :id
                and case
                  when r.%2$s > 0 or r.%4$s = 'debit' then r.amount < 0
                  when r.%3$s > 0 or r.%4$s = 'credit' then r.amount > 0
                end
            )
            """
                .formatted(
                    SqlName.checked(supplement.register()),
                    SqlName.checked(sides.debit().column()),
                    SqlName.checked(sides.credit().column()),
                    SqlName.checked(sides.side().column())))
        .param("id", supplement.id())
        .query(Boolean.class)
        .single();
  }

  public Delivery get(long id) {
    return jdbc.sql(
            """
            select id, register, year, name, path, sheet, charset, sha256, bytes, lines_read,
              supplements is not null
            from delivery
            where id = :id
            """)
        .param("id", id)
        .query(
            (row, number) ->
                new Delivery(
                    row.getLong(1),
                    row.getString(2),
                    row.getInt(3),
                    row.getString(4),
                    hidden.find(row.getString(5)),
                    row.getInt(6),
                    Charset.forName(row.getString(7)),
                    row.getString(8),
                    row.getLong(9),
                    row.getInt(10),
                    row.getBoolean(11)))
        .single();
  }

  /**
   * Sets the current transaction to commit without waiting for the disk. Lines and position are
   * lost together or not at all. After a crash of the server, some lines are therefore read again
   * and nothing else is lost.
   */
  public void doNotWaitForDisk() {
    jdbc.sql("set local synchronous_commit = off").update();
  }

  /**
   * Advances the position in the transaction that writes the lines, so that both commit together.
   */
  public void advance(long id, int lines, long fen) {
    jdbc.sql(
            """
            update delivery
            set status = 'loading', lines_read = lines_read + :lines, fen_read = fen_read + :fen
            where id = :id
            """)
        .param("lines", lines)
        .param("fen", fen)
        .param("id", id)
        .update();
  }

  /** Deletes the results of lines that are judged again. The position does not change. */
  public void takeBack(Delivery delivery, List<Integer> lines) {
    for (String table : List.of(delivery.register(), "reject", "finding")) {
      jdbc.sql(
              "delete from %s where delivery_id = :id and line = any(:lines)"
                  .formatted(SqlName.checked(table)))
          .param("id", delivery.id())
          .param("lines", lines.toArray(Integer[]::new))
          .update();
    }
  }

  /**
   * Marks a delivery as completely read. The findings on the whole file are written with its new
   * status.
   */
  public void loaded(Delivery delivery, ReadFile read) {
    transaction.executeWithoutResult(status -> settle(delivery, read));
  }

  /**
   * Marks a supplement as completely read. It is rejected if its lines refer to lines that are not
   * open.
   */
  void loadedSupplement(Delivery supplement, ReadFile read) {
    transaction.executeWithoutResult(
        status -> {
          read.withdrawn().forEach(line -> withdraw(supplement.id(), line));
          List<FileFault> faults = supplements.faults(supplement);
          if (faults.isEmpty()) {
            supplements.trace(supplement);
            settle(supplement, read);
          } else {
            refuse(supplement, faults);
          }
        });
  }

  /** Sets the new status. A delivery for a closed year is held until the year is reopened. */
  private void settle(Delivery delivery, ReadFile read) {
    read.findings().forEach(found -> addFinding(delivery.id(), found.finding(), found.line()));
    read.more().ifPresent(columns -> widen(delivery, columns));
    jdbc.sql(
            """
            update delivery
            set status = case when year <= closed_through() then 'held' else 'loaded' end
            where id = :id
            """)
        .param("id", delivery.id())
        .update();
  }

  private void widen(Delivery delivery, DeliveredColumns columns) {
    jdbc.sql(
            """
            update delivery
            set titles = :titles, fields = :fields, units = :units
            where id = :id
            """)
        .param("titles", hidden.hide(columns.titles()))
        .param("fields", columns.fields())
        .param("units", columns.units())
        .param("id", delivery.id())
        .update();
  }

  private void withdraw(long delivery, Withdrawn line) {
    jdbc.sql(
            """
            insert into supplement_line (delivery_id, line, original, withdrawn)
            values (:delivery, :line, :original, true)
            """)
        .param("delivery", delivery)
        .param("line", line.line())
        .param("original", line.original())
        .update();
  }

  /** Deletes the imported lines of a file that proved to be broken, and records the reason. */
  public void refuse(Delivery delivery, List<FileFault> faults) {
    transaction.executeWithoutResult(
        status -> {
          deleteLines(delivery);
          jdbc.sql(
                  """
                  update delivery
                  set status = 'refused', lines_read = 0, fen_read = 0, supersedes = null
                  where id = :id
                  """)
              .param("id", delivery.id())
              .update();
          faults.forEach(fault -> addFinding(delivery.id(), fault.finding(), fault.line()));
        });
  }

  /** Forgets a delivery whose file has disappeared or changed. The file can be imported later. */
  public void forget(Delivery delivery) {
    transaction.executeWithoutResult(
        status -> {
          deleteLines(delivery);
          jdbc.sql(
                  """
                  update delivery n
                  set supersedes = d.supersedes
                  from delivery d
                  where d.id = :id
                    and n.supersedes = d.id
                  """)
              .param("id", delivery.id())
              .update();
          jdbc.sql("delete from delivery where id = :id").param("id", delivery.id()).update();
        });
  }

  void addFinding(long delivery, ShapeFinding finding, int line) {
    jdbc.sql(
            """
            insert into finding
              (delivery_id, line, source, rule, severity, field, found, expected)
            values
              (:delivery, nullif(:line, 0), 'intake', :rule, :severity, :field, :found, :expected)
            """)
        .param("delivery", delivery)
        .param("line", line)
        .param("rule", finding.rule().id())
        .param("severity", finding.rule().severity())
        .param("field", hidden.hide(finding.field()))
        .param("found", hidden.hide(PersonalText.masked(finding.found())))
        .param("expected", PersonalText.masked(finding.expected()))
        .update();
  }

  private void deleteLines(Delivery delivery) {
    for (String table :
        List.of(
            delivery.register(),
            "reject",
            "finding",
            "supplement_line",
            "line_digest",
            "key_shape",
            "key_form")) {
      jdbc.sql("delete from %s where delivery_id = :id".formatted(SqlName.checked(table)))
          .param("id", delivery.id())
          .update();
    }
  }
}
