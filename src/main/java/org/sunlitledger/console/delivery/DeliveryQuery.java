package org.sunlitledger.console.delivery;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sunlitledger.console.frame.SignedIn;
import org.sunlitledger.console.list.ListAddress;
import org.sunlitledger.console.list.ListSlice;
import org.sunlitledger.console.list.Parameters;
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
        person.isOfWholeCounty() ? Parameters.text(office) : person.folder(),
        Parameters.text(register),
        Parameters.text(status),
        Parameters.text(text));
  }

  /** The newest first, unless another known order is asked for. */
  DeliveryOrder order() {
    return Parameters.order(sort, DeliveryOrder.NEWEST);
  }

  ListSlice slice() {
    return ListSlice.of(size, after);
  }

  ListAddress address(int year) {
    return ListAddress.of("/" + year + "/deliveries")
        .with("register", Parameters.text(register))
        .with("office", Parameters.text(office))
        .with("status", Parameters.text(status))
        .with("text", Parameters.text(text))
        .with("sort", order() == DeliveryOrder.NEWEST ? "" : Parameters.name(order()));
  }
}
