package org.sunlitledger.database;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waits for another process that does not say when it is ready. */
final class Patience {
  private static final Duration PAUSE_BETWEEN_ATTEMPTS = Duration.ofMillis(100);

  private Patience() {}

  /** Something that succeeds when the other process is ready. */
  interface Attempt {
    /** Whether it succeeds now. */
    boolean succeeds() throws SQLException;
  }

  /** Whether an attempt succeeds within a time; there is one attempt at least. */
  static boolean succeeds(Duration maxWait, Attempt attempt) throws SQLException {
    long end = System.nanoTime() + maxWait.toNanos();
    while (!attempt.succeeds()) {
      if (System.nanoTime() >= end) {
        return false;
      }
      LockSupport.parkNanos(PAUSE_BETWEEN_ATTEMPTS.toNanos());
    }
    return true;
  }
}
