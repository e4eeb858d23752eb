package org.sunlitledger.intake.delivery;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.sunlitledger.intake.file.FileKind;
import org.sunlitledger.intake.file.FileSurvey;
import org.sunlitledger.intake.file.WorkbookFaults;
import org.sunlitledger.intake.layout.column.DeliveredColumns;
import org.sunlitledger.intake.layout.column.SkippedColumns;
import org.sunlitledger.intake.layout.column.WordsColumn;
import org.sunlitledger.intake.layout.header.Header;
import org.sunlitledger.intake.layout.header.HeaderFinder;
import org.sunlitledger.intake.layout.header.ShownTitles;
import org.sunlitledger.intake.layout.header.Supplement;
import org.sunlitledger.intake.layout.note.SheetContent;
import org.sunlitledger.intake.line.FailedFile;
import org.sunlitledger.intake.line.FileFault;
import org.sunlitledger.intake.line.RowNumbers;
import org.sunlitledger.intake.line.ShapeFinding;
import org.sunlitledger.intake.line.ShapeRule;
import org.sunlitledger.intake.source.DeliveredFile;
import org.sunlitledger.intake.source.LineSource;
import org.sunlitledger.intake.unit.MoneyTitle;
import org.sunlitledger.intake.workbook.sheet.CellReference;
import org.sunlitledger.intake.workbook.sheet.SheetName;
import org.sunlitledger.intake.workbook.sheet.SheetShape;
import org.sunlitledger.quantity.text.Glyphs;

/**
 * Finds the deliveries in a file: one in a CSV file, one in each sheet of a workbook. If at least
 * one sheet is a register, hidden sheets and sheets that are no register are reported as skipped;
 * those with lines remain open items.
 */
@Component
public final class FileParts {
  private static final String READABLE_ENDINGS = ".xlsx、.xls、.et、.csv、.tsv";

  /** The rules that reject a text without any table. */
  private static final Set<ShapeRule> NO_TABLE =
      Set.of(
          ShapeRule.FILE_HEADER,
          ShapeRule.FILE_EMPTY,
          ShapeRule.FILE_SEPARATOR,
          ShapeRule.FILE_BROKEN_QUOTE,
          ShapeRule.FILE_LINE_TOO_LONG);

  private final Openings openings;

  public FileParts(Openings openings) {
    this.openings = openings;
  }

  /**
   * One delivery of a file: its header, or the reason for its rejection.
   *
   * @param sheetName empty if the file is not a workbook
   * @param warnings with the line of each
   */
  public record FilePart(
      int sheet,
      String sheetName,
      Optional<HeaderFinder.FoundHeader> header,
      Optional<FileFault> fault,
      Map<ShapeFinding, Integer> warnings) {

    public static FilePart refused(int sheet, String name, FileFault fault) {
      return new FilePart(sheet, name, Optional.empty(), Optional.of(fault), new LinkedHashMap<>());
    }

    public Optional<Long> supplements() {
      return header.flatMap(HeaderFinder.FoundHeader::supplements);
    }

    public boolean isOf(String register) {
      return header.map(found -> found.header().register().name().equals(register)).orElse(false);
    }

    public String[] titles() {
      return columns().map(DeliveredColumns::titles).orElseGet(() -> new String[0]);
    }

    /** The field name for each column; empty for a column that is not a field. */
    String[] fields() {
      return columns().map(DeliveredColumns::fields).orElseGet(() -> new String[0]);
    }

    /** The unit of each column's amounts. */
    String[] units() {
      return columns().map(DeliveredColumns::units).orElseGet(() -> new String[0]);
    }

    private Optional<DeliveredColumns> columns() {
      return header.map(DeliveredColumns::new);
    }

    /** Whether this is a text without a line that resembles a header of a register. */
    private boolean isNoTable() {
      return fault
          .map(FileFault::finding)
          .map(ShapeFinding::rule)
          .filter(NO_TABLE::contains)
          .isPresent();
    }

    private boolean isFor(ShapeRule rule) {
      return fault.map(FileFault::finding).map(ShapeFinding::rule).filter(rule::equals).isPresent();
    }
  }

