package org.sunlitledger.console.discrepancy;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sunlitledger.console.list.ListAddress;
import org.sunlitledger.console.list.ListSlice;
import org.sunlitledger.reconcile.decision.DiscrepancyFilter;
import org.sunlitledger.reconcile.decision.DiscrepancyOrder;

/**
 * What the address of the list asks for.
 *
 * @param after key of the last row of the page before
 */
record DiscrepancyQuery(
    @Nullable String kind,
    @Nullable String status,
    @Nullable String source,
    @Nullable String severity,
    @Nullable String text,
    @Nullable String sort,
    @Nullable Integer size,
    @Nullable Long after) {

  DiscrepancyFilter filter(int year) {
    return new DiscrepancyFilter(
        year, value(kind), value(status), value(source), value(severity), value(text));
  }

  /** The largest first, unless another known order is asked for. */
  DiscrepancyOrder order() {
    for (DiscrepancyOrder order : DiscrepancyOrder.values()) {
      if (order.name().toLowerCase(Locale.ROOT).equals(sort)) {
        return order;
      }
    }
    return DiscrepancyOrder.AMOUNT;
  }

  ListSlice slice() {
    return ListSlice.of(size == null ? 0 : size, Optional.ofNullable(after));
  }

  ListAddress address(int year) {
    return ListAddress.of("/" + year + "/discrepancies")
        .with("kind", value(kind))
        .with("status", value(status))
        .with("source", value(source))
        .with("severity", value(severity))
        .with("text", value(text))
        .with(
            "sort",
            order() == DiscrepancyOrder.AMOUNT ? "" : order().name().toLowerCase(Locale.ROOT));
  }

  private static String value(@Nullable String parameter) {
    return parameter == null ? "" : parameter.strip();
  }
}
