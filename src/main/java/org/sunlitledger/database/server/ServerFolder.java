package org.sunlitledger.database.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sunlitledger.database.server.EmbeddedServer.User;

/** The folder of a built-in server, to be looked at while nothing is made or started. */
public record ServerFolder(Path home) {

  /** Whether the server was made already and can be started as it is. */
  public boolean isMade() {
    return PostgresBinaries.isUnpacked(home)
        && Stream.of("data", "password", "work-password")
            .allMatch(name -> Files.exists(home.resolve(name)));
  }

  /** The major version of PostgreSQL that made the data, if it is not that of the program's. */
  public Optional<String> otherMajor() {
    try {
      String made = Files.readString(home.resolve("data").resolve("PG_VERSION")).strip();
      return made.equals(PostgresBinaries.MAJOR) ? Optional.empty() : Optional.of(made);
    } catch (IOException noData) {
      return Optional.empty();
    }
  }

  /** The major version of the PostgreSQL that comes with the program. */
  public static String ownMajor() {
    return PostgresBinaries.MAJOR;
  }

  /**
   * The port in the server's pid file: its fourth line. A server that has crashed leaves it too.
   */
  public Optional<Integer> port() {
    try {
      List<String> lines = Files.readAllLines(home.resolve("data").resolve("postmaster.pid"));
      return lines.size() < 4
          ? Optional.empty()
          : Optional.of(Integer.parseInt(lines.get(3).strip()));
    } catch (IOException | NumberFormatException notRunning) {
      return Optional.empty();
    }
  }

  /**
   * The user who works with the data.
   *
   * @throws IOException when this user of the machine may not read the secret
   */
  public User worker() throws IOException {
    return new User(EmbeddedServer.WORKER, Files.readString(home.resolve("work-password")).strip());
  }

  /** The address of a database on a server that listens on a port. */
  public static String address(int port, String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
  }
}
