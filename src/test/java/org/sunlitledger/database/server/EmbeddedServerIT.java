package org.sunlitledger.database.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One server for all processes on a machine, started again when it was killed. */
class EmbeddedServerIT {

  @Test
  void isSharedStoppedByTheLastAndSurvivesAKill(@TempDir Path home) throws Exception {
    try (EmbeddedServer first = EmbeddedServer.at(home)) {
      assertThat(IntStream.range(0, 16).parallel().mapToObj(i -> first.url("one")).distinct())
          .as("what many find that start at once")
          .hasSize(1);
      execute(first, "create table kept as select 1 as one");
      Files.readString(home.resolve("data/postmaster.pid"));
    }
    assertThat(home.resolve("data/postmaster.pid")).doesNotExist();

    EmbeddedServer killed = EmbeddedServer.at(home);
    execute(killed, "insert into kept values (2)");
    long postmaster =
        Long.parseLong(Files.readAllLines(home.resolve("data/postmaster.pid")).get(0).strip());
    ProcessHandle.of(postmaster).orElseThrow().destroyForcibly();
    ProcessHandle.of(postmaster).ifPresent(process -> process.onExit().join());
    killed.close();

    try (EmbeddedServer again = EmbeddedServer.at(home);
        Connection connection = connect(again);
        var rows = connection.createStatement().executeQuery("select count(*) from kept")) {
      rows.next();
      assertThat(rows.getInt(1)).isEqualTo(2);
    }
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
