package org.sunlitledger.intake;

import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.stereotype.Component;

/** How far a run has come, for whoever watches it; written by the steps, read by the screen. */
@Component
public final class Progress implements StepExecutionListener {
  private final Deque<String> underWay = new ConcurrentLinkedDeque<>();
  private final AtomicLong bytesToRead = new AtomicLong();
  private final AtomicLong bytesRead = new AtomicLong();
  private final AtomicLong lines = new AtomicLong();

  /**
   * Where a run stands.
   *
   * @param step the last one that began and has not ended; empty when there is none
   */
  public record State(String step, long bytesToRead, long bytesRead, long lines) {}

  public State state() {
    String last = underWay.peekLast();
    return new State(last == null ? "" : last, bytesToRead.get(), bytesRead.get(), lines.get());
  }

  @Override
  public void beforeStep(StepExecution step) {
    underWay.addLast(step.getStepName());
  }

  @Override
  public ExitStatus afterStep(StepExecution step) {
    underWay.removeLastOccurrence(step.getStepName());
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
