package org.sunlitledger.intake.step;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.stereotype.Component;

/** The progress of a run. The steps write it and the screen reads it. */
@Component
public final class Progress implements StepExecutionListener {
  private final Queue<String> underWay = new ConcurrentLinkedQueue<>();
  private final AtomicLong bytesToRead = new AtomicLong();
  private final AtomicLong bytesRead = new AtomicLong();
  private final AtomicLong lines = new AtomicLong();

  /**
   * The current state of a run.
   *
   * @param steps active steps in the order in which they began; two may be active at the same time
   */
  public record ProgressState(List<String> steps, long bytesToRead, long bytesRead, long lines) {}

  /** Forgets an earlier run of this process. */
  public void begin() {
    underWay.clear();
    bytesToRead.set(0);
    bytesRead.set(0);
    lines.set(0);
  }

  public ProgressState state() {
    return new ProgressState(
        List.copyOf(underWay), bytesToRead.get(), bytesRead.get(), lines.get());
  }

  @Override
  public void beforeStep(StepExecution step) {
    underWay.add(step.getStepName());
  }

  @Override
  public ExitStatus afterStep(StepExecution step) {
    underWay.remove(step.getStepName());
    return step.getExitStatus();
  }

  /** Adds to the number of bytes to read. */
  void expect(long bytes) {
    bytesToRead.addAndGet(bytes);
  }

  /** Adds to the numbers of bytes and lines read. */
  void read(long moreBytes, long moreLines) {
    bytesRead.addAndGet(moreBytes);
    lines.addAndGet(moreLines);
  }
}
