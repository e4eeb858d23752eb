package org.sunlitledger.reconcile.proof;

import java.util.List;

/** Parts of a year's ledger are not imported, and nobody has set them aside. */
public final class LedgerIncomplete extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<LeftOut> parts;

  LedgerIncomplete(int year, List<LeftOut> parts) {
    super(
        "%1$d年度国库台账不完整，有%2$d处未导入 / the ledger of year %1$d is not complete: %2$d parts are not imported"
            .formatted(year, parts.size()));
    this.parts = List.copyOf(parts);
  }

  /** What is not imported, in the order of the files. */
  public List<LeftOut> parts() {
    return parts;
  }
}
