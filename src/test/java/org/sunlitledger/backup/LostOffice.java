package org.sunlitledger.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;
import org.sunlitledger.cli.Terminal;
import org.sunlitledger.job.Nightly;
import org.sunlitledger.testing.Office;

/**
 * An office whose data folder and database are lost, and restored from a backup and the key. The
 * inbox stays.
 */
public final class LostOffice implements AutoCloseable {
  private final Path folder;
  private Office office;

  public LostOffice(Path folder) {
    this.folder = folder;
    this.office = Office.ofTwoRoles(folder);
  }

  public Office office() {
    return office;
  }

  Path backups() {
    return folder.resolve("backups");
  }

  Path key() {
    return folder.resolve("key");
  }

  private Path var() {
    return folder.resolve("var");
  }

  Terminal terminal() {
    return new Terminal(office);
  }

  /** Makes a backup, which must be good. */
  public Path backUp() {
    Terminal terminal = terminal();
    int status = terminal.run("backup", backups().toString(), "--key", key().toString());
    assertThat(status).as(terminal.out() + terminal.err()).isZero();
    return last();
  }

  /** The last backup. */
  Path last() {
    return all().get(all().size() - 1);
  }

  /** What looks like a backup. */
  List<Path> all() {
    if (!Files.exists(backups())) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(backups())) {
      return all.filter(path -> !path.getFileName().toString().startsWith(".")).sorted().toList();
    } catch (IOException problem) {
      throw new IllegalStateException(problem);
    }
  }

  /** The data folder and the database are gone; there is an empty database. */
  public void lose() {
    office.close();
    try {
      FileSystemUtils.deleteRecursively(var());
      office = Office.ofTwoRoles(folder);
      // the new office has made a key for itself
      Files.delete(var().resolve("secret.key"));
    } catch (IOException problem) {
      throw new IllegalStateException(problem);
    }
  }

  /** Restores a backup, which must agree. */
  public void restore(Path backup) {
    restore(backup, key());
  }

  /** Restores a backup that was made with another key. */
  void restore(Path backup, Path key) {
    Terminal terminal = terminal();
    int status =
        terminal.run(
            "restore",
            backup.toString(),
            "--key",
            key.toString(),
            "--out",
            office.out().toString());
    assertThat(status).as(terminal.out() + terminal.err()).isZero();
    Office stale = office;
    Map<String, String> roles = stale.environment();
    office =
        stale.again(
            Map.of(
                "spring.datasource.username", roles.get("SPRING_DATASOURCE_USERNAME"),
                "spring.datasource.password", roles.get("SPRING_DATASOURCE_PASSWORD"),
                "spring.flyway.user", roles.get("SPRING_FLYWAY_USER"),
                "spring.flyway.password", roles.get("SPRING_FLYWAY_PASSWORD")));
    stale.close();
  }

  /** One night over the configured inbox, whose files are moved to the archive. */
  public void night(int year) {
    try {
      office
          .the(Nightly.class)
          .reported(office.the(Nightly.class).run(year, Optional.empty(), office.out()));
    } catch (Exception problem) {
      throw new IllegalStateException(problem);
    }
  }

  /** All deliveries that count or do not, without the numbers that they got. */
  List<Map<String, Object>> books() {
    return office
        .sql()
        .sql(
            """
            select replace(name, :folder, '') as name, sha256, status, lines_read, lines_accepted,
              fen_read, fen_accepted
            from delivery
            order by name, sha256, status
            """)
        .param("folder", folder.toString())
        .query()
        .listOfRows();
  }

  /** The key, as it is kept apart. */
  String keyText() {
    try {
      return Files.readString(key());
    } catch (IOException problem) {
      throw new IllegalStateException(problem);
    }
  }

  Map<String, String> figures(int year) {
    return new TreeMap<>(office.figures(year));
  }

  /** Puts a file into the configured inbox. */
  void handIn(String name, byte[] bytes) {
    try {
      Files.createDirectories(office.ownInbox());
      Files.write(office.ownInbox().resolve(name), bytes);
    } catch (IOException problem) {
      throw new IllegalStateException(problem);
    }
  }

  @Override
  public void close() {
    office.close();
  }
}
