package org.sunlitledger.intake;

import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;

/** The lines of a delivery below its header that are to be records, totals held against them. */
final class DeliveryLines {
  private final LineSource source;
  private final Iterator<Line> read;
  private final ControlTotals totals;

  DeliveryLines(LineSource source, HeaderFinder.Found below) {
    this.source = source;
    this.read = below.rest().iterator();
    this.totals = new ControlTotals(below.header());
  }

  /** The next one; nothing at the end. */
  Optional<Line> next() throws FileFault, IOException {
    while (true) {
      Optional<Line> line = read.hasNext() ? Optional.of(read.next()) : source.next();
      if (line.isEmpty() || !totals.isNoRecord(line.get())) {
        return line;
      }
    }
  }

  long bytesRead() {
    return source.bytesRead();
  }
}
