package org.sunlitledger.rollup;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Deliveries named in a statement by their numbers, not by a parameter: only so does the planner
 * see that they are a small part of a large table. The numbers are our own, never out of a file.
 */
final class DeliveryIds {
  private DeliveryIds() {}

  /** As in {@code in (1, 2)}. */
  static String in(List<Long> deliveries) {
    return deliveries.stream().map(String::valueOf).collect(Collectors.joining(", ", "in (", ")"));
  }
}
