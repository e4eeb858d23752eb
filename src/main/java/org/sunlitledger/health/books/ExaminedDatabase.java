package org.sunlitledger.health.books;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Properties;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.sunlitledger.database.schema.SchemaVersions;
import org.sunlitledger.database.server.EmbeddedServer;
import org.sunlitledger.database.server.EmbeddedServer.User;
import org.sunlitledger.database.server.ServerFolder;
import org.sunlitledger.upkeep.NotExamined;

/**
 * The database, over one connection that refuses every change. Nothing is migrated. A built-in
 * server that does not run is started as any command would do, and stopped at the end; it is never
 * made.
 */
public final class ExaminedDatabase implements AutoCloseable {
  private static final String NAME = "sunlit";
  private static final String MAX_CONNECT_SECONDS = "5";
  private static final String MAX_ANSWER_SECONDS = "20";

  private final DatabaseAddress address;
  private @Nullable Access access;
  private @Nullable NotExamined problem;
  private @Nullable SchemaVersions schema;

  public ExaminedDatabase(DatabaseAddress address) {
    this.address = address;
  }

  /** How the database was reached. */
  enum Way {
    CONFIGURED,
    RUNNING,
    STARTED
  }

  /**
   * A connection.
   *
   * @param server the built-in server that was started for it
   */
  record Access(Connection connection, Way way, Optional<EmbeddedServer> server) {
    DataSource source() {
      return new SingleConnectionDataSource(connection, true);
    }

    JdbcClient sql() {
      return JdbcClient.create(source());
    }
  }

  DatabaseAddress address() {
    return address;
  }

  /**
   * The connection, made at the first call.
   *
   * @throws NotExamined with what is wrong and what to do, at each call
   */
  Access access() throws NotExamined {
    if (access == null && problem == null) {
      try {
        access = open();
      } catch (NotExamined why) {
        problem = why;
      }
    }
    if (access == null) {
      throw problem == null ? new NotExamined("not-examined.database") : problem;
    }
    return access;
  }

  /**
   * The same for examinations of something else than the database itself.
   *
   * @throws NotExamined that refers to the examination of the database
   */
  Access reached() throws NotExamined {
    try {
      return access();
    } catch (NotExamined why) {
      throw new NotExamined("not-examined.database");
    }
  }

  /**
   * The database, if it has the tables of this program.
   *
   * @throws NotExamined that refers to the examination of the database or of the schema
   */
  public DataSource books() throws NotExamined {
    DataSource source = reached().source();
    if (!schema().state().isReadable()) {
      throw new NotExamined("not-examined.schema");
    }
    return source;
  }

  /** How the tables compare with those of this program. */
  SchemaVersions schema() throws NotExamined {
    DataSource source = reached().source();
    if (schema == null) {
      schema = SchemaVersions.of(source, address.definitions());
    }
    return schema;
  }

  private Access open() throws NotExamined {
    String url = address.url();
    try {
      if (url != null) {
        Connection connection = connect(url, address.user(), address.secret());
        return new Access(connection, Way.CONFIGURED, Optional.empty());
      }
      return openBuiltIn(address.builtIn());
    } catch (SQLException | IOException | UncheckedIOException why) {
      throw new NotExamined(
          url == null ? "database.no-start" : "database.no-answer",
          address.shown(),
          String.valueOf(why.getMessage()).lines().findFirst().orElse(""));
    }
  }

  private Access openBuiltIn(ServerFolder server) throws NotExamined, IOException, SQLException {
    NotExamined.unlessReadable(server.home());
    Optional<String> other = server.otherMajor();
    if (other.isPresent()) {
      throw new NotExamined(
          "database.other-major", address.shown(), other.get(), ServerFolder.ownMajor());
    }
    if (!server.isMade()) {
      throw new NotExamined("database.not-made", address.shown());
    }
    User worker = server.worker();
    Optional<Integer> port = server.port();
    if (port.isPresent()) {
      try {
        String url = ServerFolder.address(port.get(), NAME);
        return new Access(
            connect(url, worker.name(), worker.secret()), Way.RUNNING, Optional.empty());
      } catch (SQLException crashed) {
        // the file with the port is left by a server that is gone; if it is not, the start says so
      }
    }
    if (!Files.getAttribute(server.home(), "unix:uid").equals((int) new UnixSystem().getUid())) {
      throw new NotExamined("database.foreign", address.shown(), Files.getOwner(server.home()));
    }
    EmbeddedServer started = EmbeddedServer.at(server.home());
    try {
      Connection connection = connect(started.address(NAME), worker.name(), worker.secret());
      return new Access(connection, Way.STARTED, Optional.of(started));
    } catch (SQLException problem) {
      started.close();
      throw problem;
    }
  }

  private static Connection connect(String url, @Nullable String user, @Nullable String secret)
      throws SQLException {
    Properties settings = new Properties();
    settings.setProperty("ApplicationName", "sunlit doctor");
    settings.setProperty("connectTimeout", MAX_CONNECT_SECONDS);
    settings.setProperty("loginTimeout", MAX_CONNECT_SECONDS);
    settings.setProperty("socketTimeout", MAX_ANSWER_SECONDS);
    if (user != null) {
      settings.setProperty("user", user);
    }
    if (secret != null) {
      settings.setProperty("password", secret);
    }
    Connection connection = DriverManager.getConnection(url, settings);
    try (Statement statement = connection.createStatement()) {
      statement.execute("set session characteristics as transaction read only");
      return connection;
    } catch (SQLException refused) {
      connection.close();
      throw refused;
    }
  }

  @Override
  public void close() throws SQLException {
    Access last = access;
    access = null;
    if (last != null) {
      try {
        last.connection().close();
      } finally {
        last.server().ifPresent(EmbeddedServer::close);
      }
    }
  }
}
