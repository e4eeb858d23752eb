package org.sunlitledger.upgrade;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.sunlitledger.backup.BackupRun;
import org.sunlitledger.backup.BackupRun.BackupCheck;
import org.sunlitledger.backup.BackupRun.BackupMade;
import org.sunlitledger.database.OtherSessions;
import org.sunlitledger.database.OtherSessions.OtherSession;
import org.sunlitledger.database.RunLock;
import org.sunlitledger.database.RunLock.RunLockHeld;
import org.sunlitledger.database.schema.DatabaseRefused;
import org.sunlitledger.database.schema.SchemaMigration;
import org.sunlitledger.database.schema.SchemaState;
import org.sunlitledger.database.schema.SchemaVersions;

/**
 * Upgrades the schema: nobody else works on the database, a backup is made and restored to a
 * scratch database, which this version of the program upgrades and verifies there, and only then
 * the migrations are applied, in one transaction. If this is killed anywhere, the database is as it
 * was or upgraded.
 */
@Component
@Lazy
public final class UpgradeRun {
  /** What this is called to others; with it the names of the process's sessions begin. */
  public static final String NAME = "upgrade";

  private final Flyway flyway;
  private final DataSource dataSource;
  private final RunLock lock;
  private final BackupRun backups;
  private final UpgradeTrail trail;
  private final Clock clock;

  UpgradeRun(
      Flyway flyway,
      DataSource dataSource,
      RunLock lock,
      BackupRun backups,
      UpgradeTrail trail,
      Clock clock) {
    this.flyway = flyway;
    this.dataSource = dataSource;
    this.lock = lock;
    this.backups = backups;
    this.trail = trail;
    this.clock = clock;
  }

  /**
   * The result.
   *
   * @param backup from before the upgrade
   * @param isDone whether the schema was upgraded: it stays as it was if the check of the backup
   *     found something
   */
  public record UpgradeResult(BackupMade backup, boolean isDone) {}

  /** The versions of database and program. If they are the same, the audit trail is completed. */
  public SchemaVersions versions() {
    SchemaVersions versions = SchemaVersions.of(flyway);
    if (versions.state() == SchemaState.CURRENT) {
      trail.record();
    }
    return versions;
  }

  /**
   * Upgrades the schema.
   *
   * @param versions as they were looked up
   * @param folder contains the county's backups
   * @param begun is called when nobody else works, before the backup, which takes its time
   * @throws RunLockHeld when a run works
   * @throws DatabaseRefused when another process of the program works on the database
   */
  public UpgradeResult run(SchemaVersions versions, Path folder, BackupCheck check, Runnable begun)
      throws RunLockHeld, SQLException {
    RunLock.Held held = lock.acquire(NAME);
    try {
      requireAlone();
      begun.run();
      BackupMade backup = backups.run(folder, check);
      if (!backup.manifest().checked().problems().isEmpty()) {
        return new UpgradeResult(backup, false);
      }
      // the backup takes its time, and the lock keeps only runs away
      requireAlone();
      new SchemaMigration(versions, Optional.of(backup.folder()), clock).run(flyway);
      trail.record();
      return new UpgradeResult(backup, true);
    } finally {
      held.close();
    }
  }

  private void requireAlone() throws SQLException {
    Optional<OtherSession> other = new OtherSessions(dataSource, NAME).lasting();
    if (other.isPresent()) {
      throw new DatabaseRefused(
          "upgrade.others", other.get().who(), other.get().since(clock.getZone()));
    }
  }
}
