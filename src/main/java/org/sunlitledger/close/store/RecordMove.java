package org.sunlitledger.close.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;
import org.sunlitledger.close.snapshot.SealedLines;
import org.sunlitledger.close.snapshot.YearCloseTable.SealedClose;
import org.sunlitledger.close.store.RecordStore.RecordsStored;
import org.sunlitledger.database.audit.AuditTrail;
import org.sunlitledger.database.schema.OwnerSessions;
import org.sunlitledger.quantity.digest.Sha256;
import org.sunlitledger.register.Register;
import org.sunlitledger.storage.LineCopy;
import org.sunlitledger.storage.StorageFolder;
import org.sunlitledger.storage.StoredFile;

/**
 * Does the move, in one transaction of the owner of the schema. Killed before its commit, nothing
 * has happened; files that nobody has recorded are deleted by the next try.
 */
@Component
final class RecordMove {
  private static final String READ_BACK = "pg_temp.read_back";

  private final OwnerSessions owner;
  private final StorageFolder storage;
  private final AuditTrail audit;

  RecordMove(OwnerSessions owner, StorageFolder storage, AuditTrail audit) {
    this.owner = owner;
    this.storage = storage;
    this.audit = audit;
  }

  /**
   * Moves the records of a close.
   *
   * @param after the last year closed before it
   * @return nothing where no register has any
   */
  Optional<RecordsStored> move(
      SealedClose close, int after, List<Register> registers, SealedLines sealed, String by)
      throws IOException {
    String folder = StorageFolder.folder(close.year(), close.number());
    Path unfinished = storage.begin(folder);
    try (Connection session = owner.connect()) {
      session.setAutoCommit(false);
      Moving moving = new Moving(session, close, after, folder, unfinished);
      boolean isDone = false;
      try {
        for (Register register : registers) {
          moving.write(register, sealed);
        }
        if (moving.files.isEmpty()) {
          return Optional.empty();
        }
        moving.record(by);
        session.commit();
        isDone = true;
      } finally {
        if (!isDone) {
          session.rollback();
          FileSystemUtils.deleteRecursively(storage.root().resolve(folder));
        }
      }
      moving.giveSpaceBack();
      return Optional.of(moving.done());
    } catch (SQLException problem) {
      throw new IllegalStateException(
          "the records were not moved: " + problem.getMessage(), problem);
    } finally {
      FileSystemUtils.deleteRecursively(unfinished);
    }
  }

  private record Moved(long id, int year, boolean isFrozen) {}

  private final class Moving {
    private final Connection session;
    private final JdbcClient sql;
    private final LineCopy copy;
    private final SealedClose close;
    private final int after;
    private final String folder;
    private final Path unfinished;
    private final List<StoredFile> files = new ArrayList<>();

    Moving(Connection session, SealedClose close, int after, String folder, Path unfinished) {
      this.session = session;
      this.sql = JdbcClient.create(new SingleConnectionDataSource(session, true));
      this.copy = new LineCopy(session);
      this.close = close;
      this.after = after;
      this.folder = folder;
      this.unfinished = unfinished;
    }

    /** Writes the files of a register, reads them back and compares. */
    void write(Register register, SealedLines sealed) throws SQLException, IOException {
      String table = LineCopy.table(register.name());
      sql.sql("lock table %s in share row exclusive mode".formatted(table)).update();
      List<String> columns = columns(table);
      sql.sql("create temporary table read_back (like %s)".formatted(table)).update();
      for (Moved delivery : deliveries(register, table)) {
        String name = "%s-%d.csv.gz".formatted(register.name(), delivery.id());
        StoredFile file =
            copy.write(
                unfinished,
                new StoredFile(
                    delivery.id(), register.name(), delivery.year(), folder, name, 0, 0, "", ""),
                columns);
        sql.sql("truncate " + READ_BACK).update();
        try (InputStream content = storage.open(unfinished.resolve(name), file)) {
          copy.load(file, content, READ_BACK);
        }
        copy.require(file, columns, READ_BACK);
        if (delivery.isFrozen() && !sealed.areIn(sql, register, READ_BACK, delivery.id())) {
          throw new IllegalStateException(
              "delivery %d is not what year %d was closed with"
                  .formatted(delivery.id(), close.year()));
        }
        files.add(file);
      }
      sql.sql("drop table " + READ_BACK).update();
    }

    private List<String> columns(String table) {
      return sql.sql(
              """
              select attname
              from pg_attribute
              where attrelid = cast(:table as regclass)
                and attnum > 0
                and not attisdropped
              order by attnum
              """)
          .param("table", table)
          .query(String.class)
          .list();
    }

    /** Supplements stay: later ones are compared with them. */
    private List<Moved> deliveries(Register register, String table) {
      return sql.sql(
              """
              select id, year, status = 'live' as is_frozen
              from delivery d
              where register = :register
                and year <= :year
                and year > :after
                and status in ('live', 'superseded')
                and supplements is null
                and exists (select from %s r where r.delivery_id = d.id and r.verdict = 'a')
              order by id
              """
                  .formatted(table))
          .param("register", register.name())
          .param("year", close.year())
          .param("after", after)
          .query(Moved.class)
          .list();
    }

    /** Gives the folder its name, records it and takes the records out of their tables. */
    void record(String by) throws IOException {
      byte[] list = StorageFolder.list(files);
      String sha256 = Sha256.sha256(list);
      storage.finish(unfinished, folder, list);
      long event =
          audit.in(sql).add(by, "store", close.year(), StorageFolder.event(folder, sha256));
      sql.sql(
              """
              insert into stored_year (close_id, folder, sha256, event)
              values (:close, :folder, :sha256, :event)
              """)
          .param("close", close.id())
          .param("folder", folder)
          .param("sha256", sha256)
          .param("event", event)
          .update();
      files.forEach(this::record);
      files.forEach(this::takeOut);
    }

    private void record(StoredFile file) {
      sql.sql(
              """
              insert into stored_delivery
                (close_id, delivery_id, register, file, lines, bytes, sha256, content_sha256)
              values
                (:close, :delivery, :register, :file, :lines, :bytes, :sha256, :content)
              """)
          .param("close", close.id())
          .param("delivery", file.delivery())
          .param("register", file.register())
          .param("file", file.file())
          .param("lines", file.lines())
          .param("bytes", file.bytes())
          .param("sha256", file.sha256())
          .param("content", file.contentSha256())
          .update();
    }

    private void takeOut(StoredFile file) {
      int lines =
          sql.sql(
                  "delete from %s where delivery_id = :delivery and verdict = 'a'"
                      .formatted(LineCopy.table(file.register())))
              .param("delivery", file.delivery())
              .update();
      if (lines != file.lines()) {
        throw new IllegalStateException(
            "delivery %d has %d records and %d were written"
                .formatted(file.delivery(), lines, file.lines()));
      }
    }

    /** Tables keep the space of deleted rows until they are written anew. */
    void giveSpaceBack() throws SQLException {
      session.setAutoCommit(true);
      files.stream()
          .map(StoredFile::register)
          .distinct()
          .forEach(
              register -> sql.sql("vacuum (full, analyze) " + LineCopy.table(register)).update());
    }

    RecordsStored done() {
      return new RecordsStored(
          close.year(),
          files.size(),
          files.stream().mapToLong(StoredFile::lines).sum(),
          files.stream().mapToLong(StoredFile::bytes).sum(),
          storage.root().resolve(folder));
    }
  }
}
