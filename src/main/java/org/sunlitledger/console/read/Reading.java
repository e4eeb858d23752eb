package org.sunlitledger.console.read;

import java.util.function.Supplier;

/**
 * Whether the thread answers a request that only reads. Its queries then go to connections that
 * refuse every change.
 */
public final class Reading {
  private static final ThreadLocal<Boolean> UNDER_WAY = ThreadLocal.withInitial(() -> false);

  private Reading() {}

  static boolean isUnderWay() {
    return UNDER_WAY.get();
  }

  static void begin() {
    UNDER_WAY.set(true);
  }

  static void end() {
    UNDER_WAY.remove();
  }

  /**
   * Does what has to be written although a page was only asked for, such as a line of the access
   * log. Not within a transaction.
   */
  public static <R> R interrupted(Supplier<R> writing) {
    boolean wasUnderWay = isUnderWay();
    end();
    try {
      return writing.get();
    } finally {
      if (wasUnderWay) {
        begin();
      }
    }
  }

  /** The same without a result. */
  public static void interrupted(Runnable writing) {
    interrupted(
        () -> {
          writing.run();
          return true;
        });
  }
}
