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

  /** In the time of the office's zone. */
  public static String in(ZoneId zone, OffsetDateTime at) {
    return format(at.atZoneSameInstant(zone).toLocalDateTime());
  }

  /** Of a time that is the office's already. */
  public static String format(LocalDateTime at) {
    return at.format(FORMAT);
  }
}
