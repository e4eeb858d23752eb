package org.sunlitledger.quantity.text;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** A moment as people read it: date and time to the second. */
public final class Moment {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  private Moment() {}

  /** Formats an instant in the office's time zone. */
  public static String in(ZoneId zone, OffsetDateTime at) {
    return format(at.atZoneSameInstant(zone).toLocalDateTime());
  }

  /** Formats a time that is already in the office's zone. */
  public static String format(LocalDateTime at) {
    return at.format(FORMAT);
  }
}
