package org.sunlitledger.testing;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.sunlitledger.database.server.EmbeddedServer;
import org.sunlitledger.database.server.EmbeddedServer.User;
import org.sunlitledger.definition.Definitions;
import org.sunlitledger.register.RegisterTables;
import org.sunlitledger.register.Registers;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** The one PostgreSQL of a test run: the embedded server, or a container with -Ptestcontainers. */
final class TestServer {
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final TestServer SERVER = start();

  /** Databases begin as copies of one that has been migrated: that takes a tenth of the time. */
  private static final String TEMPLATE = template();

  private final String url;
  private final User owner;
  private final User worker;

  private TestServer(String url, User owner, User worker) {
    this.url = url;
    this.owner = owner;
    this.worker = worker;
  }

  /** A new, empty database. */
  record Database(String url, User owner, User worker) {}

  static Database freshDatabase() {
    return create(name(), TEMPLATE);
  }

  private static String template() {
    Database empty = create(name(), "template0");
    Flyway.configure()
        .dataSource(empty.url(), empty.owner().name(), empty.owner().secret())
        .locations("classpath:definitions/sql/schema")
        .callbacks(new RegisterTables(new Registers(new Definitions(Optional.empty()))))
        .load()
        .migrate();
    return empty.url().substring(empty.url().lastIndexOf('/') + 1);
  }

  private static String name() {
    return "test_" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet();
  }

  private static Database create(String name, String template) {
    try (Connection connection =
            DriverManager.getConnection(
                SERVER.url + "postgres", SERVER.owner.name(), SERVER.owner.secret());
        var statement = connection.createStatement()) {
      statement.execute("create database %s template %s encoding 'UTF8'".formatted(name, template));
    } catch (SQLException problem) {
      throw new IllegalStateException(problem);
    }
    return new Database(SERVER.url + name, SERVER.owner, SERVER.worker);
  }

  private static TestServer start() {
    if ("testcontainers".equals(System.getProperty("sunlit.test.database"))) {
      PostgreSQLContainer container = new PostgreSQLContainer("postgres:18");
      container.start();
      return ofContainer(container);
    }
    EmbeddedServer server = EmbeddedServer.at(Path.of("target", "postgres"));
    Runtime.getRuntime().addShutdownHook(new Thread(server::close));
    String url = server.url("postgres");
    withoutWaitingForTheDisk(url, server.owner());
    return new TestServer(
        url.substring(0, url.lastIndexOf('/') + 1), server.owner(), server.worker());
  }

  /** What tests write need not outlive a power cut. */
  private static void withoutWaitingForTheDisk(String url, User owner) {
    try (Connection connection = DriverManager.getConnection(url, owner.name(), owner.secret());
        var statement = connection.createStatement()) {
      statement.execute("alter system set fsync = off");
      statement.execute("alter system set full_page_writes = off");
      statement.execute("select pg_reload_conf()");
    } catch (SQLException problem) {
      throw new IllegalStateException(problem);
    }
  }

  private static TestServer ofContainer(PostgreSQLContainer container) {
    String url = container.getJdbcUrl();
    User owner = new User(container.getUsername(), container.getPassword());
    User worker = new User("sunlit_work", "work");
    try (Connection connection = DriverManager.getConnection(url, owner.name(), owner.secret());
        var statement = connection.createStatement()) {
      statement.execute("create role sunlit_work login password 'work'");
    } catch (SQLException problem) {
      throw new IllegalStateException(problem);
    }
    return new TestServer(url.substring(0, url.lastIndexOf('/') + 1), owner, worker);
  }
}
