package org.sunlitledger.upkeep;

import java.util.Arrays;
import java.util.List;
import org.sunlitledger.quantity.text.Messages;

/**
 * What an examination found. Its texts are in the bundle {@code health}: {@code KEY} says what was
 * found, {@code KEY.do} what to do about it, and {@code EXAMINATION.expected} what is expected.
 *
 * @param key begins with the name of the examination, as {@code disk.low}; or says why it could not
 *     be made
 * @param arguments of all three texts
 */
public record Finding(String examination, Level level, String key, List<String> arguments) {

  /** The bundle of its texts. */
  public static final String BUNDLE = "health";

  /** How much a finding matters. */
  public enum Level {
    OK,
    /** Somebody should look at it; everything works. */
    LOOK,
    /** Something does not work, or is about to be lost. */
    BROKEN
  }

  /** All is as it should be. */
  public static Finding ok(String key, Object... arguments) {
    return of(Level.OK, key, arguments);
  }

  /** Somebody should look at it. */
  public static Finding look(String key, Object... arguments) {
    return of(Level.LOOK, key, arguments);
  }

  /** Something does not work. */
  public static Finding broken(String key, Object... arguments) {
    return of(Level.BROKEN, key, arguments);
  }

  /** The examination could not be made. */
  public static Finding notExamined(String examination, NotExamined why) {
    return new Finding(examination, Level.LOOK, why.key(), why.arguments());
  }

  private static Finding of(Level level, String key, Object... arguments) {
    return new Finding(
        key.substring(0, key.indexOf('.')),
        level,
        key,
        Arrays.stream(arguments).map(String::valueOf).toList());
  }

  /** The name of the examination, for people. */
  public String title(Messages messages) {
    return messages.text(examination);
  }

  /** What was found. */
  public String found(Messages messages) {
    return messages.text(key, arguments.toArray());
  }

  /** What is expected; empty where the examination could not be made. */
  public String expected(Messages messages) {
    return key.startsWith(examination + ".")
        ? messages.text(examination + ".expected", arguments.toArray())
        : "";
  }

  /** What to do; empty where all is as it should be. */
  public String remedy(Messages messages) {
    return level == Level.OK ? "" : messages.text(key + ".do", arguments.toArray());
  }
}
