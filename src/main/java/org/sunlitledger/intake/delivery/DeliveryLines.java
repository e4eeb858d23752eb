package org.sunlitledger.intake.delivery;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sunlitledger.intake.layout.column.SkippedColumns;
import org.sunlitledger.intake.layout.column.UnreadWords;
import org.sunlitledger.intake.layout.column.VisibleCells;
import org.sunlitledger.intake.layout.header.ColumnUnits;
import org.sunlitledger.intake.layout.header.Header;
import org.sunlitledger.intake.layout.header.HeaderFinder;
import org.sunlitledger.intake.layout.header.HeaderLines;
import org.sunlitledger.intake.layout.header.SheetUnit;
import org.sunlitledger.intake.layout.header.Supplement;
import org.sunlitledger.intake.layout.note.Notes;
import org.sunlitledger.intake.layout.total.ControlTotals;
import org.sunlitledger.intake.layout.total.NoteAmounts;
import org.sunlitledger.intake.ledger.LedgerScan;
import org.sunlitledger.intake.line.FileFault;
import org.sunlitledger.intake.line.FileFindings;
import org.sunlitledger.intake.line.SourceLine;
import org.sunlitledger.intake.source.LineSource;

/**
 * The lines of a delivery below its header that should become records. Totals are compared with
 * them. A header may be repeated with other columns; it then applies to the lines below it.
 */
public final class DeliveryLines {
  /** The number of lines read ahead. A repeated header has fewer titles above it. */
  private static final int MAX_LINES_LOOKED_AHEAD = 8;

  private final LineSource source;
  private final HeaderFinder headers;
  private final Deque<SourceLine> ahead = new ArrayDeque<>();
  private final Withdrawals withdrawals;
  private final FileFindings findings = new FileFindings();
  private final ControlTotals totals;
  private final SkippedColumns skipped = new SkippedColumns(findings);
  private final UnreadWords words = new UnreadWords(findings);
  private final Optional<LedgerScan> ledger;
  private final Set<Header> above = new LinkedHashSet<>();
  private final boolean isSupplement;
  private HeaderFinder.FoundHeader header;
  private HeaderLines repeated;
  private Notes notes;
  private VisibleCells seen;

  /** The lines of a sheet with its own header. */
  DeliveryLines(LineSource source, HeaderFinder headers, HeaderFinder.FoundHeader below) {
    this(source, headers, below, Optional.empty());
  }

  /**
   * @param before totals of the sheets that this sheet continues
   */
  DeliveryLines(
      LineSource source,
      HeaderFinder headers,
      HeaderFinder.FoundHeader below,
      Optional<ControlTotals> before) {
    this.source = source;
    this.headers = headers;
    this.header = below;
    this.isSupplement = below.supplements().isPresent();
    this.ahead.addAll(below.rest());
    this.withdrawals = new Withdrawals(below);
    this.totals =
        before
            .map(earlier -> earlier.continued(findings))
            .orElseGet(() -> new ControlTotals(below.header(), findings));
    this.repeated = new HeaderLines(below.own());
    this.notes = new Notes(below.header());
    this.seen = new VisibleCells(below.header(), below.line());
    this.above.add(below.header());
    this.ledger =
        below
            .header()
            .register()
            .sides()
            // a few lines of a ledger do not have their own balance
            .filter(sides -> !isSupplement)
            .map(sides -> new LedgerScan(sides, below, findings));
    skipped.setHeader(below);
    // this program writes the sentence above the lines of a supplement
    for (SourceLine title : isSupplement ? List.<SourceLine>of() : below.above()) {
      NoteAmounts.above(title).ifPresent(found -> findings.addAt(found, title.number()));
    }
    words.setHeader(below);
  }

