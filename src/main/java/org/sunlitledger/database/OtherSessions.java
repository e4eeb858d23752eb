package org.sunlitledger.database;

import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sunlitledger.quantity.text.Moment;

/**
 * Sessions of this program, of any version, on the database: the console, a run, a command. The
 * roles of the program are those that work with its tables and that own them; sessions of other
 * roles, such as that of a monitor, are not looked at.
 */
public final class OtherSessions {
  /** A process that has just ended may take this long to disconnect from the server. */
  private static final Duration LEAVING = Duration.ofSeconds(3);

  private final DataSource dataSource;
  private final String own;

  /**
   * @param own with what the names of this process's sessions begin
   */
  public OtherSessions(DataSource dataSource, String own) {
    this.dataSource = dataSource;
    this.own = own;
  }

  /**
   * A session.
   *
   * @param who what the process calls itself, and its role and machine
   * @param since null where this role may not see it
   */
  public record OtherSession(String who, @Nullable OffsetDateTime since) {

    /** When it began, for people. */
    public String since(ZoneId zone) {
      return since == null ? "?" : Moment.in(zone, since);
    }
  }

  /** The longest session of another process; empty if there is none, or none that lasts. */
  public Optional<OtherSession> lasting() throws SQLException {
    return Patience.succeeds(LEAVING, () -> longest().isEmpty()) ? Optional.empty() : longest();
  }

  private Optional<OtherSession> longest() {
    return JdbcClient.create(dataSource)
        .sql(
            """
            select application_name || ' (' || concat_ws(', ', usename, host(client_addr)) || ')',
              backend_start
            from pg_stat_activity
            where datname = current_database()
              and pid <> pg_backend_pid()
              and not starts_with(application_name, :own)
              and usename in (
                current_user,
                (select tableowner from pg_tables where tablename = 'flyway_schema_history' limit 1)
              )
            order by backend_start
            limit 1
            """)
        .param("own", own)
        .query(
            (row, number) ->
                new OtherSession(row.getString(1), row.getObject(2, OffsetDateTime.class)))
        .optional();
  }
}
