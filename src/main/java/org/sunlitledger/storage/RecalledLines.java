package org.sunlitledger.storage;

import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunlitledger.definition.SqlName;
import org.sunlitledger.definition.Years;

/**
 * Lets the checks of a night compare with records of closed years that are in files: for one
 * transaction, {@code standing_R} has those that were asked for too. The tables of registers are
 * not hidden, as checks write to them.
 */
@Component
public final class RecalledLines {
  private final StoredDeliveries stored;
  private final FileLoad load;
  private final JdbcClient jdbc;

  RecalledLines(StoredDeliveries stored, FileLoad load, JdbcClient jdbc) {
    this.stored = stored;
    this.load = load;
    this.jdbc = jdbc;
  }

  /** Whether any records of a register and some years are in files. */
  public boolean areAny(String register, Years years) {
    return !files(register, years).isEmpty();
  }

  /**
   * Shows some records as a part of {@code standing_R} until the transaction ends.
   *
   * @param places a query for their {@code delivery_id} and {@code line}; what is in no file is
   *     passed over
   * @throws StorageFault when a file that has one of them is missing or is not the one that was
   *     written
   */
  public void recall(String register, Years years, String places) {
    List<StoredFile> files = files(register, years);
    if (files.isEmpty()) {
      return;
    }
    begin(register);
    jdbc.sql("create temporary table recalled_place on commit drop as " + places).update();
    List<Long> concerned =
        jdbc.sql("select distinct delivery_id from recalled_place").query(Long.class).list();
    boolean isNew = false;
    for (StoredFile file : files) {
      if (concerned.contains(file.delivery())) {
        BitSet lines = missing(file);
        if (!lines.isEmpty()) {
          load.some(file, table(register), lines);
          isNew = true;
        }
      }
    }
    jdbc.sql("drop table recalled_place").update();
    if (isNew) {
      jdbc.sql("analyze " + table(register)).update();
    }
  }

  /**
   * Loads all records of a delivery into a table that is there while the work is done.
   *
   * @param work takes the table as SQL
   */
  public void withRecords(long delivery, String register, Consumer<String> work) {
    String table = "pg_temp.records_alone";
    jdbc.sql(
            "create temporary table records_alone (like public.%s) on commit drop"
                .formatted(SqlName.checked(register)))
        .update();
    stored.of(delivery).forEach(file -> load.all(file, table));
    work.accept(table);
    jdbc.sql("drop table " + table).update();
  }

  private List<StoredFile> files(String register, Years years) {
    return stored.of(List.of(register), years.from(), years.to());
  }

  /** Makes the table of the transaction, and the view that has it too, if they are not there. */
  private void begin(String register) {
    String standing = SqlName.checked("standing_" + register);
    boolean isThere =
        jdbc.sql("select to_regclass('pg_temp.' || :view) is not null")
            .param("view", SqlName.plain("standing_" + register))
            .query(Boolean.class)
            .single();
    if (isThere) {
      return;
    }
    jdbc.sql(
            """
            create temporary table %1$s (like public.%2$s, primary key (delivery_id, line)) on commit drop;
            create temporary view %3$s as
            select *
            from public.%3$s
            union all
            select r.*, d.year
            from %1$s r
            join public.delivery d on d.id = r.delivery_id
            where d.status = 'live';
            discard plans
            """
                .formatted(table(register), SqlName.checked(register), standing))
        .update();
  }

  /** The lines of a file that are wanted and not there yet. */
  private BitSet missing(StoredFile file) {
    BitSet lines = new BitSet();
    jdbc.sql(
            """
            select line
            from recalled_place
            where delivery_id = :delivery
            except
            select line
            from %s
            where delivery_id = :delivery
            """
                .formatted(table(file.register())))
        .param("delivery", file.delivery())
        .query((RowCallbackHandler) row -> lines.set(row.getInt(1)));
    return lines;
  }

  private static String table(String register) {
    return "pg_temp." + SqlName.checked("recalled_of_" + register);
  }
}
