package org.sunlitledger.intake.step;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.sunlitledger.intake.record.Batch;

/**
 * Reads one batch ahead. A separate thread makes the batch while the previous one is written. At
 * most two batches are in memory, so memory does not grow with the file.
 */
final class ReadAhead implements AutoCloseable {
  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private final BatchSource source;
  private Future<Batch> ahead;

  /** Makes the next batch; an empty one at the end. */
  interface BatchSource {
    Batch next() throws Exception;
  }

  ReadAhead(BatchSource source) {
    this.source = source;
    this.ahead = thread.submit(source::next);
  }

  /**
   * The next batch; empty at the end.
   *
   * @throws ExecutionException that wraps a failure while reading
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
