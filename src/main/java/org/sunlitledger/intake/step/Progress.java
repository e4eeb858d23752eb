package org.sunlitledger.intake.step;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.stereotype.Component;

/** How far a run has come, for whoever watches it; written by the steps, read by the screen. */
@Component
public final class Progress implements StepExecutionListener {
  private final Queue<String> underWay = new ConcurrentLinkedQueue<>();
  private final AtomicLong bytesToRead = new AtomicLong();
  private final AtomicLong bytesRead = new AtomicLong();
  private final AtomicLong lines = new AtomicLong();

  /**
   * Where a run stands.
   *
   * @param steps under way, in the order in which they began; two may go side by side
   */
  public record ProgressState(List<String> steps, long bytesToRead, long bytesRead, long lines) {}

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

  /** So much is to be read in all. */
  void expect(long bytes) {
    bytesToRead.addAndGet(bytes);
  }

  /** So much more has been read. */
  void read(long moreBytes, long moreLines) {
    bytesRead.addAndGet(moreBytes);
    lines.addAndGet(moreLines);
  }
}
