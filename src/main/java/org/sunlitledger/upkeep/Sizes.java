package org.sunlitledger.upkeep;

import java.util.Locale;
import org.springframework.util.unit.DataSize;

/** Writes sizes for people. */
public final class Sizes {
  private static final double MEGABYTES_IN_GIGABYTE = 1024;

  private Sizes() {}

  /** A size in GB with one digit behind the point; a smaller one in MB. */
  public static String text(DataSize size) {
    return size.toGigabytes() >= 1
        ? String.format(Locale.ROOT, "%.1f GB", size.toMegabytes() / MEGABYTES_IN_GIGABYTE)
        : size.toMegabytes() + " MB";
  }
}
