package org.sunlitledger.intake.layout.column;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sunlitledger.intake.layout.header.HeaderFinder;
import org.sunlitledger.intake.layout.header.Supplement;
import org.sunlitledger.intake.line.FileFault;
import org.sunlitledger.intake.line.FileFindings;
import org.sunlitledger.intake.line.ShapeFinding;
import org.sunlitledger.intake.line.ShapeRule;
import org.sunlitledger.intake.line.SourceLine;
import org.sunlitledger.intake.unit.ColumnTitle;
import org.sunlitledger.intake.unit.MoneyTitle;
import org.sunlitledger.intake.unit.UnitText;
import org.sunlitledger.intake.workbook.sheet.CellReference;
import org.sunlitledger.quantity.money.Fen;
import org.sunlitledger.quantity.money.MoneyUnit;
import org.sunlitledger.quantity.money.WrittenAmount;
import org.sunlitledger.quantity.text.Glyphs;
import org.sunlitledger.quantity.text.Parsed;
import org.sunlitledger.register.Field;
import org.sunlitledger.register.code.HeaderText;

/**
 * The columns of a file that its register does not have. A column is reported as skipped if it
 * names money or has no title, and has amounts on some line. A column that is blank on all lines is
 * ignored.
 */
public final class SkippedColumns {
  private static final Pattern UNIT_OF_LINES = Pattern.compile("(?:金额|资金|计量|货币)?单位|币种|货币");

  private final FileFindings findings;
  private final List<SkippedColumn> all = new ArrayList<>();
  private List<SkippedColumn> open = new ArrayList<>();
  private boolean isFirst = true;
  private int unit = -1;

  public SkippedColumns(FileFindings findings) {
    this.findings = findings;
  }

  /** A column that may be reported. */
  private static final class SkippedColumn {
    private final int at;
    private final int line;
    private final String title;
    private final boolean isUntitled;
    private long number;
    private boolean isFilled;
    private boolean isMoney;

    SkippedColumn(int at, int line, String title) {
      this.at = at;
      this.line = line;
      this.isUntitled = Glyphs.isBlank(title);
      this.title = isUntitled ? CellReference.letters(at) : Glyphs.strip(title);
    }

    void take(String cell) {
      isFilled = true;
      boolean isAmount = Fen.parse(cell, MoneyUnit.YUAN) instanceof Parsed.Value<Long>;
      isMoney = isUntitled ? isAmount && !isLineNumber(cell) : isAmount || isInWords(cell);
    }

    /**
     * Whether a column without a title counts lines with 1, 2, 3. Numbers longer than amounts are
     * telephones and cards.
     */
    private boolean isLineNumber(String cell) {
      String digits = Glyphs.narrow(cell);
      number = digits.equals("1") ? 1 : number + 1;
      return digits.equals(String.valueOf(number)) || digits.matches("[0-9]{11,}");
    }

    private static boolean isInWords(String cell) {
      return cell.chars().anyMatch(Character::isDigit) || WrittenAmount.parse(cell).isPresent();
    }
  }

  /** Sets the header above the following lines. */
  public void setHeader(HeaderFinder.FoundHeader header) {
    open = new ArrayList<>();
    unit = unitColumn(header);
    List<String> titles = header.titles();
    List<Integer> compared = WordsColumn.find(header).stream().map(WordsColumn::at).toList();
    for (int i = 0; i < titles.size(); i++) {
      String title = titles.get(i);
      boolean isSkipped =
          header.header().columns().get(i).isEmpty()
              && !compared.contains(i)
              && !Supplement.isRemark(title)
              && !ColumnTitle.isLineNumber(title);
      if (isSkipped && (Glyphs.isBlank(title) || MoneyTitle.isOne(title))) {
        open.add(new SkippedColumn(i, header.line(), title));
      } else if (isSkipped && !isFirst) {
        findings.add(unknown(Glyphs.strip(title)), header.line());
      }
    }
    all.addAll(open);
    isFirst = false;
  }

  /**
   * The column that gives the unit of each line for amounts without their own unit; -1 if there is
   * none.
   */
  private static int unitColumn(HeaderFinder.FoundHeader header) {
    boolean isAsked =
        header.header().columns().stream()
            .flatMap(Optional::stream)
            .anyMatch(
                column -> column.field().type() == Field.FieldType.MONEY && !column.namesUnit());
    for (int i = 0; isAsked && i < header.titles().size(); i++) {
      if (header.header().column(i).isEmpty()
          && UNIT_OF_LINES.matcher(HeaderText.normal(header.titles().get(i))).matches()) {
        return i;
      }
    }
    return -1;
  }

  /**
   * Checks a record's cells in the columns that are not reported yet.
   *
   * @throws FileFault when a line gives its amount a unit that differs from the one used for
   *     reading
   */
  public void take(SourceLine record) throws FileFault {
    if (unit >= 0 && unit < record.cells().size()) {
      String word = Glyphs.narrow(record.cells().get(unit));
      if (UnitText.isWord(word) && !word.equals(MoneyUnit.YUAN.text())) {
        throw new FileFault(
            new ShapeFinding(ShapeRule.FILE_UNIT, "", word, "元、万元、亿元、分"), record.number());
      }
    }
    if (open.isEmpty()) {
      return;
    }
    for (SkippedColumn column : open) {
      String cell = column.at < record.cells().size() ? record.cells().get(column.at) : "";
      if (!Glyphs.isNone(cell)) {
        column.take(cell);
      }
    }
    open.removeIf(column -> column.isMoney);
  }

  /** Adds the findings. */
  public void finish() {
    for (SkippedColumn column : all) {
      if (column.isMoney) {
        findings.add(
            new ShapeFinding(ShapeRule.FILE_COLUMN_SKIPPED, column.title, column.title, ""),
            column.line);
      } else if (column.isFilled && !column.isUntitled) {
        findings.add(unknown(column.title), column.line);
      }
    }
  }

  public static ShapeFinding unknown(String title) {
    return new ShapeFinding(ShapeRule.FILE_COLUMN_UNKNOWN, title, title, "");
  }
}
