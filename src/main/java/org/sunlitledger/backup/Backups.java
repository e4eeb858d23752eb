package org.sunlitledger.backup;

import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sunlitledger.backup.Manifest.CheckResult;
import org.sunlitledger.intake.file.FilePath;

/** The backups that were made, as the database records them. */
public final class Backups {
  private final JdbcClient jdbc;

  public Backups(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A backup.
   *
   * @param takenAt the moment of which it has the data
   * @param folder where it was written, as people read it
   * @param problems what did not agree when it was restored to a scratch database
   */
  public record RecordedBackup(
      OffsetDateTime takenAt,
      String folder,
      long bytes,
      OffsetDateTime checkedAt,
      List<String> problems) {}

  /** The last backup in which everything agreed; empty if there never was one. */
  public Optional<RecordedBackup> lastGood() {
    return one("where problems = '{}'");
  }

  /** The last backup, good or not; empty if there never was one. */
  public Optional<RecordedBackup> last() {
    return one("");
  }

  private Optional<RecordedBackup> one(String where) {
    return jdbc.sql(
            "select taken_at, folder, bytes, checked_at, problems from backup %s order by taken_at desc, id desc limit 1"
                .formatted(where))
        .query(
            (row, number) ->
                new RecordedBackup(
                    row.getObject(1, OffsetDateTime.class),
                    row.getString(2),
                    row.getLong(3),
                    row.getObject(4, OffsetDateTime.class),
                    List.of((String[]) row.getArray(5).getArray())))
        .optional();
  }

  /** Records a backup, also one that was just restored: the database in it does not know of it. */
  public void add(Path folder, Manifest manifest) {
    CheckResult check = manifest.checked();
    jdbc.sql(
            """
            insert into backup (taken_at, folder, bytes, checked_at, problems)
            values (:takenAt, :folder, :bytes, :checkedAt, :problems)
            """)
        .param("takenAt", at(manifest.takenAt()))
        .param("folder", FilePath.shown(folder))
        .param("bytes", manifest.bytes())
        .param("checkedAt", at(check.at()))
        .param("problems", check.problems().toArray(String[]::new))
        .update();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
