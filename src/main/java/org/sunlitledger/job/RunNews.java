package org.sunlitledger.job;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.listener.JobExecutionListener;
import org.springframework.stereotype.Component;
import org.sunlitledger.database.RunLock;
import org.sunlitledger.intake.step.Progress;

/**
 * Announces twice a second how far the run of this process has come, over the session of the run
 * lock. Nobody has to listen, and a database that is slow to pass it on does not slow down the run.
 */
@Component
final class RunNews implements JobExecutionListener {
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final Duration MAX_WAIT_AT_END = Duration.ofSeconds(1);

  private final Progress progress;
  private final AtomicReference<@Nullable JobExecution> current = new AtomicReference<>();

  RunNews(Progress progress) {
    this.progress = progress;
  }

  @Override
  public void beforeJob(JobExecution run) {
    current.set(run);
  }

  /** Announces over a session until this is closed; then also that the run is over. */
  Telling tellOver(RunLock.Held session) {
    progress.begin();
    current.set(null);
    return new Telling(session);
  }

  /** The thread that announces. */
  final class Telling implements AutoCloseable {
    private final RunLock.Held session;
    private final long begun = System.nanoTime();
    private final Thread thread = new Thread(this::tell, "run news");

    private Telling(RunLock.Held session) {
      this.session = session;
      thread.setDaemon(true);
      thread.start();
    }

    private void tell() {
      try {
        boolean isHeard = true;
        while (isHeard) {
          isHeard = announce(false);
          Thread.sleep(PAUSE.toMillis());
        }
      } catch (InterruptedException over) {
        Thread.currentThread().interrupt();
      }
    }

    /** Returns whether the database still passes things on. */
    private boolean announce(boolean ended) {
      JobExecution run = current.get();
      if (run == null) {
        return true;
      }
      Progress.ProgressState state = progress.state();
      RunProgress now =
          new RunProgress(
              run.getId(),
              Started.of(run).year(),
              state.steps(),
              state.bytesRead(),
              state.bytesToRead(),
              state.lines(),
              Duration.ofNanos(System.nanoTime() - begun).toMillis(),
              ended);
      try {
        session.announce(RunProgress.CHANNEL, now.json());
        return true;
      } catch (SQLException notPassedOn) {
        return false;
      }
    }

    @Override
    public void close() {
      thread.interrupt();
      try {
        thread.join(MAX_WAIT_AT_END.toMillis());
        if (!thread.isAlive()) {
          announce(true);
        }
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
