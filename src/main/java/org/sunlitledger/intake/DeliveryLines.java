package org.sunlitledger.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** The lines of a delivery below its header that are to be records, totals held against them. */
final class DeliveryLines {
  private final LineSource source;
  private final Iterator<Line> read;
  private final Withdrawals withdrawals;
  private final HeaderLines header;
  private final ControlTotals totals;
  private final Notes notes;
  private final SeenCells seen;
  private final int columns;

  DeliveryLines(LineSource source, HeaderFinder.Found below) {
    this.source = source;
    this.read = below.rest().iterator();
    this.columns = below.header().columns().size();
    this.withdrawals = new Withdrawals(below);
    this.header = new HeaderLines(below.own());
    this.totals = new ControlTotals(below.header());
    this.notes = new Notes(below.header());
    this.seen = new SeenCells(below.header(), below.line());
  }

  /** The next one; nothing at the end. */
  Optional<Line> next() throws FileFault, IOException {
    while (true) {
      Optional<Line> line = read.hasNext() ? Optional.of(read.next()) : source.next();
      if (line.isEmpty()) {
        return line;
      }
      if (isRecord(line.get())) {
        Line record = seen.of(line.get());
        totals.add(record);
        return Optional.of(source.leavesOutBlanksAtTheEnd() ? filled(record) : record);
      }
    }
  }

  private boolean isRecord(Line line) throws FileFault {
    seen.verify(line);
    return !header.isRepeated(line)
        && !withdrawals.take(line)
        && !totals.isTotal(line)
        && !notes.isOne(line);
  }

  private Line filled(Line line) {
    if (line.cells().size() >= columns) {
      return line;
    }
    List<String> cells = new ArrayList<>(line.cells());
    cells.addAll(Collections.nCopies(columns - cells.size(), ""));
    return line.with(cells);
  }

  /** Those that withdrew a refused line, among the lines read so far. */
  List<Withdrawals.Withdrawn> withdrawn() {
    return withdrawals.lines();
  }

  long bytesRead() {
    return source.bytesRead();
  }
}
