package org.sunlitledger.close.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;
import org.sunlitledger.close.snapshot.YearCloseTable;
import org.sunlitledger.close.snapshot.YearCloseTable.SealedClose;
import org.sunlitledger.close.store.StoreObstacle.StoreObstacleKind;
import org.sunlitledger.database.DatabaseSettings;
import org.sunlitledger.database.RunLock;
import org.sunlitledger.database.audit.AuditTrail;
import org.sunlitledger.database.schema.OwnerSessions;
import org.sunlitledger.intake.file.FilePath;
import org.sunlitledger.intake.file.FileSurvey;
import org.sunlitledger.intake.file.HiddenNames;
import org.sunlitledger.intake.file.IntakeSettings;
import org.sunlitledger.storage.StorageSettings;

/**
 * Deletes archived originals of a closed year, on the record, when the years that the county has
 * set are over. By default that is never. What is deleted is recorded first: a run that was killed
 * in between is finished by the next one.
 */
@Component
public final class OriginalsEnd {
  private final YearCloseTable closes;
  private final OwnerSessions owner;
  private final AuditTrail audit;
  private final HiddenNames hidden;
  private final StorageSettings settings;
  private final Path archive;
  private final RunLock lock;
  private final Clock clock;

  OriginalsEnd(
      YearCloseTable closes,
      OwnerSessions owner,
      AuditTrail audit,
      HiddenNames hidden,
      StorageSettings settings,
      IntakeSettings intake,
      DatabaseSettings folders,
      RunLock lock,
      Clock clock) {
    this.closes = closes;
    this.owner = owner;
    this.audit = audit;
    this.hidden = hidden;
    this.settings = settings;
    this.archive = intake.archiveOf(folders);
    this.lock = lock;
    this.clock = clock;
  }

  /** The result. */
  public sealed interface EndResult permits OriginalsDeleted, NotDeleted {}

  /**
   * Originals were deleted.
   *
   * @param left paths of those that are not in the archive, or are not what was imported; nothing
   *     has been done to them
   */
  public record OriginalsDeleted(int year, int files, List<String> left) implements EndResult {}

  /** Nothing has changed. */
  public record NotDeleted(StoreObstacle why) implements EndResult {}

  /** A file of the archive, and whether it is recorded as deleted. */
  private record Original(String path, String sha256, boolean isRecorded) {}

  /**
   * Deletes the originals of a year and of those that were closed with it.
   *
   * @throws RunLock.RunLockHeld while somebody else's run or close is under way
   */
  public EndResult end(int year, String by) throws RunLock.RunLockHeld, IOException {
    RunLock.Held held = lock.acquire("originals " + year);
    try (Connection session = owner.connect()) {
      session.setAutoCommit(false);
      try {
        return end(session, year, by);
      } finally {
        session.rollback();
      }
    } catch (SQLException problem) {
      throw new IllegalStateException(
          "the originals were not deleted: " + problem.getMessage(), problem);
    } finally {
      held.close();
    }
  }

  private EndResult end(Connection session, int year, String by) throws SQLException, IOException {
    Optional<SealedClose> close = closes.inForce(year);
    if (close.isEmpty()) {
      return notDeleted(StoreObstacleKind.NOT_CLOSED, year);
    }
    Integer years = settings.originalsYears();
    if (years == null) {
      return notDeleted(StoreObstacleKind.NEVER_DELETED);
    }
    int due = year + years + 1;
    if (LocalDate.now(clock).getYear() < due) {
      return notDeleted(StoreObstacleKind.NOT_DUE, year, years, due);
    }
    JdbcClient sql = JdbcClient.create(new SingleConnectionDataSource(session, true));
    List<Path> deleted = new ArrayList<>();
    List<Original> found = new ArrayList<>();
    List<String> left = new ArrayList<>();
    for (Original original : originals(sql, year)) {
      Path file = hidden.find(original.path());
      if (isAsImported(file, original)) {
        deleted.add(file);
        found.add(original);
      } else if (!original.isRecorded()) {
        left.add(FilePath.shown(file));
      }
    }
    record(sql, year, years, by, found);
    session.commit();
    for (Path file : deleted) {
      Files.delete(file);
    }
    return new OriginalsDeleted(year, deleted.size(), left);
  }

  private static NotDeleted notDeleted(StoreObstacleKind kind, Object... arguments) {
    return new NotDeleted(StoreObstacle.of(kind, arguments));
  }

  /** Files all of whose deliveries belong to the close. What came late keeps its original. */
  private List<Original> originals(JdbcClient sql, int year) {
    return sql.sql(
            """
            select d.archived_as as path, d.sha256, bool_and(o.delivery_id is not null) as is_recorded
            from delivery d
            left join deleted_original o on o.delivery_id = d.id
            where d.archived_as is not null
            group by d.archived_as, d.sha256
            having bool_and(
              d.year <= :year
              and d.year > :after
              and d.status in ('live', 'superseded', 'refused')
            )
            order by d.archived_as
            """)
        .param("year", year)
        .param("after", closes.closedBefore(year))
        .query(Original.class)
        .list();
  }

  /** Whether it is a file of the archive, to the byte what was imported. */
  private boolean isAsImported(Path file, Original original) throws IOException {
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        && file.toRealPath().startsWith(archive.toRealPath())
        && FileSurvey.sha256(file).equals(original.sha256());
  }

  private void record(JdbcClient sql, int year, int years, String by, List<Original> found) {
    List<String> paths =
        found.stream().filter(original -> !original.isRecorded()).map(Original::path).toList();
    if (paths.isEmpty()) {
      return;
    }
    long event =
        audit
            .in(sql)
            .add(
                by,
                "delete-originals",
                year,
                "%d files after %d years".formatted(paths.size(), years));
    sql.sql(
            """
            insert into deleted_original (delivery_id, sha256, event)
            select id, sha256, :event
            from delivery
            where archived_as = any(:paths)
            """)
        .param("event", event)
        .param("paths", paths.toArray(String[]::new))
        .update();
  }
}
