package org.sunlitledger.database;

import java.io.Serializable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.sunlitledger.quantity.text.Messages;
import org.sunlitledger.quantity.text.Moment;

/**
 * Allows at most one run at a time, with an advisory lock of a database session. If a process dies,
 * its session ends and the lock is released. A free lock therefore means that the last holder is
 * gone.
 */
@Component
public final class RunLock {
  private static final int LOCK_KEY = 0x53554e4c;

  /** The holder also takes a lock with this key and the second at which it took the other. */
  private static final int SINCE_KEY = LOCK_KEY + 1;

  /** The session goes back to the pool under the name that it had. */
  private static final String OWN_NAME = "reset application_name";

  private static final int MAX_ANNOUNCING_SECONDS = 2;

  /** A process killed a moment ago may take this long to disconnect from the server. */
  private static final Duration LEAVING = Duration.ofSeconds(3);

  private final DataSource dataSource;

  private final String startedBy;

  public RunLock(
      DataSource dataSource, @Value("${sunlit.started-by:${user.name:}}") String startedBy) {
    this.dataSource = dataSource;
    this.startedBy = startedBy;
  }

  /** The result of an attempt. */
  public sealed interface Attempt permits Held, Taken {}

  /**
   * This process holds the lock until it closes this. Its session does nothing else: each statement
   * commits by itself.
   */
  public record Held(Connection session) implements Attempt, AutoCloseable {

    /**
     * Notifies every process that listens.
     *
     * @throws SQLException when the database does not answer at once
     */
    public void announce(String channel, String what) throws SQLException {
      try (PreparedStatement notify = session.prepareStatement("select pg_notify(?, ?)")) {
        notify.setQueryTimeout(MAX_ANNOUNCING_SECONDS);
        notify.setString(1, channel);
        notify.setString(2, what);
        notify.execute();
      }
    }

    @Override
    public void close() {
      try (session;
          PreparedStatement unlock = session.prepareStatement("select pg_advisory_unlock_all()");
          PreparedStatement ownName = session.prepareStatement(OWN_NAME)) {
        unlock.execute();
        ownName.execute();
      } catch (SQLException sessionGone) {
        // the lock was released with the session
        return;
      }
    }
  }

  /** Another process holds the lock. */
  public record Taken(String who, OffsetDateTime since) implements Attempt, Serializable {

    /** The sentence about it, in the words for commands. */
    public String text(Messages commands, ZoneId zone) {
      return commands.text("nightly.busy", who, Moment.in(zone, since));
    }
  }

  /** Another process is working. */
  public static final class RunLockHeld extends Exception {
    private static final long serialVersionUID = 1L;

    private final Taken taken;

    RunLockHeld(Taken taken) {
      super("busy: " + taken.who());
      this.taken = taken;
    }

    public Taken taken() {
      return taken;
    }
  }

  /**
   * Takes the lock.
   *
   * @param what describes this run to other processes that try; a few ASCII letters
   */
  public Held acquire(String what) throws RunLockHeld {
    String who = "%s: %s, pid %d".formatted(what, startedBy, ProcessHandle.current().pid());
    Attempt attempt = tryAcquire(who);
    if (attempt instanceof Taken taken) {
      throw new RunLockHeld(taken);
    }
    return (Held) attempt;
  }

  /**
   * Tries to take the lock for a few seconds.
   *
   * @param who describes this process to others that try; at most 63 bytes
   */
  public Attempt tryAcquire(String who) {
    try {
      Connection session = dataSource.getConnection();
      session.setAutoCommit(true);
      name(session, who);
      if (Patience.succeeds(LEAVING, () -> locked(session))) {
        return new Held(session);
      }
      try (session;
          PreparedStatement ownName = session.prepareStatement(OWN_NAME)) {
        ownName.execute();
        return holder(session).orElseGet(() -> new Taken("?", OffsetDateTime.now(ZoneOffset.UTC)));
      }
    } catch (SQLException problem) {
      throw new IllegalStateException("the run lock cannot be asked for", problem);
    }
  }

  private static void name(Connection session, String who) throws SQLException {
    try (PreparedStatement name =
        session.prepareStatement("select set_config('application_name', ?, false)")) {
      name.setString(1, who);
      name.execute();
    }
  }

  private static boolean locked(Connection session) throws SQLException {
    try (PreparedStatement lock =
        session.prepareStatement(
            """
            select case when pg_try_advisory_lock(?, 0)
              then pg_try_advisory_lock(?, extract(epoch from clock_timestamp())::integer)
              else false
            end
            """)) {
      lock.setInt(1, LOCK_KEY);
      lock.setInt(2, SINCE_KEY);
      ResultSet answer = lock.executeQuery();
      return answer.next() && answer.getBoolean(1);
    }
  }

  /** Who holds the lock, and still does when a process killed a moment ago would have lost it. */
  public Optional<Taken> lastingHolder() {
    try (Connection session = dataSource.getConnection()) {
      return Patience.succeeds(LEAVING, () -> holder(session).isEmpty())
          ? Optional.empty()
          : holder(session);
    } catch (SQLException problem) {
      throw new IllegalStateException("the run lock cannot be asked for", problem);
    }
  }

  /** Who holds the lock. */
  public Optional<Taken> holder() {
    try (Connection session = dataSource.getConnection()) {
      return holder(session);
    } catch (SQLException problem) {
      throw new IllegalStateException("the run lock cannot be asked for", problem);
    }
  }

  private static Optional<Taken> holder(Connection session) throws SQLException {
    try (PreparedStatement query =
        session.prepareStatement(
            """
            select coalesce(a.application_name, a.usename), to_timestamp(s.objid::bigint)
            from pg_locks l
            join pg_locks s on s.pid = l.pid and s.locktype = 'advisory' and s.classid = ?
            join pg_stat_activity a on a.pid = l.pid
            where l.locktype = 'advisory'
              and l.classid = ?
              and l.granted
              and l.database = (select oid from pg_database where datname = current_database())
            """)) {
      query.setInt(1, SINCE_KEY);
      query.setInt(2, LOCK_KEY);
      ResultSet row = query.executeQuery();
      return row.next()
          ? Optional.of(new Taken(row.getString(1), row.getObject(2, OffsetDateTime.class)))
          : Optional.empty();
    }
  }
}
