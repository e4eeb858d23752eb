package org.sunlitledger.intake;

import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/** How far a run has come, for whoever watches it; written by the steps, read by the screen. */
@Component
public final class Progress {
  private volatile String step = "";
  private final AtomicLong bytesToRead = new AtomicLong();
  private final AtomicLong bytesRead = new AtomicLong();
  private final AtomicLong lines = new AtomicLong();

  /** Where a run stands. */
  public record State(String step, long bytesToRead, long bytesRead, long lines) {}

  public State state() {
    return new State(step, bytesToRead.get(), bytesRead.get(), lines.get());
  }

  /** A step of the job begins. */
  public void begin(String name) {
    step = name;
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
