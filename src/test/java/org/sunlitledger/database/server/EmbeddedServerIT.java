package org.sunlitledger.database.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.database.schema.DatabaseRefused;

/** One server for all processes on a machine, started again when it was killed. */
class EmbeddedServerIT {
  private static final String PID_FILE = "data/postmaster.pid";

  @Test
  void isSharedStoppedByTheLastAndSurvivesAKill(@TempDir Path home) throws Exception {
    try (EmbeddedServer first = EmbeddedServer.at(home)) {
      assertThat(IntStream.range(0, 16).parallel().mapToObj(i -> first.url("one")).distinct())
          .as("what many find that start at once")
          .hasSize(1);
      execute(first, "create table kept as select 1 as one");
      Files.readString(home.resolve(PID_FILE));
    }
    assertThat(home.resolve(PID_FILE)).doesNotExist();

    EmbeddedServer killed = EmbeddedServer.at(home);
    execute(killed, "insert into kept values (2)");
    killServer(home);
    killed.close();
    // in a container numbers of processes come again soon, and a thread has one too
    List<String> lines = pidFile(home);
    lines.set(0, String.valueOf(ProcessHandle.current().pid()));
    Files.write(home.resolve(PID_FILE), lines);

    try (EmbeddedServer again = EmbeddedServer.at(home);
        Connection connection = connect(again);
        var rows = connection.createStatement().executeQuery("select count(*) from kept")) {
      rows.next();
      assertThat(rows.getInt(1)).isEqualTo(2);
    }
  }

  @Test
  @Tag("long")
  void isNotStartedBesideAServerThatCannotBeReached(@TempDir Path home) throws Exception {
    EmbeddedServer.at(home).close();
    ServerPrograms elsewhere =
        new ServerPrograms(PostgresBinaries.unpacked(home), home.resolve("elsewhere.log"));
    String data = home.resolve("data").toString();
    elsewhere.start(home.resolve("data"), List.of("start", "-w", "-s", "-D", data, "-o", port()));
    List<String> lines = pidFile(home);
    List<String> unreachable = new ArrayList<>(lines);
    unreachable.set(3, port().replace("-p ", ""));
    Files.write(home.resolve(PID_FILE), unreachable);
    assertThatThrownBy(() -> EmbeddedServer.at(home))
        .hasMessageContaining("another server works on " + data);
    Files.write(home.resolve(PID_FILE), lines);
    elsewhere.run("pg_ctl", List.of("stop", "-w", "-s", "-D", data));
    assertThat(home.resolve(PID_FILE)).as("the other one worked on until now").doesNotExist();
  }

  @Test
  void theDataOfAnotherMajorVersionIsRefused(@TempDir Path home) throws IOException {
    Files.createDirectory(home.resolve("data"));
    Files.writeString(home.resolve("data/PG_VERSION"), "17\n");
    assertThatThrownBy(() -> EmbeddedServer.at(home))
        .isInstanceOf(DatabaseRefused.class)
        .hasMessageContaining(
            "the data in %s is of PostgreSQL 17, and this program has PostgreSQL 18; nothing was"
                .formatted(home));
    try (Stream<Path> all = Files.list(home)) {
      assertThat(all).containsExactly(home.resolve("data"));
    }
  }

  /** An option with a port that is free now. */
  private static String port() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      return "-p " + free.getLocalPort();
    }
  }

  private static void killServer(Path home) throws IOException {
    ProcessHandle postmaster =
        ProcessHandle.of(Long.parseLong(pidFile(home).get(0).strip())).orElseThrow();
    postmaster.destroyForcibly();
    postmaster.onExit().join();
  }

  private static List<String> pidFile(Path home) throws IOException {
    return Files.readAllLines(home.resolve(PID_FILE));
  }

  private static void execute(EmbeddedServer server, String sql) throws SQLException {
    try (Connection connection = connect(server);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static Connection connect(EmbeddedServer server) throws SQLException {
    return DriverManager.getConnection(
        server.url("postgres"), server.owner().name(), server.owner().secret());
  }
}
