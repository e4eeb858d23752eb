package org.sunlitledger.cli.print;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.stream.Collectors;
import org.sunlitledger.cli.shell.SafeWriter;
import org.sunlitledger.intake.step.Progress;
import org.sunlitledger.quantity.text.Messages;

/**
 * Shows on standard error how far a run has come: a bar on a terminal, else a line every ten
 * seconds, so that a log stays short.
 */
public final class ProgressScreen implements AutoCloseable {
  private static final Duration ON_TERMINAL = Duration.ofMillis(200);
  private static final Duration IN_LOG = Duration.ofSeconds(10);
  private static final int WIDTH = 24;
  private static final String CLEAR_LINE = "\r\u001b[2K";

  private final Progress progress;
  private final Messages messages;
  private final PrintWriter err;
  private final boolean terminal;
  private final Thread thread;
  private final long begun = System.nanoTime();

  public ProgressScreen(Progress progress, Messages messages, PrintWriter err, boolean terminal) {
    this.progress = progress;
    this.messages = messages;
    this.err = terminal ? SafeWriter.obeyed(err) : err;
    this.terminal = terminal;
    this.thread = new Thread(this::watch, "progress");
    thread.setDaemon(true);
  }

  /** Whether somebody watches: the start script says so, as Java cannot check one stream alone. */
  public static boolean isTerminal() {
    return "1".equals(System.getenv("SUNLIT_TERMINAL"));
  }

  public void show() {
    thread.start();
  }

  private void watch() {
    try {
      while (true) {
        Thread.sleep((terminal ? ON_TERMINAL : IN_LOG).toMillis());
        String text = text(progress.state(), Duration.ofNanos(System.nanoTime() - begun));
        if (terminal) {
          err.print(CLEAR_LINE + text);
          err.flush();
        } else {
          err.println(text);
        }
      }
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
    }
  }

  /** What is shown of a state, so long after the start. */
  String text(Progress.ProgressState state, Duration since) {
    String steps =
        state.steps().isEmpty()
            ? messages.text("step.")
            : state.steps().stream()
                .map(step -> messages.text("step." + step))
                .collect(Collectors.joining(" · "));
    boolean reads = state.steps().contains("intake") && state.bytesToRead() > 0;
    if (!reads) {
      return steps;
    }
    long millis = Math.max(1, since.toMillis());
    long left =
        state.bytesRead() == 0
            ? 0
            : millis * (state.bytesToRead() - state.bytesRead()) / state.bytesRead() / 1000;
    int done = (int) (WIDTH * state.bytesRead() / state.bytesToRead());
    String bar = terminal ? "[" + "#".repeat(done) + "-".repeat(WIDTH - done) + "] " : "";
    return bar
        + messages.text(
            "progress.intake",
            steps,
            100 * state.bytesRead() / state.bytesToRead(),
            state.lines(),
            state.lines() * 1000 / millis,
            left);
  }

  @Override
  public void close() {
    thread.interrupt();
    if (terminal) {
      err.print(CLEAR_LINE);
      err.flush();
    }
  }
}
