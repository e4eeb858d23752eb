package org.sunlitledger.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.sunlitledger.quantity.Glyphs;
import org.sunlitledger.quantity.MoneyUnit;

/**
 * Finds the header of a delivery: the first line that has all that a register asks for. What stands
 * above it is a title; a unit named there holds for amounts whose column names none. A header may
 * take two lines, the upper one naming groups of columns.
 */
@Component
final class HeaderFinder {
  private static final int LOOK = 30;

  private final Recogniser recogniser;

  HeaderFinder(Recogniser recogniser) {
    this.recogniser = recogniser;
  }

  /**
   * A header found.
   *
   * @param titles of its columns as delivered; a name or an ID number in one is masked
   * @param line its number; the last one where it takes two
   * @param own the lines it takes, as delivered
   * @param rest lines below it that have been read already
   * @param supplements the delivery that a title above it names
   */
  record Found(
      Header header,
      List<String> titles,
      int line,
      List<Line> own,
      List<Line> rest,
      Optional<Long> supplements) {

    /** Column with the number of the line that a line stands for; -1 where there is none. */
    int originalLine() {
      return column(Supplement::isOriginalLine);
    }

    /** Column in which a line may be withdrawn; -1 where there is none. */
    int action() {
      return column(Supplement::isAction);
    }

    private int column(Predicate<String> which) {
      return IntStream.range(0, titles.size())
          .filter(i -> which.test(titles.get(i)))
          .findFirst()
          .orElse(-1);
    }
  }

  /** Reads a source up to its header, or says why it has none. */
  Found find(LineSource source) throws FileFault, IOException {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < LOOK; i++) {
      Optional<Line> line = source.next();
      if (line.isEmpty()) {
        break;
      }
      lines.add(line.get());
    }
    if (lines.isEmpty()) {
      throw new FileFault(ShapeRule.FILE_EMPTY, "0", "> 0");
    }
    if (source.isText()) {
      refuseOtherSeparators(lines.get(0));
    }
    SheetUnit unit = new SheetUnit();
    Optional<Long> supplements = Optional.empty();
    for (int i = 0; i < lines.size(); i++) {
      Optional<Found> found = at(lines, i, unit.unit(), supplements);
      if (found.isPresent()) {
        List<Line> below = unit.takeBelow(found.get());
        lines.removeAll(below);
        Found whole = at(lines, i, unit.unit(), supplements).orElseThrow();
        unit.verify(whole.header(), whole.line());
        return whole;
      }
      unit.take(lines.get(i));
      Line title = lines.get(i);
      supplements = supplements.or(() -> Supplement.delivery(title));
    }
    Line nearest = lines.get(0);
    for (Line line : lines) {
      if (recogniser.likeness(line.cells()) > recogniser.likeness(nearest.cells())) {
        nearest = line;
      }
    }
    throw recogniser.fault(nearest);
  }

  private Optional<Found> at(List<Line> lines, int at, MoneyUnit unit, Optional<Long> supplements)
      throws FileFault {
    Line line = lines.get(at);
    Optional<Header> one = recogniser.recognise(line, unit);
    if (at + 1 < lines.size()) {
      Line lower = lines.get(at + 1);
      Line both = new Line(lower.number(), joined(line.cells(), lower.cells()));
      Optional<Header> two = recogniser.recognise(both, unit);
      if (two.isPresent()
          && two.get().matched() > one.map(Header::matched).orElse(0)
          && two.get().matched() > recogniser.likeness(lower.cells())) {
        return Optional.of(
            new Found(
                two.get(),
                shown(both),
                lower.number(),
                lines.subList(at, at + 2),
                lines.subList(at + 2, lines.size()),
                supplements));
      }
    }
    return one.map(
        header ->
            new Found(
                header,
                shown(line),
                line.number(),
                List.of(line),
                lines.subList(at + 1, lines.size()),
                supplements));
  }

  /** The titles of a header of two lines; a group's unit holds for its columns. */
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

  private List<String> shown(Line titles) {
    return titles.cells().stream().map(shown()::title).toList();
  }

  /** What may be shown of a title that no register has, or of the name of a sheet. */
  ShownTitles shown() {
    return recogniser.shown();
  }

  private void refuseOtherSeparators(Line first) throws FileFault {
    List<String> cells = first.cells();
    if (cells.size() == 1 && (cells.get(0).contains(";") || cells.get(0).contains("\t"))) {
      throw new FileFault(
          new ShapeFinding(
              ShapeRule.FILE_SEPARATOR, "", recogniser.shown().line(cells.get(0)), ","),
          first.number());
    }
  }
}
