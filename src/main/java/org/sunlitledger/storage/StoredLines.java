package org.sunlitledger.storage;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.sunlitledger.definition.SqlName;
import org.sunlitledger.definition.Years;

/**
 * Shows the records of closed years that are in files: for one transaction, the tables of registers
 * and their views of live records are hidden by temporary ones that have those records too. Only
 * the deliveries that are asked for are loaded. They are on the disk of the database until the
 * transaction ends.
 */
@Component
public final class StoredLines {
  private static final String HIDDEN_RECORDS =
      """
      create temporary table %1$s (like public.%2$s) on commit drop;
      create temporary view %3$s as
      select *
      from public.%3$s
      union all
      select s.*, d.year
      from %1$s s
      join public.delivery d on d.id = s.delivery_id
      where s.verdict = 'a'
        and d.status = 'live';
      """;

  private static final String HIDDEN_TABLE =
      """
      create temporary view %2$s as
      select *
      from public.%2$s
      union all
      select *
      from %1$s;
      """;

  private final StoredDeliveries stored;
  private final StorageFolder folder;
  private final JdbcClient jdbc;
  private final FileLoad load;
  private final TransactionTemplate moment;
  private final TransactionTemplate aside;

  StoredLines(
      StoredDeliveries stored,
      StorageFolder folder,
      JdbcClient jdbc,
      FileLoad load,
      PlatformTransactionManager transactions) {
    this.stored = stored;
    this.folder = folder;
    this.jdbc = jdbc;
    this.load = load;
    this.moment = new TransactionTemplate(transactions);
    this.moment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    this.aside = new TransactionTemplate(transactions);
    this.aside.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /**
   * Reads records of one moment. The database refuses changes until the work is done. Within a
   * transaction that is under way it is a part of that.
   */
  public <T> T read(Supplier<T> work) {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      return work.get();
    }
    return moment.execute(
        status -> {
          begin();
          return work.get();
        });
  }

  /**
   * The same in a transaction of its own, for those whose transaction writes to tables of
   * registers.
   */
  public <T> T readAside(Supplier<T> work) {
    return aside.execute(status -> work.get());
  }

  /** In a session that only reads, tables can be made only before its first query. */
  private void begin() {
    jdbc.sql("set transaction read write").update();
    if (!stored.registers().isEmpty()) {
      hide(true);
    }
    jdbc.sql("set transaction read only").update();
  }

  /**
   * Shows the records of some registers and years until the transaction ends.
   *
   * @throws StorageFault when a file is missing or is not the one that was written
   */
  public void show(Collection<String> registers, int firstYear, int lastYear) {
    show(registers, firstYear, lastYear, 0, Long.MAX_VALUE);
  }

  /** The same for deliveries of some numbers only. */
  public void show(
      Collection<String> registers,
      int firstYear,
      int lastYear,
      long firstDelivery,
      long lastDelivery) {
    fill(
        stored.of(registers, firstYear, lastYear),
        file -> file.delivery() >= firstDelivery && file.delivery() <= lastDelivery);
  }

  /** The same without those whose file is missing or is not the one that was written. */
  public void showSound(Collection<String> registers, int firstYear, int lastYear) {
    fill(stored.of(registers, firstYear, lastYear), this::isSound);
  }

  /** The same for one delivery. */
  public void show(long delivery) {
    fill(stored.of(delivery), file -> true);
  }

  /**
   * Shows all records of some registers, whatever their year, only in the views of live records.
   * Queries that read the tables themselves for an open year cost what they did.
   */
  public void showLive(Collection<String> registers) {
    fill(stored.of(registers, Years.ALWAYS.from(), Years.ALWAYS.to()), file -> true, false);
  }

  private boolean isSound(StoredFile file) {
    try {
      folder.require(file);
      return true;
    } catch (StorageFault fault) {
      return false;
    }
  }

  private void fill(List<StoredFile> files, Predicate<StoredFile> which) {
    fill(files, which, true);
  }

  private void fill(List<StoredFile> files, Predicate<StoredFile> which, boolean hidesTables) {
    List<StoredFile> asked = files.stream().filter(which).toList();
    if (asked.isEmpty()) {
      return;
    }
    hide(hidesTables);
    Set<String> changed = new TreeSet<>();
    for (StoredFile file : asked) {
      if (isNew(file)) {
        load.all(file, temporary(file.register()));
        changed.add(file.register());
      }
    }
    changed.forEach(register -> jdbc.sql("analyze " + temporary(register)).update());
  }

  private boolean isNew(StoredFile file) {
    return jdbc.sql(
                "insert into pg_temp.shown_delivery (delivery_id) values (:id) on conflict do nothing")
            .param("id", file.delivery())
            .update()
        > 0;
  }

  /** Makes the temporary tables and views of the transaction, if it has none yet. */
  private void hide(boolean hidesTables) {
    if (jdbc.sql("select to_regclass('pg_temp.shown_delivery') is not null")
        .query(Boolean.class)
        .single()) {
      return;
    }
    StringBuilder statements =
        new StringBuilder(
            "create temporary table shown_delivery (delivery_id bigint primary key) on commit drop;\n");
    for (String register : stored.registers()) {
      statements.append(hidden(HIDDEN_RECORDS, register));
      if (hidesTables) {
        statements.append(hidden(HIDDEN_TABLE, register));
      }
    }
    // plans of this session name the tables that are hidden now
    jdbc.sql(statements.append("discard plans").toString()).update();
  }

  private static String hidden(String statements, String register) {
    return statements.formatted(
        temporary(register), SqlName.checked(register), SqlName.checked("live_" + register));
  }

  private static String temporary(String register) {
    return "pg_temp." + SqlName.checked("stored_of_" + register);
  }

  /**
   * Loads the records of a close into their tables again, and compares what is there then; part of
   * the caller's transaction.
   *
   * @return the number of records
   * @throws StorageFault when a file is missing or is not the one that was written
   */
  public long loadBack(long close) {
    long lines = 0;
    for (StoredFile file : stored.ofClose(close)) {
      String table = LineCopy.table(file.register());
      load.all(file, table);
      load.compare(file, table);
      lines += file.lines();
    }
    return lines;
  }
}
