package org.sunlitledger.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunlitledger.database.DatabaseSettings;
import org.sunlitledger.database.OwnerOnly;

/**
 * Moves the files of the configured inbox, once taken in, to a folder a day, for its owner only.
 */
@Component
public final class Archive {
  private final JdbcClient jdbc;
  private final Path folder;
  private final Path inbox;
  private final Clock clock;

  Archive(JdbcClient jdbc, IntakeSettings settings, DatabaseSettings folders, Clock clock) {
    this.jdbc = jdbc;
    this.folder =
        Optional.ofNullable(settings.archive()).orElse(folders.folder().resolve("archive"));
    this.inbox = settings.inbox();
    this.clock = clock;
  }

  private record Taken(long id, Path path) {}

  /** The folder that files are moved from. */
  public Path inbox() {
    return inbox;
  }

  /** Moves what is in and has not been moved; a move that was cut off is finished. */
  public int moveTaken() throws IOException {
    String root = inbox.toAbsolutePath() + "/";
    var taken =
        jdbc.sql(
                """
                select id, path
                from delivery
                where archived_as is null
                  and status in ('live', 'refused', 'superseded', 'held')
                  and starts_with(path, :root)
                """)
            .param("root", root)
            .query((row, number) -> new Taken(row.getLong(1), Path.of(row.getString(2))))
            .list();
    for (Taken file : taken) {
      move(file);
    }
    return taken.size();
  }

  private void move(Taken file) throws IOException {
    Path day = OwnerOnly.folder(folder.resolve(LocalDate.now(clock).toString()));
    Path target = day.resolve(file.id() + "-" + file.path().getFileName());
    if (Files.exists(file.path())) {
      Files.move(file.path(), target);
      Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-------"));
    }
    jdbc.sql("update delivery set archived_as = :target where id = :id")
        .param("target", target.toString())
        .param("id", file.id())
        .update();
  }
}
