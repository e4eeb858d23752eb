package org.sunlitledger.intake.layout.total;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.sunlitledger.intake.layout.column.SummedColumns;
import org.sunlitledger.intake.layout.header.Header;
import org.sunlitledger.intake.layout.header.RecordSigns;
import org.sunlitledger.intake.line.FileFault;
import org.sunlitledger.intake.line.FileFindings;
import org.sunlitledger.intake.line.ShapeFinding;
import org.sunlitledger.intake.line.ShapeRule;
import org.sunlitledger.intake.line.SourceLine;
import org.sunlitledger.quantity.text.Glyphs;

/**
 * The sub-totals and totals of a sheet. They are never records. They are compared with the lines
 * above them in amounts, whole numbers and line count, without any tolerance: a difference of one
 * fen rejects the delivery, and so does a total that cannot be understood. A blank cell is not
 * compared. A number that cannot be compared is reported.
 */
public final class ControlTotals {
  /** The label of a total is at the front: only a number and a township may precede it. */
  private static final int MAX_CELLS_TO_LABEL = 3;

  private static final int ALL_OF_SHEET = 0;

  /** Includes the lines of the sheets that this sheet continues. */
  private static final int ALL_WITH_CONTINUED_SHEETS = 1;

  private static final int SINCE_HEADER = 2;
  private static final int SINCE_TOTAL = 3;
  private static final int SINCE_GRAND_TOTAL = 4;
  private static final int OF_LAST_TOTAL = 5;

  private final FileFindings findings;
  private final SummedColumns columns;
  private final List<Tally> tallies = new ArrayList<>();
  private final Tally ofLastTotal;
  private final VisibleLines visible = new VisibleLines();
  private Header header;
  private RecordSigns signs;

  /**
   * @param findings receives the numbers that could not be compared
   */
  public ControlTotals(Header header, FileFindings findings) {
    this.findings = findings;
    this.columns = new SummedColumns(header.register());
    while (tallies.size() < OF_LAST_TOTAL) {
      tallies.add(new Tally(columns));
    }
    this.ofLastTotal = new Tally(columns);
    this.header = header;
    this.signs = new RecordSigns(header);
    columns.setHeader(header);
  }

  /** The totals for a sheet that continues another one. */
  public ControlTotals continued(FileFindings ofSheet) {
    ControlTotals more = new ControlTotals(header, ofSheet);
    more.tallies.get(ALL_WITH_CONTINUED_SHEETS).set(tallies.get(ALL_WITH_CONTINUED_SHEETS));
    return more;
  }

  /** Sets the header above the following lines, which may be the same header again. */
  public void setHeader(Header next) {
    header = next;
    signs = new RecordSigns(next);
    columns.setHeader(next);
    clear(SINCE_HEADER);
  }

  /**
   * Adds a record.
   *
   * @throws FileFault when the sum of a column exceeds the limit
   */
  public void add(SourceLine record) throws FileFault {
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
    if (record.appearance().hidden() || visible.hasHiddenLines()) {
      visible.add(record, values, broken, tallies);
    }
    for (Tally tally : tallies) {
      tally.add(values, broken);
    }
    OptionalInt tooLarge = tallies.get(ALL_OF_SHEET).tooLarge();
    if (tooLarge.isPresent()) {
      int field = tooLarge.getAsInt();
      throw new FileFault(
          new ShapeFinding(
              ShapeRule.FILE_SUM_TOO_LARGE,
              columns.name(field),
              "> " + columns.shown(field, Tally.LARGEST_SUM),
              "≤ " + columns.shown(field, Tally.LARGEST_SUM)),
          record.number());
    }
  }

  /**
   * Whether a line is a total. A total that agrees is not kept.
   *
   * @throws FileFault when it does not agree or cannot be understood
   */
  public boolean isTotal(SourceLine line) throws FileFault {
    Optional<TotalLine> total = total(line);
    if (total.isEmpty()) {
      return false;
    }
    ofLastTotal.set(verified(total.get()));
    clear(SINCE_TOTAL);
    if (total.get().label().reach() != TotalLabel.Reach.SINCE_LAST_TOTAL) {
      clear(SINCE_GRAND_TOTAL);
    }
    return true;
  }

  private void clear(int tally) {
    tallies.get(tally).clear();
    visible.clear(tally);
  }

  private Optional<TotalLine> total(SourceLine line) {
    int seen = 0;
    for (int i = 0; i < line.cells().size() && seen < MAX_CELLS_TO_LABEL; i++) {
      String cell = line.cells().get(i);
      if (!Glyphs.isBlank(cell)) {
        Optional<TotalLabel> label = TotalLabel.parse(cell, line.cells().subList(0, i));
        if (label.isPresent()) {
          return signs.isRecordDespiteLabel(line.cells(), i)
              ? Optional.empty()
              : Optional.of(new TotalLine(line, i, label.get()));
        }
        seen++;
      }
    }
    return Optional.empty();
  }

  /** The lines with which a total agrees. */
  private Tally verified(TotalLine total) throws FileFault {
    List<Integer> mayBeOf = mayBeOf(total);
    for (int which : mayBeOf) {
      Tally lines = which == OF_LAST_TOTAL ? ofLastTotal : tallies.get(which);
      TotalCheck check = new TotalCheck(total, header, columns, lines);
      if (check.fault().isEmpty()) {
        check.unchecked().forEach(found -> findings.addAt(found, total.line().number()));
        NoteAmounts.beside(total).ifPresent(found -> findings.addAt(found, total.line().number()));
        return lines;
      }
    }
    boolean isOfSome = total.label().reach() == TotalLabel.Reach.SINCE_LAST_TOTAL;
    Tally lines = tallies.get(isOfSome ? SINCE_TOTAL : ALL_OF_SHEET);
    FileFault fault = new TotalCheck(total, header, columns, lines).fault().orElseThrow();
    throw fitsVisible(total, mayBeOf) ? visible.named(fault) : fault;
  }

  private boolean fitsVisible(TotalLine total, List<Integer> mayBeOf) {
    return visible.hasHiddenLines()
        && mayBeOf.stream()
            .filter(which -> which != OF_LAST_TOTAL)
            .map(visible::tally)
            .anyMatch(lines -> new TotalCheck(total, header, columns, lines).fault().isEmpty());
  }

  private List<Integer> mayBeOf(TotalLine total) {
    boolean isAgain = tallies.get(SINCE_TOTAL).lines() == 0 && total.isInWords();
    List<Integer> lines = new ArrayList<>();
    if (isAgain) {
      lines.add(OF_LAST_TOTAL);
    }
    lines.addAll(
        switch (total.label().reach()) {
          case SINCE_LAST_TOTAL -> List.of(SINCE_TOTAL);
          case SINCE_LAST_GRAND_TOTAL_OR_ALL ->
              List.of(SINCE_GRAND_TOTAL, ALL_OF_SHEET, ALL_WITH_CONTINUED_SHEETS);
          case ALL -> List.of(ALL_OF_SHEET, SINCE_HEADER, ALL_WITH_CONTINUED_SHEETS);
          case OF_LAST_TOTAL_OR_ALL ->
              List.of(
                  ALL_OF_SHEET,
                  SINCE_TOTAL,
                  SINCE_GRAND_TOTAL,
                  SINCE_HEADER,
                  ALL_WITH_CONTINUED_SHEETS);
        });
    return lines;
  }

  private static String cell(SourceLine line, int at) {
    return at >= 0 && at < line.cells().size() ? line.cells().get(at) : "";
  }
}