  /**
   * The parts of a file, at least one.
   *
   * @param name with its folders, as people read it
   */
  public List<FilePart> find(DeliveredFile file, String name, FileSurvey survey)
      throws IOException {
    Path path = file.path();
    try {
      FileKind kind = file.kind();
      refuseUnread(path, kind, survey);
      if (kind.isWorkbook()) {
        return sheets(file, name);
      }
      FilePart part = part(file, name, new SheetName(0, "", false));
      return List.of(
          isText(path) || !part.isNoTable() ? part : FilePart.refused(0, "", type(path)));
    } catch (FileFault whole) {
      return List.of(FilePart.refused(0, "", whole));
    }
  }

  private static void refuseUnread(Path file, FileKind kind, FileSurvey survey) throws FileFault {
    if (kind == FileKind.EMPTY) {
      throw isText(file) || isNamedAsWorkbook(file)
          ? new FileFault(ShapeRule.FILE_EMPTY, "0", "> 0")
          : type(file);
    }
    if (kind.isOther()) {
      throw new FileFault(ShapeRule.FILE_TYPE, kind.label(), READABLE_ENDINGS);
    }
    if (kind.isWorkbook()) {
      return;
    }
    if (survey.hasNul() && (kind == FileKind.TEXT || isText(file))) {
      throw new FileFault(ShapeRule.FILE_BINARY, "NUL", "UTF-8、GB18030");
    }
    if (survey.hasNul() || survey.charset().isEmpty()) {
      if (isNamedAsWorkbook(file)) {
        throw WorkbookFaults.broken("≠ ZIP, OLE", READABLE_ENDINGS);
      }
      throw isText(file) ? new FileFault(ShapeRule.FILE_ENCODING, "", "UTF-8、GB18030") : type(file);
    }
  }

  private static FileFault type(Path file) {
    return new FileFault(ShapeRule.FILE_TYPE, String.valueOf(file.getFileName()), READABLE_ENDINGS);
  }

  private static boolean isText(Path file) {
    return isNamed(file, List.of(".csv", ".tsv"));
  }

  private static boolean isNamedAsWorkbook(Path file) {
    return isNamed(file, List.of(".xlsx", ".xlsm", ".xls", ".et"));
  }