  /** The next line; empty at the end. */
  public Optional<SourceLine> next() throws FileFault, IOException {
    while (true) {
      Optional<SourceLine> line = ahead.isEmpty() ? source.next() : Optional.of(ahead.remove());
      if (line.isEmpty()) {
        if (ledger.isPresent()) {
          ledger.get().isCreditPaid();
        }
        return line;
      }
      if (isRecord(line.get())) {
        SourceLine record = seen.asSeen(line.get());
        totals.add(record);
        ledger.ifPresent(scan -> scan.take(record));
        skipped.take(record);
        words.take(record);
        SourceLine whole = source.leavesOutBlanksAtTheEnd() ? filled(record) : record;
        if (isSupplement) {
          Supplement.verify(whole, header);
        }
        return Optional.of(whole);
      }
    }
  }

  /** The header above the line that was read last. */
  public HeaderFinder.FoundHeader header() {
    return header;
  }

  ControlTotals totals() {
    return totals;
  }

  /** The scan of a ledger's sides over all lines read so far; empty for another register. */
  public Optional<LedgerScan> ledger() {
    return ledger;
  }

  /** The findings on the file after all lines are read. */
  public FileFindings findings() {
    skipped.finish();
    words.finish();
    ledger.ifPresent(LedgerScan::finish);
    return findings;
  }

  private boolean isRecord(SourceLine line) throws FileFault, IOException {
    seen.verify(line);
    if (repeated.isRepeated(line)) {
      ColumnUnits.verify(header.header(), line);
      totals.setHeader(header.header());
      return false;
    }
    if (!HeaderLines.hasValue(line.cells()) && isHeaderNext(line)) {
      return false;
    }
    return !withdrawals.take(line) && !isBalance(line) && !totals.isTotal(line) && !isNote(line);
  }

  private boolean isBalance(SourceLine line) {
    return ledger.isPresent() && ledger.get().takeBalance(line);
  }

  private boolean isHeaderNext(SourceLine line) throws FileFault, IOException {
    if (!notes.isTitle(line) && !headers.mayBegin(line)) {
      return false;
    }
    lookAhead();
    List<SourceLine> lines = new ArrayList<>();
    lines.add(line);
    ahead.stream().limit(MAX_LINES_LOOKED_AHEAD).forEach(lines::add);
    Optional<HeaderFinder.FoundHeader> next = headers.next(lines, header, notes::isTitle);
    next.ifPresent(found -> begin(found, ahead.stream().skip(MAX_LINES_LOOKED_AHEAD).toList()));
    return next.isPresent();
  }

  private void lookAhead() throws FileFault, IOException {
    while (ahead.size() < MAX_LINES_LOOKED_AHEAD) {
      Optional<SourceLine> line = source.next();
      if (line.isEmpty()) {
        return;
      }
      ahead.add(line.get());
    }
  }

  private void begin(HeaderFinder.FoundHeader next, List<SourceLine> later) {
    next.above().forEach(this::takeAmounts);
    ahead.clear();
    ahead.addAll(next.rest());
    ahead.addAll(later);
    repeated = new HeaderLines(next.own());
    totals.setHeader(next.header());
    if (!next.header().equals(header.header())) {
      header = next;
      above.add(next.header());
      seen = new VisibleCells(next.header(), next.line());
      notes = new Notes(next.header());
      withdrawals.setHeader(next);
      skipped.setHeader(next);
      words.setHeader(next);
      ledger.ifPresent(scan -> scan.setHeader(next));
    }
  }

  private boolean isNote(SourceLine line) throws FileFault {
    if (!notes.isOne(line)) {
      return false;
    }
    for (Header earlier : above) {
      SheetUnit.verify(earlier, line);
    }
    takeAmounts(line);
    return true;
  }

  private void takeAmounts(SourceLine note) {
    NoteAmounts.in(note).ifPresent(found -> findings.addAt(found, note.number()));
  }

  private SourceLine filled(SourceLine line) {
    int columns = header.header().columns().size();
    if (line.cells().size() >= columns) {
      return line;
    }
    List<String> cells = new ArrayList<>(line.cells());
    cells.addAll(Collections.nCopies(columns - cells.size(), ""));
    return line.with(cells);
  }

  /** The withdrawals of rejected lines, among the lines read so far. */
  public List<Withdrawals.Withdrawn> withdrawn() {
    return withdrawals.lines();
  }

  public long bytesRead() {
    return source.bytesRead();
  }
}
