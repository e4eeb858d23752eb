package org.sunlitledger.backup;

import java.io.Serial;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.sunlitledger.quantity.text.Messages;

/** A backup cannot be made or restored. The reason is a sentence of the bundle for commands. */
public final class BackupRefused extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final String key;
  private final String[] arguments;

  public BackupRefused(String key, Object... arguments) {
    super(key + " " + Arrays.toString(arguments));
    this.key = key;
    this.arguments = Arrays.stream(arguments).map(String::valueOf).toArray(String[]::new);
  }

  /** The refusal that caused a problem, if one did. */
  public static Optional<BackupRefused> in(Throwable problem) {
    return Stream.iterate(problem, Objects::nonNull, Throwable::getCause)
        .filter(BackupRefused.class::isInstance)
        .map(BackupRefused.class::cast)
        .findFirst();
  }

  public String text(Messages messages) {
    return messages.text(key, (Object[]) arguments);
  }
}
