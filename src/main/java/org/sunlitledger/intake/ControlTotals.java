package org.sunlitledger.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sunlitledger.quantity.Glyphs;

/**
 * The sub-totals and totals of a sheet: never records, and held against the lines above them in
 * amounts, whole numbers and count. Nothing is tolerated: one fen rejects the delivery, and so does
 * what cannot be understood. A cell that is blank says nothing. What cannot be compared is found as
 * such.
 */
final class ControlTotals {
  /** A label stands at the front: behind a number and a township, at most. */
  private static final int FIRST = 3;

  private final FileFindings findings;
  private final SummedColumns columns;
  private final Tally all;

  /** With the lines of the sheets that this one continues. */
  private final Tally whole;

  private final Tally sinceHeader;
  private final Tally sinceTotal;
  private final Tally sinceGrandTotal;
  private final Tally ofLastTotal;
  private Header header;
  private RecordSigns signs;

  /**
   * @param findings takes what could not be compared
   */
  ControlTotals(Header header, FileFindings findings) {
    this.findings = findings;
    this.columns = new SummedColumns(header.register());
    this.all = new Tally(columns);
    this.whole = new Tally(columns);
    this.sinceHeader = new Tally(columns);
    this.sinceTotal = new Tally(columns);
    this.sinceGrandTotal = new Tally(columns);
    this.ofLastTotal = new Tally(columns);
    this.header = header;
    this.signs = new RecordSigns(header);
    columns.under(header);
  }

  /** The totals of a sheet that goes on where another one ends. */
  ControlTotals continued(FileFindings ofSheet) {
    ControlTotals more = new ControlTotals(header, ofSheet);
    more.whole.set(whole);
    return more;
  }

  /** The lines that follow are below that header, which may be the one before again. */
  void under(Header next) {
    header = next;
    signs = new RecordSigns(next);
    columns.under(next);
    sinceHeader.clear();
  }

  /** Adds a record. */
  void add(Line record) {
    long[] values = new long[columns.count()];
    boolean[] broken = new boolean[columns.count()];
    for (int i = 0; i < values.length; i++) {
      String cell = cell(record, columns.cell(i));
      if (!Glyphs.isNone(cell)) {
        Optional<Long> value = columns.value(i, cell, Optional.empty());
        values[i] = value.orElse(0L);
        broken[i] = value.isEmpty();
      }
    }
    for (Tally tally : List.of(all, whole, sinceHeader, sinceTotal, sinceGrandTotal)) {
      tally.add(values, broken);
    }
  }

  /**
   * Whether a line is a total. One that agrees is done with.
   *
   * @throws FileFault when it does not agree, or cannot be understood
   */
  boolean isTotal(Line line) throws FileFault {
    Optional<Total> total = total(line);
    if (total.isEmpty()) {
      return false;
    }
    ofLastTotal.set(verified(total.get()));
    sinceTotal.clear();
    if (total.get().label().reach() != TotalLabel.Reach.SINCE_LAST_TOTAL) {
      sinceGrandTotal.clear();
    }
    return true;
  }

  private Optional<Total> total(Line line) {
    int seen = 0;
    for (int i = 0; i < line.cells().size() && seen < FIRST; i++) {
      String cell = line.cells().get(i);
      if (!Glyphs.isBlank(cell)) {
        Optional<TotalLabel> label = TotalLabel.of(cell, line.cells().subList(0, i));
        if (label.isPresent()) {
          return signs.outweigh(line.cells(), i)
              ? Optional.empty()
              : Optional.of(new Total(line, i, label.get()));
        }
        seen++;
      }
    }
    return Optional.empty();
  }

  /** The lines that a total agrees with. */
  private Tally verified(Total total) throws FileFault {
    for (Tally lines : mayBeOf(total)) {
      TotalCheck check = new TotalCheck(total, header, columns, lines);
      if (check.fault().isEmpty()) {
        check.unchecked().forEach(found -> findings.add(found, total.line().number()));
        return lines;
      }
    }
    boolean isOfSome = total.label().reach() == TotalLabel.Reach.SINCE_LAST_TOTAL;
    throw new TotalCheck(total, header, columns, isOfSome ? sinceTotal : all).fault().orElseThrow();
  }

  private List<Tally> mayBeOf(Total total) {
    boolean isAgain = sinceTotal.lines() == 0 && total.isInWords();
    List<Tally> lines = new ArrayList<>();
    if (isAgain) {
      lines.add(ofLastTotal);
    }
    lines.addAll(
        switch (total.label().reach()) {
          case SINCE_LAST_TOTAL -> List.of(sinceTotal);
          case SINCE_LAST_GRAND_TOTAL_OR_ALL -> List.of(sinceGrandTotal, all, whole);
          case ALL -> List.of(all, sinceHeader, whole);
          case OF_LAST_TOTAL_OR_ALL ->
              List.of(all, sinceTotal, sinceGrandTotal, sinceHeader, whole);
        });
    return lines;
  }

  private static String cell(Line line, int at) {
    return at >= 0 && at < line.cells().size() ? line.cells().get(at) : "";
  }
}
