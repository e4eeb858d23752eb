package org.sunlitledger.database.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.util.FileSystemUtils;
import org.sunlitledger.database.file.OwnerOnly;
import org.sunlitledger.database.schema.DatabaseRefused;
import org.sunlitledger.database.schema.DatabaseStep;
import org.sunlitledger.database.server.ServerPrograms.OtherServer;
import org.sunlitledger.definition.SqlName;

/**
 * The built-in PostgreSQL server for a machine where none is configured. It is a real server with
 * its data in a folder, and all processes on the machine share it. The first process that needs it
 * starts it, others connect, and the last one stops it. A killed process leaves it running. A
 * crashed server is started again.
 */
public final class EmbeddedServer implements AutoCloseable {
  private static final String OWNER = "sunlit";

  /** The name in sql/schema/afterMigrateApplied.sql. */
  static final String WORKER = "sunlit_work";

  private static final Duration MAX_WAIT = Duration.ofSeconds(60);

  /** The processes of a server that was killed end within a moment. */
  private static final Duration MAX_WAIT_FOR_OTHERS = Duration.ofSeconds(20);

  /** The number of the lock under which the role and databases are made. */
  private static final int MAKING = 1;

  private final Path home;
  private final Path data;
  private final ServerPrograms programs;
  private final FileChannel users;
  private final FileLock used;
  private final String ownerSecret;
  private final String workerSecret;
  private int port;

  private EmbeddedServer(Path home, Consumer<DatabaseStep> listener) throws IOException {
    this.home = home;
    this.data = home.resolve("data");
    Files.createDirectories(home);
    Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx------"));
    users = open("users.lock");
    try (FileChannel starting = open("start.lock");
        FileLock one = starting.lock()) {
      used = users.lock(0, Long.MAX_VALUE, true);
      if (!Files.isDirectory(data)) {
        listener.accept(DatabaseStep.SERVER_MADE);
      }
      programs = new ServerPrograms(PostgresBinaries.unpacked(home), home.resolve("server.log"));
      ownerSecret = OwnerOnly.secret(home.resolve("password"));
      workerSecret = OwnerOnly.secret(home.resolve("work-password"));
      if (!Files.isDirectory(data)) {
        initialise();
      }
      if (!attach()) {
        listener.accept(DatabaseStep.SERVER_STARTED);
        start();
      }
      one.release();
    }
  }

  /** Connects to the server with its data below a folder, or starts it. */
  public static EmbeddedServer at(Path home) {
    return at(home, step -> {});
  }

  /**
   * The same.
   *
   * @param listener hears of what takes a while, before it is done
   * @throws DatabaseRefused when a server of another major version has made the data
   */
  public static EmbeddedServer at(Path home, Consumer<DatabaseStep> listener) {
    Optional<String> other = new ServerFolder(home).otherMajor();
    if (other.isPresent()) {
      throw new DatabaseRefused(
          "database.other-major", home.toAbsolutePath(), other.get(), ServerFolder.ownMajor());
    }
    try {
      return new EmbeddedServer(home.toAbsolutePath(), listener);
    } catch (IOException problem) {
      throw new UncheckedIOException(
          "the built-in database in %s cannot be started: %s".formatted(home, problem.getMessage()),
          problem);
    }
  }

  /** The address of a database; the database is created if it does not exist. */
  public String url(String database) {
    try (Connection connection = connect("postgres");
        Statement statement = connection.createStatement()) {
      // of processes that start at once the others wait until this connection is closed
      statement.execute("select pg_advisory_lock(" + MAKING + ")");
      if (!exists(connection, "select from pg_roles where rolname = ?", WORKER)) {
        statement.execute(
            "create role %s login password '%s'".formatted(SqlName.checked(WORKER), workerSecret));
      }
      if (!exists(connection, "select from pg_database where datname = ?", database)) {
        statement.execute("create database " + SqlName.checked(database));
      }
      return address(database);
    } catch (SQLException problem) {
      throw new IllegalStateException("the built-in database does not answer", problem);
    }
  }

