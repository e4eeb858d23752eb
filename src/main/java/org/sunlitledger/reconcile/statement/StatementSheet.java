package org.sunlitledger.reconcile.statement;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.sunlitledger.quantity.money.Fen;
import org.sunlitledger.quantity.text.Glyphs;
import org.sunlitledger.quantity.text.SafeText;
import org.sunlitledger.reconcile.statement.StatementLooks.CellLook;

/**
 * A sheet of the statement, written from top to bottom. Texts are text cells, whatever they begin
 * with: no spreadsheet runs them.
 */
public final class StatementSheet {
  static final String AGREES = "相符";
  static final String AGREES_IN_PART = "除未计入的%d处外一致";
  static final String DIFFERS = "不符";

  private static final int WIDTH_UNIT = 256;
  private static final float LINE_HEIGHT = 14;

  /** Inches. */
  private static final double MARGIN = 0.4;

  private final Sheet sheet;
  private final StatementLooks looks;
  private List<StatementColumn> columns = List.of();
  private boolean hasTable;
  private int next;

  public StatementSheet(Workbook book, StatementLooks looks, String name) {
    this.sheet = book.createSheet(name);
    this.looks = looks;
    PrintSetup print = sheet.getPrintSetup();
    print.setPaperSize(PrintSetup.A4_PAPERSIZE);
    print.setLandscape(true);
    sheet.setFitToPage(true);
    print.setFitWidth((short) 1);
    print.setFitHeight((short) 0);
    for (PageMargin side : List.of(PageMargin.LEFT, PageMargin.RIGHT, PageMargin.TOP)) {
      sheet.setMargin(side, MARGIN);
    }
    sheet.getFooter().setCenter("第 &P 页，共 &N 页");
    sheet.getFooter().setLeft(name);
  }

  /**
   * A column of a table.
   *
   * @param width in characters; a Chinese one takes two
   */
  public record StatementColumn(String title, int width, CellLook look) {}

  /**
   * A formula, and the value that it has: a preview that computes nothing shows the value.
   *
   * @param value a text, a BigDecimal in yuan, or a ratio
   */
  record Formula(String text, Object value) {}

  /** An amount of fen, shown in yuan. */
  public static BigDecimal yuan(long fen) {
    return Fen.yuan(fen);
  }

  public void title(String text) {
    line(text, looks.plain(CellLook.TITLE)).setHeightInPoints(24);
  }

  public void note(String text) {
    line(text, looks.plain(CellLook.NOTE));
  }

  void blank() {
    next++;
  }

  private Row line(String text, CellStyle style) {
    Row row = sheet.createRow(next++);
    Cell cell = row.createCell(0);
    cell.setCellValue(SafeText.escape(text));
    cell.setCellStyle(style);
    return row;
  }

  /** Begins a table. */
  public void header(List<StatementColumn> titles) {
    columns = titles;
    Row row = sheet.createRow(next++);
    int lines = 1;
    for (int i = 0; i < titles.size(); i++) {
      lines = Math.max(lines, lines(titles.get(i).title(), titles.get(i).width()));
      Cell cell = row.createCell(i);
      cell.setCellValue(titles.get(i).title());
      cell.setCellStyle(looks.plain(CellLook.HEAD));
      int wide = titles.get(i).width() * WIDTH_UNIT;
      sheet.setColumnWidth(i, Math.max(wide, hasTable ? sheet.getColumnWidth(i) : 0));
    }
    row.setHeightInPoints(LINE_HEIGHT * lines);
    hasTable = true;
  }

  /** Everything down to the last row stays in sight, and is printed on every page. */
  public void keepInSight() {
    sheet.createFreezePane(0, next);
    sheet.setRepeatingRows(new CellRangeAddress(next - 1, next - 1, -1, -1));
  }

  /** The number, as formulas count, of the row that is written next. */
  public int nextRow() {
    return next + 1;
  }

  /**
   * The sum of a column from a row down to the last one written.
   *
   * @param column its letter
   * @param fen its amount
   */
  Formula sum(String column, int first, long fen) {
    return new Formula(sumOf(column, first), yuan(fen));
  }

  /** The same of a column that counts. */
  Formula count(String column, int first, long number) {
    return new Formula(sumOf(column, first), number);
  }

  private String sumOf(String column, int first) {
    return first > next ? "0" : "SUM(%1$s%2$d:%1$s%3$d)".formatted(column, first, next);
  }

  /** A part of a whole; nothing where the whole is nothing. */
  static Formula ratio(String part, String whole, long partFen, long wholeFen) {
    return new Formula(
        "IF(%2$s=0,0,(%1$s)/%2$s)".formatted(part, whole),
        wholeFen == 0
            ? BigDecimal.ZERO
            : BigDecimal.valueOf(partFen)
                .divide(BigDecimal.valueOf(wholeFen), MathContext.DECIMAL64));
  }

  /**
   * Whether two cells are the same to the fen.
   *
   * @param word for that they are, 相符 if nothing is left out
   */
  static Formula agrees(String cell, String other, String word, boolean doAgree) {
    return new Formula(
        "IF(ROUND(%s-%s,2)=0,\"%s\",\"%s\")".formatted(cell, other, word, DIFFERS),
        doAgree ? word : DIFFERS);
  }

  public void row(Object... cells) {
    write(false, cells);
  }

  void total(Object... cells) {
    write(true, cells);
  }

  /**
   * Lets people choose from a list in a column, from a row down to the last one written.
   *
   * @param column from 0
   */
  public void choices(int column, int first, List<String> texts) {
    if (first > next) {
      return;
    }
    DataValidationHelper helper = sheet.getDataValidationHelper();
    DataValidation validation =
        helper.createValidation(
            helper.createExplicitListConstraint(texts.toArray(String[]::new)),
            new CellRangeAddressList(first - 1, next - 1, column, column));
    validation.setSuppressDropDownArrow(true);
    validation.setShowErrorBox(true);
    sheet.addValidationData(validation);
  }

  private void write(boolean isTotal, Object... cells) {
    Row row = sheet.createRow(next++);
    int lines = 1;
    for (int i = 0; i < cells.length; i++) {
      if (cells[i] instanceof String text) {
        lines = Math.max(lines, lines(text, sheet.getColumnWidth(i) / WIDTH_UNIT));
      }
      CellLook look = columns.get(i).look();
      Cell cell = row.createCell(i);
      cell.setCellStyle(isTotal ? looks.total(look) : looks.plain(look));
      set(cell, cells[i]);
    }
    row.setHeightInPoints(LINE_HEIGHT * lines);
  }

  /**
   * Lines that a text takes in a column: not every spreadsheet finds the height of a row itself.
   */
  private static int lines(String text, int width) {
    return text.lines()
        .mapToInt(line -> Math.max(1, (Glyphs.width(line) + width - 1) / width))
        .sum();
  }

  private static void set(Cell cell, Object value) {
    if (value instanceof Formula formula) {
      cell.setCellFormula(formula.text());
      set(cell, formula.value());
    } else if (value instanceof Number number) {
      cell.setCellValue(number.doubleValue());
    } else {
      cell.setCellValue(SafeText.escape(String.valueOf(value)));
    }
  }
}
