package org.sunlitledger.report;

import java.math.BigInteger;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableRowAlign;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STVerticalJc;

/**
 * A form's table on a grid of fixed columns. Cells are placed row by row; one that begins lower
 * rows' cells says so by its height, and those rows leave its columns out.
 */
final class FormTable {
  /** Rows are numbered: 一、… （七）… 3.… */
  private static final Pattern LABEL = Pattern.compile("[一二四]、|（[一二六七]）|[0-9][.]|第二十条|（本列");

  /** A millimetre. */
  private static final int CELL_MARGIN = 57;

  private final XWPFTable table;
  private final int[] widths;
  private final int points;
  private final int[] open;

  /**
   * @param widths of the grid's columns in millimetres
   * @param points size of the text
   */
  FormTable(XWPFDocument document, int points, int... widths) {
    this.widths = widths.clone();
    this.points = points;
    this.open = new int[widths.length];
    table = document.createTable();
    table.removeRow(0);
    table.getCTTbl().getTblPr().addNewTblLayout().setType(STTblLayoutType.FIXED);
    var grid = table.getCTTbl().addNewTblGrid();
    for (int width : widths) {
      grid.addNewGridCol().setW(twips(width));
    }
    // within the margins, not hanging over them by its cells' own; narrow cells keep their room
    table.setTableAlignment(TableRowAlign.CENTER);
    table.setCellMargins(0, CELL_MARGIN, 0, CELL_MARGIN);
    table.setWidth(String.valueOf(twips(java.util.Arrays.stream(widths).sum())));
  }

  /** A cell of the form: its text, and how many columns and rows it takes. */
  record Cell(String text, int columns, int rows) {
    static Cell of(String text) {
      return new Cell(text, 1, 1);
    }

    static Cell wide(String text, int columns) {
      return new Cell(text, columns, 1);
    }
  }

  /** Adds a row; columns taken by a cell from above are left out of it. */
  void row(boolean isHeader, List<Cell> cells) {
    table.getRows().stream()
        .flatMap(above -> above.getTableCells().stream())
        .flatMap(cell -> cell.getParagraphs().stream())
        .forEach(paragraph -> paragraph.setKeepNext(true));
    XWPFTableRow row = table.createRow();
    while (!row.getTableCells().isEmpty()) {
      row.removeCell(0);
    }
    row.setCantSplitRow(true);
    if (isHeader) {
      row.setRepeatHeader(true);
    }
    int column = 0;
    int next = 0;
    while (column < widths.length) {
      if (open[column] != 0) {
        int columns = Math.abs(open[column]) % 100;
        place(row, "", column, columns, STMerge.CONTINUE);
        open[column] = open[column] / 100 <= 1 ? 0 : open[column] - 100;
        column += columns;
      } else {
        Cell cell = cells.get(next++);
        place(row, cell.text(), column, cell.columns(), cell.rows() > 1 ? STMerge.RESTART : null);
        if (cell.rows() > 1) {
          open[column] = (cell.rows() - 1) * 100 + cell.columns();
        }
        column += cell.columns();
      }
    }
  }

  private void place(
      XWPFTableRow row, String text, int column, int columns, STMerge.@Nullable Enum merge) {
    XWPFTableCell cell = row.createCell();
    int width = 0;
    for (int i = column; i < column + columns; i++) {
      width += widths[i];
    }
    CTTcPr properties =
        cell.getCTTc().isSetTcPr() ? cell.getCTTc().getTcPr() : cell.getCTTc().addNewTcPr();
    properties.addNewTcW().setW(twips(width));
    if (columns > 1) {
      properties.addNewGridSpan().setVal(BigInteger.valueOf(columns));
    }
    if (merge != null) {
      properties.addNewVMerge().setVal(merge);
    }
    properties.addNewVAlign().setVal(STVerticalJc.CENTER);
    XWPFParagraph paragraph = cell.getParagraphs().get(0);
    paragraph.setStyle(points > 10 ? "TableText" : "SmallTableText");
    if (LABEL.matcher(text).lookingAt()) {
      paragraph.setAlignment(ParagraphAlignment.LEFT);
    }
    if (!text.isEmpty()) {
      paragraph.createRun().setText(text);
    }
  }

  private static BigInteger twips(int millimetres) {
    return BigInteger.valueOf(millimetres * 567L / 10);
  }
}
