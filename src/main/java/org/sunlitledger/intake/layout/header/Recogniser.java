package org.sunlitledger.intake.layout.header;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.sunlitledger.intake.line.FileFault;
import org.sunlitledger.intake.line.ShapeFinding;
import org.sunlitledger.intake.line.ShapeRule;
import org.sunlitledger.intake.line.SourceLine;
import org.sunlitledger.intake.unit.ColumnTitle;
import org.sunlitledger.quantity.money.MoneyUnit;
import org.sunlitledger.register.Register;
import org.sunlitledger.register.Registers;
import org.sunlitledger.register.code.HeaderText;

/**
 * Recognises the register of a file by its header: the register to which most of its columns
 * belong.
 */
@Component
public final class Recogniser {
  private final Registers registers;
  private final ShownTitles shown;

  /** Additions to titles in forms. */
  private static final Pattern DECORATED = Pattern.compile("[(（\\[【〔*★☆※●▲◆#\n、]|^\\d{1,2}[.]|^所");

  private final List<RegisterTitles> titles;
  private final Set<String> words = new HashSet<>();

  public Recogniser(Registers registers) {
    this.registers = registers;
    this.shown = new ShownTitles(registers);
    this.titles = registers.all().stream().map(RegisterTitles::new).toList();
    titles.forEach(register -> words.addAll(register.words()));
  }

  /**
   * The header in a line; empty if columns are missing or the line is not a header.
   *
   * @param unit of amounts without a unit in their title
   * @throws FileFault when the header has an error
   */
  public Optional<Header> recognise(SourceLine line, MoneyUnit unit) throws FileFault {
    List<Header> whole =
        nearest(line.cells(), unit).stream().filter(h -> h.missing().isEmpty()).toList();
    if (whole.size() > 1) {
      throw fault(line, ShapeRule.FILE_AMBIGUOUS, "", names(whole));
    }
    if (whole.isEmpty()) {
      return Optional.empty();
    }
    Header header = whole.get(0);
    if (!header.twice().isEmpty()) {
      String twice = String.join("、", header.twice().stream().map(shown::title).toList());
      throw new FileFault(
          new ShapeFinding(ShapeRule.FILE_COLUMN_TWICE, twice, twice, header.register().title()),
          line.number());
    }
    return Optional.of(header);
  }

  /** The highest number of columns of a line that one register has. */
  int likeness(List<String> titles) {
    return nearest(titles, MoneyUnit.YUAN).stream().mapToInt(Header::matched).max().orElse(0);
  }

  /**
   * The number of cells in a line that may be titles. This is a fast test, so that few lines need
   * the full check.
   */
  int mayBeTitles(List<String> cells) {
    int titles = 0;
    for (String cell : cells) {
      boolean isTitle = words.contains(HeaderText.normal(cell)) || DECORATED.matcher(cell).find();
      titles += isTitle ? 1 : 0;
    }
    return titles;
  }

  /** The fault of a line that is the header of another register than the lines above it. */
  FileFault foreign(SourceLine line, Register register) {
    return fault(line, ShapeRule.FILE_HEADER, "", register.title());
  }

  /** The reason why the line most similar to a header is not one. */
  FileFault fault(SourceLine line) {
    List<String> titles = line.cells();
    List<Header> nearest = nearest(titles, MoneyUnit.YUAN);
    int most = nearest.stream().mapToInt(Header::matched).max().orElse(0);
    if (most == 0 || most * 2 < titles.size()) {
      String all = registers.all().stream().map(Register::title).collect(Collectors.joining("、"));
      return fault(line, ShapeRule.FILE_HEADER, "", all);
    }
    Header best =
        nearest.stream().min(Comparator.comparingInt(h -> h.missing().size())).orElseThrow();
    String missing = String.join("、", best.missing());
    return fault(
        line, ShapeRule.FILE_COLUMNS_MISSING, missing, best.register().title() + "：" + missing);
  }

  private List<Header> nearest(List<String> cells, MoneyUnit unit) {
    List<ColumnTitle> readings = cells.stream().map(ColumnTitle::parse).toList();
    List<Header> headers =
        titles.stream()
            .map(register -> Header.match(register, cells, readings, unit))
            .filter(header -> header.matched() > 0)
            .toList();
    int most = headers.stream().mapToInt(Header::matched).max().orElse(0);
    return headers.stream().filter(header -> header.matched() == most).toList();
  }

  private FileFault fault(SourceLine line, ShapeRule rule, String field, String expected) {
    return new FileFault(
        new ShapeFinding(rule, field, shown.line(line.cells(), ","), expected), line.number());
  }

  private static String names(List<Header> headers) {
    return headers.stream()
        .map(Header::register)
        .map(Register::title)
        .collect(Collectors.joining("、"));
  }

  /** Decides what may be shown of an unknown title or of the name of a sheet. */
  ShownTitles shown() {
    return shown;
  }
}
