package org.sunlitledger.console.delivery;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sunlitledger.console.frame.SignedIn;
import org.sunlitledger.console.list.ListAddress;
import org.sunlitledger.console.list.ListSlice;
import org.sunlitledger.view.DeliveryFilter;
import org.sunlitledger.view.DeliveryOrder;

/**
 * What the address of the list asks for.
 *
 * @param after key of the last row of the page before
 */
record DeliveryQuery(
    @Nullable String register,
    @Nullable String office,
    @Nullable String status,
    @Nullable String text,
    @Nullable String sort,
    @Nullable Integer size,
    @Nullable Long after) {

  /** What is chosen; somebody of one office sees that one only. */
  DeliveryFilter filter(int year, SignedIn person) {
    return new DeliveryFilter(
        Optional.of(year),
        person.office() == null ? value(office) : person.office(),
        value(register),
        value(status),
        value(text));
  }

  /** The newest first, unless another known order is asked for. */
  DeliveryOrder order() {
    for (DeliveryOrder order : DeliveryOrder.values()) {
      if (order.name().toLowerCase(Locale.ROOT).equals(sort)) {
        return order;
      }
    }
    return DeliveryOrder.NEWEST;
  }

  ListSlice slice() {
    return ListSlice.of(size == null ? 0 : size, Optional.ofNullable(after));
  }

  ListAddress address(int year) {
    return ListAddress.of("/" + year + "/deliveries")
        .with("register", value(register))
        .with("office", value(office))
        .with("status", value(status))
        .with("text", value(text))
        .with(
            "sort", order() == DeliveryOrder.NEWEST ? "" : order().name().toLowerCase(Locale.ROOT));
  }

  private static String value(@Nullable String parameter) {
    return parameter == null ? "" : parameter.strip();
  }
}