  private static boolean isNamed(Path file, List<String> endings) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return endings.stream().anyMatch(name::endsWith);
  }

  private List<FilePart> sheets(DeliveredFile file, String name) throws FileFault, IOException {
    List<FilePart> parts = new ArrayList<>();
    List<FilePart> foreign = new ArrayList<>();
    List<ShapeFinding> skipped = new ArrayList<>();
    UnitsOfOtherSheets units = new UnitsOfOtherSheets(openings.shown());
    for (SheetName sheet : file.sheets()) {
      FilePart part = part(file, name, sheet);
      if (part.isFor(ShapeRule.FILE_EMPTY)) {
        continue;
      }
      boolean isForeign = part.isFor(ShapeRule.FILE_HEADER);
      boolean mayBeLeft = isForeign || part.isFor(ShapeRule.FILE_COLUMNS_MISSING);
      boolean isMissed = (sheet.hidden() || mayBeLeft) && hasLines(file, sheet, parts);
      if (sheet.hidden() || isForeign || (mayBeLeft && !isMissed)) {
        skipped.add(skipped(sheet, isMissed));
        if (!isMissed) {
          units.read(file, sheet);
        }
        if (!sheet.hidden()) {
          foreign.add(part);
        }
      } else {
        parts.add(part);
      }
    }
    if (parts.isEmpty()) {
      FilePart refused =
          foreign.isEmpty()
              ? FilePart.refused(0, "", new FileFault(ShapeRule.FILE_EMPTY, "0", "> 0"))
              : foreign.get(0);
      parts.add(refused);
      skipped.removeIf(finding -> finding.found().equals(refused.sheetName()));
    }
    // the lists beside the lines in a workbook of rejects are known not to be registers
    boolean isOfRejects = parts.stream().anyMatch(part -> part.supplements().isPresent());
    if (!isOfRejects) {
      parts.replaceAll(units::held);
    }
    ShownTitles shown = openings.shown();
    skipped.stream()
        .filter(finding -> !isOfRejects || !Supplement.isList(finding.found()))
        .map(finding -> new ShapeFinding(finding.rule(), "", shown.title(finding.found()), ""))
        .forEach(finding -> parts.get(0).warnings().put(finding, 0));
    return parts;
  }

  private static ShapeFinding skipped(SheetName sheet, boolean isMissed) {
    ShapeRule rule = isMissed ? ShapeRule.FILE_SHEET_SKIPPED : ShapeRule.FILE_SHEET_WITHOUT_LINES;
    return new ShapeFinding(rule, "", sheet.name(), "");
  }

  private static boolean hasLines(DeliveredFile file, SheetName sheet, List<FilePart> before)
      throws IOException {
    Optional<Header> register =
        before.stream()
            .flatMap(part -> part.header().stream())
            .reduce((first, second) -> second)
            .map(HeaderFinder.FoundHeader::header);
    try (LineSource lines = file.lines(sheet.index())) {
      return SheetContent.hasLines(sheet, lines, register);
    } catch (FileFault unreadable) {
      return true;
    }
  }

  private FilePart part(DeliveredFile file, String named, SheetName of) throws IOException {
    int sheet = of.index();
    String name = of.name();
    Map<ShapeFinding, Integer> warnings = new LinkedHashMap<>();
    try (Openings.OpenedDelivery opened = openings.open(file, named, sheet)) {
      HeaderFinder.FoundHeader found = opened.header();
      if (found.supplements().isPresent()) {
        Supplement.verify(found);
      }
      Set<String> compared =
          WordsColumn.find(found).stream()
              .map(column -> Glyphs.strip(column.title()))
              .collect(Collectors.toSet());
      for (String title : found.header().unknown()) {
        if (!MoneyTitle.isOne(title) && !compared.contains(title)) {
          warnings.put(SkippedColumns.unknown(openings.shown().title(title)), found.line());
        }
      }
      if (opened.continued().isPresent()) {
        int before = opened.continued().get();
        warnings.put(
            new ShapeFinding(ShapeRule.FILE_SHEET_CONTINUED, "", name, String.valueOf(before + 1)),
            0);
      }
      hidden(opened.source().shape(), found)
          .ifPresent(hidden -> warnings.put(hidden, found.line()));
      return new FilePart(sheet, name, Optional.of(found), Optional.empty(), warnings);
    } catch (FileFault fault) {
      return new FilePart(sheet, name, Optional.empty(), Optional.of(fault), warnings);
    } catch (RuntimeException problem) {
      return FilePart.refused(sheet, name, FailedFile.fault(problem));
    }
  }

  /**
   * The finding on hidden rows below the header and hidden columns of the register, which are read.
   */
  private static Optional<ShapeFinding> hidden(SheetShape shape, HeaderFinder.FoundHeader header) {
    BitSet rows = (BitSet) shape.hiddenRows().clone();
    rows.clear(0, header.line() + 1);
    List<String> columns =
        shape.hiddenColumns().stream()
            .filter(column -> header.header().column(column).isPresent())
            .mapToObj(
                column -> CellReference.letters(column) + " " + header.titles().get(column).strip())
            .toList();
    List<String> hidden = new ArrayList<>(columns);
    List<String> counts = new ArrayList<>();
    if (!rows.isEmpty()) {
      hidden.add(0, RowNumbers.shown(rows));
      counts.add(rows.cardinality() + " 行");
    }
    if (!columns.isEmpty()) {
      counts.add(columns.size() + " 列");
    }
    return hidden.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ShapeFinding(
                ShapeRule.FILE_ROWS_HIDDEN,
                "",
                String.join("；", hidden),
                String.join("、", counts)));
  }
}
