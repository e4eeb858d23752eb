package org.sunlitledger.notice.channel;

import java.io.Serial;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.sunlitledger.quantity.text.Messages;

/**
 * A setting of notices is missing or wrong. The answer is a sentence of the bundle for notices. It
 * does not repeat addresses and passwords, which are secrets.
 */
public final class BadSetting extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final String key;
  private final String[] arguments;

  /**
   * @param key of a sentence
   * @param setting such as {@code sunlit.notice.night-within}; the sentence names its variable
   * @param arguments what else the sentence says
   */
  public BadSetting(String key, String setting, Object... arguments) {
    super(key + " " + setting);
    this.key = key;
    this.arguments =
        Stream.concat(Stream.of(variable(setting)), Arrays.stream(arguments).map(String::valueOf))
            .toArray(String[]::new);
  }

  private static String variable(String setting) {
    return setting.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
  }

  public String text(Messages notices) {
    return notices.text(key, (Object[]) arguments);
  }
}
