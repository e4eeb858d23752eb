package org.sunlitledger.storage;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The deliveries of closed years whose records are in files. A reopened year has none. */
@Component
public final class StoredDeliveries {
  private static final String SELECT =
      """
      select delivery_id as delivery, register, year, folder, file, lines, bytes, sha256, content_sha256
      from stored_lines
      """;
  private static final String ORDER = " order by delivery_id";

  private final JdbcClient jdbc;

  StoredDeliveries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Those of some registers and years. */
  public List<StoredFile> of(Collection<String> registers, int firstYear, int lastYear) {
    return jdbc.sql(
            SELECT + " where register = any(:registers) and year between :first and :last" + ORDER)
        .param("registers", registers.toArray(String[]::new))
        .param("first", firstYear)
        .param("last", lastYear)
        .query(StoredFile.class)
        .list();
  }

  /** One delivery, if its records are in a file. */
  public List<StoredFile> of(long delivery) {
    return jdbc.sql(SELECT + " where delivery_id = :delivery")
        .param("delivery", delivery)
        .query(StoredFile.class)
        .list();
  }

  /** Those of a close. */
  public List<StoredFile> ofClose(long close) {
    return jdbc.sql(SELECT + " where close_id = :close" + ORDER)
        .param("close", close)
        .query(StoredFile.class)
        .list();
  }

  /** Where the records of a close are; empty where they are in their tables. */
  public Optional<StoredYear> year(long close) {
    return jdbc.sql(
            """
            select y.folder, y.sha256, e.at, e.who as by, e.detail as event
            from stored_year y
            join year_close c on c.id = y.close_id and c.reopened_at is null
            join audit_event e on e.id = y.event and e.action = 'store' and e.year = c.year
            where y.close_id = :close
            """)
        .param("close", close)
        .query(StoredYear.class)
        .optional();
  }

  /** The registers that have any. */
  List<String> registers() {
    return jdbc.sql("select distinct register from stored_lines order by register")
        .query(String.class)
        .list();
  }
}
