package org.sunlitledger.intake.layout.header;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.sunlitledger.intake.line.FileFault;
import org.sunlitledger.intake.line.ShapeFinding;
import org.sunlitledger.intake.line.ShapeRule;
import org.sunlitledger.intake.line.SourceLine;
import org.sunlitledger.intake.source.LineSource;
import org.sunlitledger.intake.unit.UnitText;
import org.sunlitledger.intake.workbook.sheet.SheetRemark;
import org.sunlitledger.quantity.money.MoneyUnit;
import org.sunlitledger.quantity.text.Glyphs;

/**
 * Finds the header of a delivery: the first line with everything that a register requires. The
 * lines above it are titles. A unit in a title applies to amounts whose column names none. A header
 * may have two lines; the upper one names groups of columns.
 */
@Component
public final class HeaderFinder {
  /** Most headers are within this number of lines, so each of these lines is checked fully. */
  private static final int LINES_READ_CLOSELY = 30;

  /** The highest number of lines for instructions above a header. */
  private static final int MAX_LINES_ABOVE = 200;

  /** The highest number of lines below a header that may belong to it. */
  private static final int MAX_LINES_BELOW = 6;

  /** The lowest number of titles of one register in a repeated header of another form. */
  private static final int MIN_REPEATED_TITLES = 3;

  private final Recogniser recogniser;

  public HeaderFinder(Recogniser recogniser) {
    this.recogniser = recogniser;
  }

  /**
   * A header of a file.
   *
   * @param titles of its columns as delivered; names and ID numbers in them are masked
   * @param line number of its line; the last one if it has two
   * @param above lines above it that do not belong to another header
   * @param own its lines, as delivered
   * @param rest lines below it that are read already
   * @param unit of amounts whose column names none
   * @param supplements the delivery that a title above it names
   */
  public record FoundHeader(
      Header header,
      List<String> titles,
      int line,
      List<SourceLine> above,
      List<SourceLine> own,
      List<SourceLine> rest,
      MoneyUnit unit,
      Optional<Long> supplements) {

    /**
     * The same header with its lines as delivered, and the lines that give units to its columns.
     */
    FoundHeader with(List<SourceLine> titles, List<SourceLine> units) {
      List<SourceLine> all = new ArrayList<>(titles);
      all.addAll(units);
      return new FoundHeader(header, this.titles, line, above, all, rest, unit, supplements);
    }

    /** The column with the number of the replaced line; -1 if there is none. */
    public int originalLine() {
      return column(Supplement::isOriginalLine);
    }

    /** The column in which a line may be withdrawn; -1 if there is none. */
    public int action() {
      return column(Supplement::isAction);
    }

    private int column(Predicate<String> which) {
      return IntStream.range(0, titles.size())
          .filter(i -> which.test(titles.get(i)))
          .findFirst()
          .orElse(-1);
    }
  }

  /**
   * Reads a source up to its header, or gives the reason why it has none.
   *
   * @param name of the file, with its folders, as people read it
   */
  public FoundHeader find(LineSource source, String name) throws FileFault, IOException {
    List<SourceLine> lines = new ArrayList<>();
    read(source, lines, LINES_READ_CLOSELY);
    if (lines.isEmpty()) {
      throw new FileFault(ShapeRule.FILE_EMPTY, "0", "> 0");
    }
    if (source.otherSeparator().isPresent()) {
      refuse(source.otherSeparator().get(), lines);
    }
    SheetUnit unit = new SheetUnit(MoneyUnit.YUAN);
    remarks(source, name).forEach(unit::take);
    Optional<Long> supplements = Optional.empty();
    for (int i = 0; i < lines.size(); i++) {
      if (i < MAX_LINES_ABOVE) {
        read(source, lines, i + MAX_LINES_BELOW);
      }
      Optional<FoundHeader> found =
          i < LINES_READ_CLOSELY || mayBeHeader(lines, i)
              ? whole(lines, i, unit, supplements)
              : Optional.empty();
      if (found.isPresent()) {
        RecordsAbove.verify(lines.subList(0, i), found.get().header());
        return found.get();
      }
      unit.take(lines.get(i));
      SourceLine title = lines.get(i);
      supplements = supplements.or(() -> Supplement.delivery(title));
    }
    SourceLine nearest = lines.get(0);
    for (int i = 0; i < lines.size(); i++) {
      SourceLine line = lines.get(i);
      if ((i < LINES_READ_CLOSELY || mayBeHeader(lines, i))
          && recogniser.likeness(line.cells()) > recogniser.likeness(nearest.cells())) {
        nearest = line;
      }
    }
    throw recogniser.fault(nearest);
  }

