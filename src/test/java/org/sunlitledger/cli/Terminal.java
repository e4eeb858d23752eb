package org.sunlitledger.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.sunlitledger.testing.Office;

/** Where somebody types commands in an office and reads what they print. */
public final class Terminal {
  private final Office office;
  private final Map<String, String> environment;
  private StringWriter out = new StringWriter();
  private StringWriter err = new StringWriter();

  public Terminal(Office office) {
    this(office, Map.of());
  }

  /**
   * @param other what is not as in the office
   */
  public Terminal(Office office, Map<String, String> other) {
    this.office = office;
    this.environment = new HashMap<>(office.environment());
    environment.putAll(other);
  }

  public Office office() {
    return office;
  }

  /** Runs a command in the office, in English unless asked otherwise; the exit status. */
  public int run(String... arguments) {
    out = new StringWriter();
    err = new StringWriter();
    environment.forEach((name, value) -> System.setProperty(property(name), value));
    try {
      return SunlitLedger.run(new PrintWriter(out), new PrintWriter(err), inALanguage(arguments));
    } finally {
      environment.keySet().forEach(name -> System.clearProperty(property(name)));
    }
  }

  /** What the last command printed. */
  public String out() {
    return out.toString();
  }

  /** What the last command printed beside. */
  public String err() {
    return err.toString();
  }

  private static String[] inALanguage(String... arguments) {
    return List.of(arguments).contains("--lang")
        ? arguments
        : Stream.concat(Stream.of("--lang", "en"), Stream.of(arguments)).toArray(String[]::new);
  }

  private static String property(String variable) {
    return variable.toLowerCase(Locale.ROOT).replace('_', '.');
  }
}
