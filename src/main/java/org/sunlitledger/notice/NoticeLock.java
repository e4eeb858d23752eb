package org.sunlitledger.notice;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/** Lets one process at a time send notices, so that no notice is sent twice without need. */
@Component
@Lazy
final class NoticeLock {
  /** Any number that no other lock uses is suitable. */
  private static final long ONE_AT_A_TIME = 7_205_118_342L;

  private static final Duration PAUSE_BETWEEN_ATTEMPTS = Duration.ofMillis(100);

  private final DataSource dataSource;

  NoticeLock(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Does something alone; empty if another process does not finish within a time. */
  <T> Optional<T> alone(Duration maxWait, Supplier<T> work) {
    try (Connection session = dataSource.getConnection()) {
      JdbcClient sql = JdbcClient.create(new SingleConnectionDataSource(session, true));
      if (!isTaken(sql, maxWait)) {
        return Optional.empty();
      }
      try {
        return Optional.of(work.get());
      } finally {
        sql.sql("select pg_advisory_unlock(:key)")
            .param("key", ONE_AT_A_TIME)
            .query(Boolean.class)
            .single();
      }
    } catch (SQLException problem) {
      throw new IllegalStateException("the lock of notices cannot be asked for", problem);
    }
  }

  private static boolean isTaken(JdbcClient sql, Duration maxWait) {
    long end = System.nanoTime() + maxWait.toNanos();
    do {
      if (sql.sql("select pg_try_advisory_lock(:key)")
          .param("key", ONE_AT_A_TIME)
          .query(Boolean.class)
          .single()) {
        return true;
      }
      LockSupport.parkNanos(PAUSE_BETWEEN_ATTEMPTS.toNanos());
    } while (System.nanoTime() < end);
    return false;
  }
}
