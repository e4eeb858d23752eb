package org.sunlitledger.reconcile.match;

import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.sunlitledger.storage.StoredLines;

/** Reads the records and entries of a reconciled year, also those that are in files. */
@Component
public final class ReconciledLines {
  /** The treasury's ledger, and the registers that are reconciled with it. */
  static final List<String> REGISTERS = List.of("treasury_entry", "payment", "subsidy");

  private final StoredLines stored;

  ReconciledLines(StoredLines stored) {
    this.stored = stored;
  }

  /** Reads lines of a year at one moment. */
  public <T> T of(int year, Supplier<T> work) {
    return stored.read(
        () -> {
          stored.show(REGISTERS, year, year);
          return work.get();
        });
  }

  /**
   * Lets the transaction that reconciles a year see what earlier years have, also in files: a
   * voucher, a project or a payee may be of another year.
   */
  public void showOtherYears() {
    stored.showLive(REGISTERS);
  }

  /** Reads lines of some deliveries at one moment. */
  public <T> T of(Collection<Long> deliveries, Supplier<T> work) {
    return stored.read(
        () -> {
          deliveries.forEach(stored::show);
          return work.get();
        });
  }
}
