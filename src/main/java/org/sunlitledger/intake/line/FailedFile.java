package org.sunlitledger.intake.line;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An unexpected failure while a file is read. It concerns this file alone. The log shows the place
 * in the program. Exception messages are omitted, because they quote the file.
 */
public final class FailedFile {
  private static final Logger LOG = LoggerFactory.getLogger(FailedFile.class);
  private static final int MAX_FRAMES = 20;

  private FailedFile() {}

  public static FileFault fault(@Nullable Throwable cause) {
    Throwable problem = Objects.requireNonNullElseGet(cause, IllegalStateException::new);
    String name = problem.getClass().getSimpleName();
    LOG.error(
        "a file cannot be read: {}\n{}",
        problem.getClass().getName(),
        Arrays.stream(problem.getStackTrace())
            .limit(MAX_FRAMES)
            .map(frame -> "\tat " + frame)
            .collect(Collectors.joining("\n")));
    return new FileFault(ShapeRule.FILE_FAILED, name, "");
  }
}
