package org.sunlitledger.console.discrepancy;

import org.jspecify.annotations.Nullable;
import org.sunlitledger.console.list.ListAddress;
import org.sunlitledger.console.list.ListSlice;
import org.sunlitledger.console.list.Parameters;
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
        year,
        Parameters.text(kind),
        Parameters.text(status),
        Parameters.text(source),
        Parameters.text(severity),
        Parameters.text(text));
  }

  /** The largest first, unless another known order is asked for. */
  DiscrepancyOrder order() {
    return Parameters.order(sort, DiscrepancyOrder.AMOUNT);
  }

  ListSlice slice() {
    return ListSlice.of(size, after);
  }

  ListAddress address(int year) {
    return ListAddress.of("/" + year + "/discrepancies")
        .with("kind", Parameters.text(kind))
        .with("status", Parameters.text(status))
        .with("source", Parameters.text(source))
        .with("severity", Parameters.text(severity))
        .with("text", Parameters.text(text))
        .with("sort", order() == DiscrepancyOrder.AMOUNT ? "" : Parameters.name(order()));
  }
}
