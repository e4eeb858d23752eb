package org.sunlitledger.intake.step;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.sunlitledger.intake.record.Batch;

/**
 * Reads one batch ahead: it is made on a thread of its own while the one before is being written.
 * At most two are held, so that memory does not grow with the file.
 */
final class ReadAhead implements AutoCloseable {
  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private final BatchSource source;
  private Future<Batch> ahead;

  /** Makes the next batch; one without lines at the end. */
  interface BatchSource {
    Batch next() throws Exception;
  }

  ReadAhead(BatchSource source) {
    this.source = source;
    this.ahead = thread.submit(source::next);
  }

  /**
   * The next batch; nothing at the end.
   *
   * @throws ExecutionException around what went wrong while reading
   */
  Optional<Batch> next() throws ExecutionException, InterruptedException {
    Batch batch = ahead.get();
    if (batch.lines() == 0) {
      return Optional.empty();
    }
    ahead = thread.submit(source::next);
    return Optional.of(batch);
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
