package org.sunlitledger.job;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * How far a run has come, as its process announces it to consoles.
 *
 * @param steps active steps in the order in which they began
 * @param bytes read so far
 * @param of bytes to read
 * @param lines read so far
 * @param millis since the run began
 * @param ended whether the run is over and its result recorded
 */
public record RunProgress(
    long run,
    int year,
    List<String> steps,
    long bytes,
    long of,
    long lines,
    long millis,
    boolean ended) {
  /** On which the database passes it on. */
  public static final String CHANNEL = "sunlit_progress";

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int WHOLE_PERCENT = 100;

  public static RunProgress parse(String json) {
    return JSON.readValue(json, RunProgress.class);
  }

  String json() {
    return JSON.writeValueAsString(this);
  }

  /** Whether files are being read, so that the other numbers say something. */
  public boolean reads() {
    return steps.contains("intake") && of > 0;
  }

  public int percent() {
    return of == 0 ? 0 : (int) (WHOLE_PERCENT * bytes / of);
  }

  public long linesPerSecond() {
    return lines * 1000 / Math.max(1, millis);
  }

  /** Seconds until all is read, at the pace so far. */
  public long secondsLeft() {
    return bytes == 0 ? 0 : millis * (of - bytes) / bytes / 1000;
  }
}
