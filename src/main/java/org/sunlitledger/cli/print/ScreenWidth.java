package org.sunlitledger.cli.print;

import org.jspecify.annotations.Nullable;

/** How many columns of digits the screen has. */
public final class ScreenWidth {
  private static final int UNKNOWN_COLUMNS = 120;
  private static final int LEAST_COLUMNS = 60;

  private ScreenWidth() {}

  /** The width that the start script reports for a terminal; 120 where it is unknown. */
  public static int columns() {
    return columns(System.getenv("SUNLIT_COLUMNS"));
  }

  static int columns(@Nullable String reported) {
    return reported == null || !reported.matches("[1-9][0-9]{0,4}")
        ? UNKNOWN_COLUMNS
        : Math.max(LEAST_COLUMNS, Integer.parseInt(reported));
  }
}
