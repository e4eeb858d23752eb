package org.sunlitledger.intake.workbook.number;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Dates as workbooks store them: days since an epoch, with the time of day as a fraction. */
final class SerialDate {
  private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);

  /** Correct from day 61 on. Earlier days count from one day later. */
  private static final LocalDate EPOCH_1900 = LocalDate.of(1899, 12, 30);

  /** 29 February 1900, which exists in the 1900 system but not in the calendar. */
  private static final int NO_SUCH_DAY = 60;

  private static final int LAST_1900 = 2_958_465;
  private static final int DAYS_1904 = 1462;
  private static final BigDecimal SECONDS = BigDecimal.valueOf(86_400);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

  private SerialDate() {}

  /**
   * The date for a day number: 2020-03-05, followed by T and the time if the format shows a time
   * and it is not midnight; the time alone for day 0. Empty for numbers that are not dates, which
   * Excel shows as a row of # or as day 0.
   */
  static Optional<String> text(BigDecimal serial, DateFormat format, boolean is1904) {
    int last = is1904 ? LAST_1900 - DAYS_1904 : LAST_1900;
    if (serial.signum() < 0 || serial.compareTo(BigDecimal.valueOf(last + 1L)) >= 0) {
      return Optional.empty();
    }
    long seconds = serial.multiply(SECONDS).setScale(0, RoundingMode.HALF_UP).longValueExact();
    int day = format.showsTime() ? (int) (seconds / 86_400) : serial.intValue();
    if (day > last) {
      return Optional.empty();
    }
    LocalTime time = LocalTime.ofSecondOfDay(seconds % 86_400);
    if (day == 0 && !format.showsDate()) {
      return Optional.of(TIME.format(time));
    }
    if (day == 0 && !is1904) {
      return Optional.empty();
    }
    boolean isWhole = !format.showsTime() || time.equals(LocalTime.MIDNIGHT);
    return Optional.of(day(day, is1904) + (isWhole ? "" : "T" + TIME.format(time)));
  }

  private static String day(int day, boolean is1904) {
    if (is1904) {
      return EPOCH_1904.plusDays(day).toString();
    }
    if (day == NO_SUCH_DAY) {
      return "1900-02-29";
    }
    return EPOCH_1900.plusDays(day < NO_SUCH_DAY ? day + 1 : day).toString();
  }
}
