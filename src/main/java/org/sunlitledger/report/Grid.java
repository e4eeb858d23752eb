package org.sunlitledger.report;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;

/** A Word table with its merged cells as spans: a cell occurs once, where it begins. */
record Grid(List<List<GridCell>> rows) {

  /** A cell with how far it reaches. */
  record GridCell(String text, int columns, int rows) {}

  private record Raw(String text, int column, int columns, boolean continues) {}

  static Grid of(XWPFTable table) {
    List<List<Raw>> raw = table.getRows().stream().map(Grid::raw).toList();
    List<List<GridCell>> rows = new ArrayList<>();
    for (int i = 0; i < raw.size(); i++) {
      List<GridCell> cells = new ArrayList<>();
      for (Raw cell : raw.get(i)) {
        if (!cell.continues()) {
          cells.add(new GridCell(cell.text(), cell.columns(), reach(raw, i, cell.column())));
        }
      }
      rows.add(cells);
    }
    return new Grid(rows);
  }

  private static List<Raw> raw(XWPFTableRow row) {
    List<Raw> cells = new ArrayList<>();
    int column = 0;
    for (XWPFTableCell cell : row.getTableCells()) {
      CTTcPr properties = cell.getCTTc().getTcPr();
      int columns =
          properties != null && properties.isSetGridSpan()
              ? properties.getGridSpan().getVal().intValue()
              : 1;
      boolean continues =
          properties != null
              && properties.isSetVMerge()
              && properties.getVMerge().getVal() != STMerge.RESTART;
      cells.add(new Raw(cell.getText().strip(), column, columns, continues));
      column += columns;
    }
    return cells;
  }

  private static int reach(List<List<Raw>> rows, int from, int column) {
    int end = from + 1;
    while (end < rows.size()
        && rows.get(end).stream().anyMatch(c -> c.column() == column && c.continues())) {
      end++;
    }
    return end - from;
  }
}
