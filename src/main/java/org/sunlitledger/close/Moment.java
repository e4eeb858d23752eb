package org.sunlitledger.close;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** A moment as people read it. */
final class Moment {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  private Moment() {}

  /** In the time of the office's zone. */
  static String in(ZoneId zone, OffsetDateTime at) {
    return at.truncatedTo(ChronoUnit.SECONDS).atZoneSameInstant(zone).format(FORMAT);
  }
}