  private static void read(LineSource source, List<SourceLine> lines, int most)
      throws FileFault, IOException {
    while (lines.size() < most) {
      Optional<SourceLine> line = source.next();
      if (line.isEmpty()) {
        return;
      }
      lines.add(line.get());
    }
  }

  /** A fast test for lines further down, so that few lines need the full check. */
  private boolean mayBeHeader(List<SourceLine> lines, int at) {
    List<String> cells = lines.get(at).cells();
    int titles = recogniser.mayBeTitles(cells);
    if (at + 1 < lines.size()) {
      titles += recogniser.mayBeTitles(lines.get(at + 1).cells());
    }
    return titles >= MIN_REPEATED_TITLES && !HeaderLines.hasValue(cells);
  }

  /** The texts outside the cells of a sheet that may name a unit, the nearest first. */
  public static List<SheetRemark> remarks(LineSource source, String name) {
    List<SheetRemark> remarks = new ArrayList<>(source.remarks());
    remarks.add(new SheetRemark(SheetRemark.RemarkPlace.FILE_NAME, name));
    return remarks;
  }

  /**
   * The header of a further part of a sheet, for example in a list of projects with a part for each
   * kind. Its columns may differ or be in another order. Titles above it may name another unit.
   *
   * @param lines the next lines of the sheet
   * @param isTitle whether a line may be above that header
   * @return empty if the next lines have no header
   * @throws FileFault when the header is incomplete, or belongs to another register
   */
  public Optional<FoundHeader> next(
      List<SourceLine> lines, FoundHeader above, Predicate<SourceLine> isTitle) throws FileFault {
    SheetUnit unit = new SheetUnit(above.unit());
    for (int i = 0; i < lines.size(); i++) {
      SourceLine line = lines.get(i);
      if (isHeader(lines, i)) {
        FoundHeader found =
            whole(lines, i, unit, above.supplements()).orElseThrow(() -> recogniser.fault(line));
        if (!found.header().register().equals(above.header().register())) {
          throw recogniser.foreign(line, above.header().register());
        }
        return Optional.of(found);
      }
      if (!isTitle.test(line)) {
        return Optional.empty();
      }
      unit.take(line);
    }
    return Optional.empty();
  }

  /**
   * Whether a line may be the upper line of a header. This is a fast test for many lines, so that
   * few lines are read ahead.
   */
  public boolean mayBegin(SourceLine line) {
    return recogniser.mayBeTitles(line.cells()) > 0;
  }

  /** Whether most cells of a line, alone or with the line below, are titles of one register. */
  private boolean isHeader(List<SourceLine> lines, int at) {
    List<String> one = lines.get(at).cells();
    if (HeaderLines.hasValue(one)) {
      return false;
    }
    int likeness = likeness(one);
    if (isMost(likeness, one)) {
      return true;
    }
    if (at + 1 == lines.size() || HeaderLines.hasValue(lines.get(at + 1).cells())) {
      return false;
    }
    List<String> lower = lines.get(at + 1).cells();
    List<String> both = joined(one, lower);
    int together = likeness(both);
    return together > Math.max(likeness, likeness(lower)) && isMost(together, both);
  }

  private int likeness(List<String> cells) {
    return recogniser.mayBeTitles(cells) < MIN_REPEATED_TITLES ? 0 : recogniser.likeness(cells);
  }

