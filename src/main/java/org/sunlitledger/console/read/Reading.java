package org.sunlitledger.console.read;

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
  public static void interrupted(Runnable writing) {
    boolean wasUnderWay = isUnderWay();
    end();
    try {
      writing.run();
    } finally {
      if (wasUnderWay) {
        begin();
      }
    }
  }
}
