package org.sunlitledger.rollup;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Cuts the lines of deliveries, from a place on, into a small range, a larger one and the rest. No
 * planner can be made to read any subject in the order of lines, but a small range is quick to read
 * in any order.
 *
 * @param after the place before the first line
 * @param last the place of the last line
 */
record LineWindow(LinePlace after, LinePlace last) {
  private static final List<Integer> SIZES = List.of(2_000, 20_000);

  /** A delivery and about how many lines it has. */
  record DeliveryLines(long delivery, long lines) {}

  /**
   * All of them, in order, without a gap.
   *
   * @param deliveries in the order of their numbers, none before the place
   */
  static List<LineWindow> of(List<DeliveryLines> deliveries, LinePlace place) {
    List<LineWindow> windows = new ArrayList<>();
    Iterator<Integer> sizes = SIZES.iterator();
    LinePlace from = place;
    long left = sizes.next();
    for (DeliveryLines delivery : deliveries) {
      long line = delivery.delivery() == place.delivery() ? place.line() : 0;
      while (left > 0 && line + left < delivery.lines()) {
        line += left;
        LinePlace last = new LinePlace(delivery.delivery(), Math.toIntExact(line));
        windows.add(new LineWindow(from, last));
        from = last;
        left = sizes.hasNext() ? sizes.next() : 0;
      }
      left -= Math.max(0, delivery.lines() - line);
    }
    windows.add(new LineWindow(from, new LinePlace(Long.MAX_VALUE, Integer.MAX_VALUE)));
    return windows;
  }
}
