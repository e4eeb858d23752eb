package org.sunlitledger.close.snapshot;

import java.io.IOException;
import org.sunlitledger.close.snapshot.YearCloseTable.SealedClose;

/**
 * Tables that a close freezes, as parts of its snapshot: as long as the close is in force they give
 * the same bytes.
 */
public interface FrozenTables {

  /**
   * Writes them as parts, within a transaction.
   *
   * @param after the last year that was closed before it; deliveries of the years in between count
   *     to this one
   */
  void writeTo(PartSink sink, SealedClose close, int after) throws IOException;
}
