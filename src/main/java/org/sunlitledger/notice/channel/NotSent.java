package org.sunlitledger.notice.channel;

import java.io.Serial;
import java.util.Arrays;
import org.springframework.core.NestedExceptionUtils;
import org.sunlitledger.quantity.text.Messages;
import org.sunlitledger.quantity.text.SafeText;

/** The other side did not accept a letter. The reason is a sentence of the bundle for notices. */
public final class NotSent extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  private static final int MAX_QUOTED = 200;

  private final String key;
  private final String[] arguments;

  NotSent(String key, Object... arguments) {
    super(key + " " + Arrays.toString(arguments));
    this.key = key;
    this.arguments = Arrays.stream(arguments).map(String::valueOf).toArray(String[]::new);
  }

  /** What the network or the mail server reported. */
  static NotSent because(Throwable problem) {
    Throwable cause = NestedExceptionUtils.getMostSpecificCause(problem);
    return new NotSent(
        "not-sent.failed",
        quoted(cause == problem ? named(cause) : named(cause) + "; " + named(problem)));
  }

  private static String named(Throwable problem) {
    String name = problem.getClass().getSimpleName();
    return problem.getMessage() == null ? name : name + ": " + problem.getMessage();
  }

  /** The beginning of a text of the other side, on one line. */
  static String quoted(String text) {
    String line = SafeText.line(String.join(" ", text.strip().lines().toList()));
    return line.length() <= MAX_QUOTED ? line : line.substring(0, MAX_QUOTED) + "…";
  }

  public String text(Messages notices) {
    return notices.text(key, (Object[]) arguments);
  }
}