  private static boolean exists(Connection connection, String query, String name)
      throws SQLException {
    try (var statement = connection.prepareStatement(query)) {
      statement.setString(1, name);
      return statement.executeQuery().next();
    }
  }

  /** A user of the server. */
  public record User(String name, String secret) {}

  /** The owner of the schema, who migrates it. */
  public User owner() {
    return new User(OWNER, ownerSecret);
  }

  /** The user who works with the data, and cannot change append-only tables. */
  public User worker() {
    return new User(WORKER, workerSecret);
  }

  /** Disconnects from the server, and stops it if no other process uses it. */
  @Override
  public void close() {
    try (users;
        FileChannel starting = open("start.lock");
        FileLock one = starting.lock()) {
      used.release();
      FileLock alone = users.tryLock();
      if (alone != null) {
        stop();
        alone.release();
      }
      one.release();
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  private void stop() throws IOException {
    try {
      programs.run("pg_ctl", List.of("stop", "-w", "-s", "-m", "fast", "-D", data.toString()));
    } catch (IOException problem) {
      // a server that has crashed is stopped already
      if (answers()) {
        throw problem;
      }
    }
  }

  private FileChannel open(String name) throws IOException {
    return FileChannel.open(
        home.resolve(name),
        StandardOpenOption.CREATE,
        StandardOpenOption.READ,
        StandardOpenOption.WRITE);
  }

  private void initialise() throws IOException {
    Path unfinished = home.resolve("data.unfinished");
    FileSystemUtils.deleteRecursively(unfinished);
    programs.run(
        "initdb",
        List.of(
            "-D",
            unfinished.toString(),
            "-U",
            OWNER,
            "--pwfile=" + home.resolve("password"),
            "-A",
            "scram-sha-256",
            // more iterations slow down guessing, and each connection too: the password is 24
            // random bytes
            "--set=scram_iterations=1",
            "-E",
            "UTF8",
            "--no-locale",
            "--data-checksums"));
    Files.writeString(
        unfinished.resolve("postgresql.conf"), ServerPrograms.SETTINGS, StandardOpenOption.APPEND);
    Files.move(unfinished, data);
  }

  private boolean attach() {
    Optional<Integer> running = new ServerFolder(home).port();
    if (running.isEmpty()) {
      return false;
    }
    port = running.get();
    return answers();
  }

  /**
   * Starts the server. After a crash, the old server's resources may be released a moment later.
   */
  private void start() throws IOException {
    long until = System.nanoTime() + MAX_WAIT.toNanos();
    long untilAlone = System.nanoTime() + MAX_WAIT_FOR_OTHERS.toNanos();
    while (true) {
      try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        port = free.getLocalPort();
      }
      try {
        programs.start(
            data,
            List.of(
                "start",
                "-w",
                "-t",
                "60",
                "-s",
                "-D",
                data.toString(),
                "-l",
                home.resolve("postgres.log").toString(),
                "-o",
                "-p " + port));
        return;
      } catch (IOException problem) {
        if (attach()) {
          return;
        }
        if (System.nanoTime() > (problem instanceof OtherServer ? untilAlone : until)) {
          throw problem;
        }
        pause();
      }
    }
  }

  private boolean answers() {
    long until = System.nanoTime() + Duration.ofSeconds(5).toNanos();
    do {
      try (Connection connection = connect("postgres")) {
        return connection.isValid(5);
      } catch (SQLException notYet) {
        if (!"57P03".equals(notYet.getSQLState())) {
          return false;
        }
        pause();
      }
    } while (System.nanoTime() < until);
    return false;
  }

  private Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(address(database), OWNER, ownerSecret);
  }

  /** The address of a database that exists. */
  public String address(String database) {
    return ServerFolder.address(port, database);
  }

  private static void pause() {
    try {
      Thread.sleep(200);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
