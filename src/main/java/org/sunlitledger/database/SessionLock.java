package org.sunlitledger.database;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * What one process at a time does, by an advisory lock of a database session. If a process dies,
 * its session ends and the lock is released.
 */
public enum SessionLock {
  BACKUP(7_205_118_341L),
  NOTICES(7_205_118_342L);

  /** Any number that no other lock uses is suitable. */
  private final long key;

  SessionLock(long key) {
    this.key = key;
  }

  /** What is done alone. */
  public interface Work<T> {
    /** Does it. */
    T run() throws SQLException;
  }

  /** Does something alone; empty if another process does not finish within a time. */
  public <T> Optional<T> alone(DataSource dataSource, Duration maxWait, Work<T> work) {
    ConnectionCallback<Optional<T>> inSession =
        session -> {
          JdbcClient sql = JdbcClient.create(new SingleConnectionDataSource(session, true));
          if (!Patience.succeeds(maxWait, () -> ask(sql, "select pg_try_advisory_lock(:key)"))) {
            return Optional.empty();
          }
          try {
            return Optional.of(work.run());
          } finally {
            ask(sql, "select pg_advisory_unlock(:key)");
          }
        };
    return new JdbcTemplate(dataSource).execute(inSession);
  }

  private boolean ask(JdbcClient sql, String question) {
    return sql.sql(question).param("key", key).query(Boolean.class).single();
  }
}
