package org.sunlitledger.database.schema;

import java.io.Serial;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.sunlitledger.quantity.text.Messages;

/**
 * The program does not work with a database as it is; nothing was changed. The reason is a sentence
 * of the bundle for commands, which also says what to do.
 */
public final class DatabaseRefused extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final String key;
  private final String[] arguments;

  public DatabaseRefused(String key, Object... arguments) {
    super(
        Messages.chinese("commands").text(key, arguments)
            + " / "
            + Messages.english("commands").text(key, arguments));
    this.key = key;
    this.arguments = Arrays.stream(arguments).map(String::valueOf).toArray(String[]::new);
  }

  /** The refusal that caused a problem, if one did. */
  public static Optional<DatabaseRefused> in(Throwable problem) {
    return Stream.iterate(problem, Objects::nonNull, Throwable::getCause)
        .filter(DatabaseRefused.class::isInstance)
        .map(DatabaseRefused.class::cast)
        .findFirst();
  }

  /** The sentence in the language of the bundle for commands. */
  public String text(Messages commands) {
    return commands.text(key, (Object[]) arguments);
  }
}
