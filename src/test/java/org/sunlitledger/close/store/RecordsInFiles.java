package org.sunlitledger.close.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sunlitledger.register.Register;
import org.sunlitledger.storage.LineCopy;
import org.sunlitledger.storage.StorageFolder;
import org.sunlitledger.storage.StoredFile;
import org.sunlitledger.testing.Office;

/**
 * Records of the deliveries of an office in files, as after {@code store}, but of years that nobody
 * has closed in earnest: it needs no snapshot. They are there until {@link #close}, which opens the
 * years again and leaves the tables as they are.
 */
public final class RecordsInFiles implements AutoCloseable {
  private static final String FOLDER = "trial";

  private final Office office;
  private final JdbcClient sql;
  private long lines;

  /** Moves the records of all live deliveries up to a year that may be moved. */
  public RecordsInFiles(Office office, int lastYear) {
    this.office = office;
    this.sql = office.sql();
    long close =
        sql.sql(
                """
                insert into year_close
                  (year, number, closed_at, closed_by, definitions_version, sha256, audit_head)
                select :year, 1 + count(*), now(), '甲', '', '', 0
                from year_close
                where year = :year
                returning id
                """)
            .param("year", lastYear)
            .query(Long.class)
            .single();
    sql.sql(
            "insert into stored_year (close_id, folder, sha256, event) values (:close, :folder, '', 0)")
        .param("close", close)
        .param("folder", FOLDER)
        .update();
    for (Register register : office.the(MovableRegisters.class).moved()) {
      files(register, lastYear).forEach(file -> move(close, file));
    }
  }

  /** The names of the registers whose records may be moved. */
  public static Set<String> movable(Office office) {
    return office.the(MovableRegisters.class).moved().stream()
        .map(Register::name)
        .collect(Collectors.toSet());
  }

  /** How many were moved. */
  public long lines() {
    return lines;
  }

  private List<StoredFile> files(Register register, int lastYear) {
    List<StoredFile> files = new ArrayList<>();
    try (Connection session = office.the(DataSource.class).getConnection()) {
      for (long delivery : deliveries(register, lastYear)) {
        files.add(
            new LineCopy(session)
                .write(
                    folder(),
                    new StoredFile(
                        delivery,
                        register.name(),
                        lastYear,
                        FOLDER,
                        "%s-%d.csv.gz".formatted(register.name(), delivery),
                        0,
                        0,
                        "",
                        ""),
                    columns(register)));
      }
      return files;
    } catch (Exception problem) {
      throw new IllegalStateException(problem);
    }
  }

  private Path folder() {
    return office.the(StorageFolder.class).root().resolve(FOLDER);
  }

  private List<Long> deliveries(Register register, int lastYear) {
    return sql.sql(
            """
            select id
            from delivery d
            where register = :register
              and year <= :year
              and status = 'live'
              and exists (select from %s r where r.delivery_id = d.id and r.verdict = 'a')
            """
                .formatted(register.name()))
        .param("register", register.name())
        .param("year", lastYear)
        .query(Long.class)
        .list();
  }

  private List<String> columns(Register register) {
    return sql.sql(
            """
            select column_name
            from information_schema.columns
            where table_schema = 'public'
              and table_name = :table
            order by ordinal_position
            """)
        .param("table", register.name())
        .query(String.class)
        .list();
  }

  private void move(long close, StoredFile file) {
    sql.sql(
            """
            insert into stored_delivery
              (close_id, delivery_id, register, file, lines, bytes, sha256, content_sha256)
            values (:close, :delivery, :register, :file, :lines, :bytes, :sha256, :content)
            """)
        .param("close", close)
        .param("delivery", file.delivery())
        .param("register", file.register())
        .param("file", file.file())
        .param("lines", file.lines())
        .param("bytes", file.bytes())
        .param("sha256", file.sha256())
        .param("content", file.contentSha256())
        .update();
    int rows =
        sql.sql(
                "delete from %s where delivery_id = :delivery and verdict = 'a'"
                    .formatted(file.register()))
            .param("delivery", file.delivery())
            .update();
    lines += rows;
    assertThat(rows).isEqualTo(Math.toIntExact(file.lines())).isPositive();
  }

  @Override
  public void close() {
    sql.sql(
            "update year_close set reopened_at = now(), reopened_by = '乙', why = '试' where reopened_at is null")
        .update();
  }
}
