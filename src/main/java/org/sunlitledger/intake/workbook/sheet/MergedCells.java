package org.sunlitledger.intake.workbook.sheet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.sunlitledger.intake.file.WorkbookFaults;
import org.sunlitledger.intake.line.FileFault;
import org.sunlitledger.intake.line.LineAppearance.Merged;
import org.sunlitledger.intake.line.LineAppearance.Shown;
import org.sunlitledger.intake.line.SourceLine;

/** The merged cells at the current line of a sheet, at most one in each column. */
public final class MergedCells {
  private final Iterator<SheetShape.MergedRange> coming;
  private Optional<SheetShape.MergedRange> next;
  private final Map<Integer, Open> open = new TreeMap<>();

  /** A range that has begun, with the value of its first cell. */
  private record Open(SheetShape.MergedRange range, String value, Optional<Shown> shown) {
    Merged merged() {
      return new Merged(range.name(), range.firstRow(), value, shown);
    }
  }

  public MergedCells(List<SheetShape.MergedRange> ranges) {
    List<SheetShape.MergedRange> sorted = new ArrayList<>(ranges);
    sorted.sort(Comparator.comparingInt(SheetShape.MergedRange::firstRow));
    coming = sorted.iterator();
    next = coming.hasNext() ? Optional.of(coming.next()) : Optional.empty();
  }

  /**
   * Marks the cells of a line that are merged with cells of other lines.
   *
   * @param following number of the next line with values; 0 at the end
   */
  public SourceLine marked(SourceLine line, int following) throws FileFault {
    if (next.isEmpty() && open.isEmpty()) {
      return line;
    }
    open.values().removeIf(each -> each.range().lastRow() < line.number());
    while (next.isPresent() && next.get().firstRow() <= line.number()) {
      begin(next.get(), line);
      next = coming.hasNext() ? Optional.of(coming.next()) : Optional.empty();
    }
    Map<Integer, Merged> merged = new HashMap<>();
    for (Open each : open.values()) {
      boolean isWithOthers =
          each.range().firstRow() < line.number()
              ? !each.value().isEmpty()
              : following > 0 && following <= each.range().lastRow();
      if (isWithOthers) {
        merged.put(each.range().column(), each.merged());
      }
    }
    return new SourceLine(line.number(), line.cells(), line.appearance().with(merged));
  }

  /** Begins a range. A range that begins on a row without values is empty. */
  private void begin(SheetShape.MergedRange range, SourceLine line) throws FileFault {
    if (range.lastRow() < line.number()) {
      return;
    }
    boolean isFirst = range.firstRow() == line.number();
    int column = range.column();
    String value = isFirst && column < line.cells().size() ? line.cells().get(column) : "";
    Optional<Shown> shown =
        isFirst ? Optional.ofNullable(line.appearance().shown().get(column)) : Optional.empty();
    Open before = open.put(column, new Open(range, value, shown));
    if (before != null) {
      throw WorkbookFaults.broken(
          before.range().name() + "、" + range.name(), "mergeCell", line.number());
    }
  }
}
