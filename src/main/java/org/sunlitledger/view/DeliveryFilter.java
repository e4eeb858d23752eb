package org.sunlitledger.view;

import java.util.Optional;

/**
 * Which deliveries a list shows.
 *
 * @param year all years where empty
 * @param office the first folder of their names; all where empty
 * @param register all where empty
 * @param status all where empty
 * @param text part of the name; all where empty
 */
public record DeliveryFilter(
    Optional<Integer> year, String office, String register, String status, String text) {

  /** All there are. */
  public static DeliveryFilter none() {
    return new DeliveryFilter(Optional.empty(), "", "", "", "");
  }

  /** Whether it names anything but the year. */
  public boolean isNarrow() {
    return !(office + register + status + text).isBlank();
  }
}