  private static boolean isMost(int likeness, List<String> cells) {
    long filled = cells.stream().filter(cell -> !Glyphs.isBlank(cell)).count();
    return likeness >= MIN_REPEATED_TITLES && 2L * likeness >= filled;
  }

  private Optional<FoundHeader> whole(
      List<SourceLine> lines, int at, SheetUnit unit, Optional<Long> supplements) throws FileFault {
    if (supplements.isPresent()) {
      unit.onlyLinesGive();
    }
    Optional<FoundHeader> found = at(lines, at, unit.unit(), supplements);
    if (found.isEmpty()) {
      return found;
    }
    unit.takeBeside(found.get());
    ColumnUnits units = ColumnUnits.below(found.get());
    List<SourceLine> below = unit.takeBelow(found.get(), units);
    List<SourceLine> own = found.get().own();
    List<SourceLine> others = new ArrayList<>(lines.subList(0, at));
    others.addAll(units.behindTitles(own));
    List<SourceLine> rest = new ArrayList<>(found.get().rest());
    rest.removeAll(below);
    rest.removeAll(units.lines());
    others.addAll(rest);
    FoundHeader whole = at(others, at, unit.unit(), supplements).orElseThrow();
    unit.verify(whole.header(), whole.line());
    units.verify(whole.header(), unit.isNamed());
    return Optional.of(whole.with(own, units.lines()));
  }

  private Optional<FoundHeader> at(
      List<SourceLine> lines, int at, MoneyUnit unit, Optional<Long> supplements) throws FileFault {
    SourceLine line = lines.get(at);
    Optional<Header> one = recogniser.recognise(line, unit);
    if (at + 1 < lines.size()) {
      SourceLine lower = lines.get(at + 1);
      SourceLine both = new SourceLine(lower.number(), joined(line.cells(), lower.cells()));
      Optional<Header> two = recogniser.recognise(both, unit);
      if (two.isPresent()
          && two.get().matched() > one.map(Header::matched).orElse(0)
          && two.get().matched() > recogniser.likeness(lower.cells())) {
        return Optional.of(
            new FoundHeader(
                two.get(),
                shown(both),
                lower.number(),
                lines.subList(0, at),
                lines.subList(at, at + 2),
                lines.subList(at + 2, lines.size()),
                unit,
                supplements));
      }
    }
    return one.map(
        header ->
            new FoundHeader(
                header,
                shown(line),
                line.number(),
                lines.subList(0, at),
                List.of(line),
                lines.subList(at + 1, lines.size()),
                unit,
                supplements));
  }

  /** The titles of a header with two lines. The unit of a group applies to its columns. */
  private static List<String> joined(List<String> upper, List<String> lower) {
    List<String> titles = new ArrayList<>();
    String group = "";
    for (int i = 0; i < Math.max(upper.size(), lower.size()); i++) {
      String above = i < upper.size() ? upper.get(i) : "";
      String below = i < lower.size() ? lower.get(i) : "";
      if (!Glyphs.isBlank(above)) {
        group = above;
      }
      if (Glyphs.isBlank(below)) {
        titles.add(above);
      } else {
        Optional<String> unit = UnitText.bracketed(group);
        boolean inherits = unit.isPresent() && UnitText.bracketed(below).isEmpty();
        titles.add(inherits ? below + "(" + unit.get() + ")" : below);
      }
    }
    return titles;
  }

  private List<String> shown(SourceLine titles) {
    return titles.cells().stream().map(shown()::title).toList();
  }

  /** Decides what may be shown of an unknown title or of the name of a sheet. */
  public ShownTitles shown() {
    return recogniser.shown();
  }

  private void refuse(char separator, List<SourceLine> lines) throws FileFault {
    SourceLine first =
        lines.stream().filter(line -> line.cells().size() > 1).findFirst().orElse(lines.get(0));
    String shown = recogniser.shown().line(first.cells(), String.valueOf(separator));
    throw new FileFault(new ShapeFinding(ShapeRule.FILE_SEPARATOR, "", shown, ","), first.number());
  }
}
