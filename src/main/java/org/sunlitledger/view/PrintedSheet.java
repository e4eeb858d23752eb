package org.sunlitledger.view;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Worksheet;
import org.sunlitledger.quantity.text.Glyphs;
import org.sunlitledger.quantity.text.SafeText;

/**
 * A sheet that can be read on paper: A4 across, as wide as one page, its titles on top of each,
 * long texts wrapped into rows that are as high as they need.
 */
public final class PrintedSheet {
  private static final String WRONG = "FFF2CC";
  private static final String HEAD = "DDEBF7";
  private static final int NARROWEST_COLUMN_GLYPHS = 6;
  private static final int WIDEST_COLUMN_GLYPHS = 46;
  private static final double LINE_HEIGHT_POINTS = 15;

  /** Taller ones no spreadsheet shows. */
  private static final double HIGHEST_ROW_POINTS = 400;

  private final Worksheet sheet;
  private final boolean isStreamed;
  private final List<Integer> widths = new ArrayList<>();

  /** Lines of text in the rows whose height is not set yet. */
  private final Map<Integer, Integer> lines = new HashMap<>();

  private PrintedSheet(Worksheet sheet, boolean isStreamed) {
    this.sheet = sheet;
    this.isStreamed = isStreamed;
  }

  /** A sheet that is held in memory, and keeps each text once. */
  public static PrintedSheet of(Worksheet sheet) {
    return new PrintedSheet(sheet, false);
  }

  /**
   * A sheet of any length: its rows leave memory with {@link #flush}. Blanks at the ends of a cell
   * may be lost.
   */
  public static PrintedSheet streamed(Worksheet sheet) {
    return new PrintedSheet(sheet, true);
  }

  /**
   * A column's title; columns come from left to right.
   *
   * @param width of what is below it, in digits
   */
  public void title(int row, int column, String delivered, int width) {
    String text = SafeText.escape(delivered);
    int chosen =
        Math.min(
            WIDEST_COLUMN_GLYPHS,
            Math.max(NARROWEST_COLUMN_GLYPHS, Math.max(width, titleWidth(text)) + 2));
    widths.add(chosen);
    sheet.width(column, chosen);
    sheet.value(row, column, text);
    sheet
        .style(row, column)
        .bold()
        .fillColor(HEAD)
        .borderStyle("thin")
        .wrapText(true)
        .verticalAlignment("center")
        .set();
    grow(row, column, text);
  }

  public void cell(int row, int column, String delivered, boolean isWrong) {
    String text = SafeText.escape(delivered);
    if (isStreamed) {
      sheet.inlineString(row, column, text);
    } else {
      sheet.value(row, column, text);
    }
    style(row, column, isWrong);
    grow(row, column, text);
  }

  public void cell(int row, int column, int number) {
    sheet.value(row, column, number);
    style(row, column, false);
  }

  /**
   * Sets the heights of all rows, and up the page.
   *
   * @param titles the row of the titles; it and those above are on every page
   */
  public void finish(int titles) {
    setHeights();
    page(titles);
  }

  /** Writes the rows so far, which cannot be changed any more. */
  public void flush() throws IOException {
    setHeights();
    sheet.flush();
  }

  /**
   * Sets up the page, before the first row is written.
   *
   * @param titles the row of the titles; it and those above are on every page
   */
  public void page(int titles) {
    sheet.freezePane(0, titles + 1);
    sheet.repeatRows(0, titles);
    sheet.pageOrientation("landscape");
    sheet.paperSize(PaperSize.A4_PAPER);
    sheet.setFitToPage(true);
    sheet.fitToWidth((short) 1);
    sheet.fitToHeight((short) 0);
    sheet.leftMargin(0.4f);
    sheet.rightMargin(0.4f);
    sheet.topMargin(0.5f);
    sheet.bottomMargin(0.6f);
    sheet.footer("&P / &N", Position.CENTER, 9);
  }

  /** Width of a text in digits: Chinese glyphs take two; the longest of its lines. */
  public static int width(String text) {
    return text.lines().mapToInt(line -> Glyphs.width(line)).max().orElse(0);
  }

  /** Titles may take two lines. */
  private static int titleWidth(String text) {
    return (width(text) + 1) / 2;
  }

  private void style(int row, int column, boolean isWrong) {
    var style =
        sheet.style(row, column).wrapText(true).verticalAlignment("top").borderStyle("thin");
    (isWrong ? style.fillColor(WRONG) : style).set();
  }

  private void setHeights() {
    lines.forEach(
        (row, count) -> {
          if (count > 1) {
            sheet.rowHeight(row, Math.min(HIGHEST_ROW_POINTS, count * LINE_HEIGHT_POINTS));
          }
        });
    lines.clear();
  }

  private void grow(int row, int column, String text) {
    int room = widths.get(column) - 1;
    int needed = text.lines().mapToInt(line -> Math.max(1, (width(line) + room - 1) / room)).sum();
    lines.merge(row, needed, Math::max);
  }
}
