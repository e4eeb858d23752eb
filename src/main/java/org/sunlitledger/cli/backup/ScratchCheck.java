package org.sunlitledger.cli.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.core.env.Environment;
import org.springframework.util.FileSystemUtils;
import org.sunlitledger.backup.BackupRefused;
import org.sunlitledger.backup.BackupRun;
import org.sunlitledger.backup.BackupRun.BackupCheck;
import org.sunlitledger.backup.Manifest.CheckResult;
import org.sunlitledger.backup.RestoredBooks;
import org.sunlitledger.cli.shell.GlobalOptions;
import org.sunlitledger.cli.shell.Session;
import org.sunlitledger.database.DatabaseSettings;
import org.sunlitledger.database.schema.ScratchDatabase;
import org.sunlitledger.database.schema.ScratchDatabase.ForeignDatabase;
import org.sunlitledger.database.server.EmbeddedServer;
import org.sunlitledger.intake.file.IntakeSettings;
import org.sunlitledger.intake.file.KeyPlace;

/**
 * Restores a backup to a scratch database, as {@code restore} does, and verifies it there. The
 * database is on the same server, or on a built-in server of its own if the owner of the schema may
 * not create one.
 */
final class ScratchCheck implements BackupCheck {
  private final GlobalOptions options;
  private final Session session;

  ScratchCheck(GlobalOptions options, Session session) {
    this.options = options;
    this.session = session;
  }

  /** A user of a server. */
  private record Login(@Nullable String url, @Nullable String user, @Nullable String secret) {
    Login or(Login other) {
      return new Login(
          Optional.ofNullable(url).orElse(other.url),
          Optional.ofNullable(user).orElse(other.user),
          Optional.ofNullable(secret).orElse(other.secret));
    }
  }

  /** A backup that could not be checked is kept, and says so. */
  @Override
  public CheckResult of(Path backup) {
    try {
      Path folder = Files.createTempDirectory("scratch");
      try {
        return check(backup, folder);
      } finally {
        FileSystemUtils.deleteRecursively(folder);
      }
    } catch (IOException | SQLException | RuntimeException problem) {
      LoggerFactory.getLogger(ScratchCheck.class).error("the backup was not checked", problem);
      String said =
          BackupRefused.in(problem)
              .map(refused -> refused.text(session.messages()))
              .orElse(String.valueOf(problem.getMessage()));
      return new CheckResult(session.the(Clock.class).instant(), 0, List.of(said));
    }
  }

  private CheckResult check(Path backup, Path folder) throws IOException, SQLException {
    JdbcConnectionDetails worker = session.the(JdbcConnectionDetails.class);
    FlywayConnectionDetails owner = session.the(FlywayConnectionDetails.class);
    Login work = new Login(worker.getJdbcUrl(), worker.getUsername(), worker.getPassword());
    Login schema = new Login(owner.getJdbcUrl(), owner.getUsername(), owner.getPassword()).or(work);
    try (ScratchDatabase scratch =
        ScratchDatabase.beside(
                Objects.requireNonNull(schema.url),
                Objects.requireNonNullElse(schema.user, ""),
                Objects.requireNonNullElse(schema.secret, ""))
            .orElse(null)) {
      if (scratch != null) {
        return check(backup, folder, new Login(scratch.url(), schema.user, schema.secret), work);
      }
    } catch (ForeignDatabase foreign) {
      throw new BackupRefused("backup.scratch-foreign", foreign.name());
    }
    try (EmbeddedServer server = EmbeddedServer.at(folder.resolve("postgres"))) {
      String url = server.url("sunlit");
      return check(
          backup,
          folder,
          new Login(url, server.owner().name(), server.owner().secret()),
          new Login(url, server.worker().name(), server.worker().secret()));
    }
  }

  private CheckResult check(Path backup, Path folder, Login owner, Login worker)
      throws IOException {
    Map<String, String> settings = new HashMap<>();
    settings.put("spring.datasource.url", String.valueOf(owner.url));
    settings.put("spring.datasource.username", String.valueOf(worker.user));
    settings.put("spring.datasource.password", String.valueOf(worker.secret));
    settings.put("spring.flyway.url", String.valueOf(owner.url));
    settings.put("spring.flyway.user", String.valueOf(owner.user));
    settings.put("spring.flyway.password", String.valueOf(owner.secret));
    settings.put("sunlit.folder", folder.toString());
    settings.put("sunlit.storage.folder", BackupRun.storageOf(backup).toString());
    settings.put(
        "sunlit.intake.secret",
        KeyPlace.of(session.the(IntakeSettings.class), session.the(DatabaseSettings.class))
            .find()
            .orElseThrow());
    settings.put("sunlit.restore.from", backup.toString());
    settings.put("sunlit.restore.scratch", "true");
    Optional.ofNullable(session.the(Environment.class).getProperty("logging.file.name"))
        .ifPresent(log -> settings.put("logging.file.name", log));
    try (Session scratch = Session.open(options, settings)) {
      return scratch.the(RestoredBooks.class).verify(folder.resolve("out"));
    }
  }
}
