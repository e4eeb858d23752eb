package org.sunlitledger.database.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Records who did what and when. The database itself rejects changes to these rows. */
@Component
public final class AuditTrail {
  static final String COLUMNS =
      "at, who, os_user, action, year, discrepancy_id, detail, via, login";

  private final JdbcClient jdbc;
  private final AuditChain chain;
  private final Clock clock;
  private final AuditVia.Entrance entrance;

  @Autowired
  AuditTrail(
      JdbcClient jdbc,
      AuditChain chain,
      Clock clock,
      ObjectProvider<AuditVia.Entrance> entrance,
      @Value("${sunlit.run-log:}") String consoleLog,
      @Value("${sunlit.started-by:}") String startedBy) {
    this(jdbc, chain, clock, entrance.getIfAvailable(() -> () -> ofCommand(consoleLog, startedBy)));
  }

  private AuditTrail(JdbcClient jdbc, AuditChain chain, Clock clock, AuditVia.Entrance entrance) {
    this.jdbc = jdbc;
    this.chain = chain;
    this.clock = clock;
    this.entrance = entrance;
  }

  /** The same trail, written in the transaction of another session. */
  public AuditTrail in(JdbcClient session) {
    return new AuditTrail(session, chain.in(session), clock, entrance);
  }

  /** A run that writes a log of the console was started there, by an account. */
  private static AuditVia ofCommand(String consoleLog, String startedBy) {
    return consoleLog.isEmpty() ? AuditVia.CLI : AuditVia.console(startedBy);
  }

  /**
   * A recorded action.
   *
   * @param who the given name
   * @param osUser the operating system's user; it shows where the command was run and never gives
   *     permission
   * @param discrepancy the discrepancy concerned; empty if the action concerns the whole year
   * @param via empty for events that are older than this value
   */
  public record Event(
      OffsetDateTime at,
      String who,
      String osUser,
      String action,
      int year,
      Optional<Long> discrepancy,
      String detail,
      Optional<AuditVia> via) {}

  /**
   * Records an action on a whole year, in the caller's transaction.
   *
   * @return the number of the event
   */
  public long add(String who, String action, int year, String detail) {
    return add(who, action, year, Optional.empty(), detail);
  }

  /** Records an action on a discrepancy, in the caller's transaction. */
  public void add(String who, String action, int year, long discrepancy, String detail) {
    add(who, action, year, Optional.of(discrepancy), detail);
  }

  private long add(String who, String action, int year, Optional<Long> discrepancy, String detail) {
    AuditVia via = entrance.now();
    OffsetDateTime now = OffsetDateTime.now(clock).truncatedTo(ChronoUnit.MICROS);
    Event event =
        new Event(
            now,
            who,
            System.getProperty("user.name"),
            action,
            year,
            discrepancy,
            detail,
            Optional.of(via));
    chain.lock();
    return jdbc.sql(
            """
            insert into audit_event (%s, digest)
            values (:at, :who, :osUser, :action, :year, :discrepancy, :detail, :via, :login, :digest)
            returning id
            """
                .formatted(COLUMNS))
        .param("at", event.at())
        .param("who", event.who())
        .param("osUser", event.osUser())
        .param("action", event.action())
        .param("year", event.year())
        .param("discrepancy", event.discrepancy().orElse(null), Types.BIGINT)
        .param("detail", event.detail())
        .param("via", via.place())
        .param("login", via.login().orElse(null), Types.VARCHAR)
        .param("digest", chain.next(event))
        .query(Long.class)
        .single();
  }

  /** The actions on a year, in the order in which they happened. */
  public List<Event> events(int year) {
    return jdbc.sql("select %s from audit_event where year = :year order by id".formatted(COLUMNS))
        .param("year", year)
        .query((row, number) -> event(row))
        .list();
  }

  /** The actions on a discrepancy, in the order in which they happened. */
  public List<Event> of(long discrepancy) {
    return jdbc.sql(
            "select %s from audit_event where discrepancy_id = :discrepancy order by id"
                .formatted(COLUMNS))
        .param("discrepancy", discrepancy)
        .query((row, number) -> event(row))
        .list();
  }

  /** Whether an action with a detail that begins with this text was recorded. */
  public boolean has(String action, int year, String detail) {
    return jdbc.sql(
            """
            select exists (
              select
              from audit_event
              where year = :year
                and action = :action
                and starts_with(detail, :detail)
            )
            """)
        .param("year", year)
        .param("action", action)
        .param("detail", detail)
        .query(Boolean.class)
        .single();
  }

  static Event event(ResultSet row) throws SQLException {
    Optional<String> login = Optional.ofNullable(row.getString("login"));
    return new Event(
        row.getObject("at", OffsetDateTime.class),
        row.getString("who"),
        row.getString("os_user"),
        row.getString("action"),
        row.getInt("year"),
        Optional.ofNullable(row.getObject("discrepancy_id", Long.class)),
        row.getString("detail"),
        Optional.ofNullable(row.getString("via")).map(via -> new AuditVia(via, login)));
  }
}
