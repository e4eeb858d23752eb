package org.sunlitledger.console.live;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.sunlitledger.job.RunProgress;
import tools.jackson.core.JacksonException;

/**
 * Hears how far runs of any process have come, over one connection that does nothing else. At most
 * one run is under way, so only the last news is kept.
 */
@Component
public final class LiveRuns implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(LiveRuns.class);
  private static final Duration WAIT = Duration.ofSeconds(5);
  private static final Duration PAUSE_BEFORE_RECONNECTING = Duration.ofSeconds(2);

  private final JdbcConnectionDetails database;
  private final String sessionName;
  private final List<Consumer<RunProgress>> listeners = new CopyOnWriteArrayList<>();
  private volatile @Nullable RunProgress last;
  private volatile @Nullable Thread thread;

  LiveRuns(JdbcConnectionDetails database, @Value("${sunlit.session-name}") String sessionName) {
    this.database = database;
    this.sessionName = sessionName;
  }

  /** What was heard last of a run; empty where nothing was, or it was of another run. */
  public Optional<RunProgress> of(long run) {
    return Optional.ofNullable(last).filter(news -> news.run() == run);
  }

  /** Hands over all news from now on; the listener must not block. */
  void listen(Consumer<RunProgress> listener) {
    listeners.add(listener);
  }

  @Override
  public void start() {
    Thread hearing = new Thread(this::hear, "live runs");
    hearing.setDaemon(true);
    thread = hearing;
    hearing.start();
  }

  @Override
  public void stop() {
    Thread hearing = thread;
    thread = null;
    if (hearing != null) {
      hearing.interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }

  private void hear() {
    while (isRunning()) {
      try (Connection connection =
              DriverManager.getConnection(
                  database.getJdbcUrl(), database.getUsername(), database.getPassword());
          Statement statement = connection.createStatement()) {
        connection.setClientInfo("ApplicationName", sessionName);
        statement.execute("listen " + RunProgress.CHANNEL);
        PGConnection notified = connection.unwrap(PGConnection.class);
        while (isRunning()) {
          for (PGNotification news : notified.getNotifications(Math.toIntExact(WAIT.toMillis()))) {
            heard(news.getParameter());
          }
        }
      } catch (SQLException gone) {
        LOG.warn("no news of runs for now", gone);
        pause();
      }
    }
  }

  private void heard(String json) {
    try {
      RunProgress news = RunProgress.parse(json);
      last = news;
      listeners.forEach(listener -> listener.accept(news));
    } catch (JacksonException otherVersion) {
      LOG.warn("news that this version does not know: {}", json);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_BEFORE_RECONNECTING.toMillis());
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
