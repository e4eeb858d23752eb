package org.sunlitledger.cli.print;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.sunlitledger.quantity.text.Glyphs;

/** A table of text that fits the screen: wide columns are cut or wrapped, numbers never. */
final class ScreenTable {
  private static final String GAP = "  ";
  private static final int NARROWEST_COLUMNS = 8;
  private static final int WIDEST_NUMBER_COLUMNS = 24;
  private static final Pattern NUMBER = Pattern.compile("[-+(]?[0-9].*");

  private final List<ScreenColumn> columns;
  private final List<ScreenRow> rows = new ArrayList<>();

  /**
   * A column.
   *
   * @param isWhole never cut
   * @param isWrapped long values take several lines
   */
  record ScreenColumn(String title, boolean isWhole, boolean isWrapped) {}

  private record ScreenRow(List<String> cells, List<String> beneath) {}

  ScreenTable(List<ScreenColumn> columns) {
    this.columns = columns;
  }

  /**
   * Adds a row.
   *
   * @param beneath lines that are written below it
   */
  void add(List<String> cells, List<String> beneath) {
    rows.add(new ScreenRow(cells, beneath));
  }

  void print(PrintWriter out, int screen) {
    int[] widths = widths(screen);
    print(out, columns.stream().map(ScreenColumn::title).toList(), widths, false);
    for (ScreenRow row : rows) {
      print(out, row.cells(), widths, true);
      row.beneath().forEach(line -> out.println("    " + line));
    }
  }

  private void print(PrintWriter out, List<String> cells, int[] widths, boolean wraps) {
    List<List<String>> texts = new ArrayList<>();
    int height = 1;
    for (int i = 0; i < widths.length; i++) {
      List<String> lines =
          wraps && columns.get(i).isWrapped()
              ? ScreenText.wrapped(cells.get(i), widths[i])
              : List.of(ScreenText.cut(cells.get(i), widths[i]));
      texts.add(lines);
      height = Math.max(height, lines.size());
    }
    for (int line = 0; line < height; line++) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        String cell = line < texts.get(i).size() ? texts.get(i).get(line) : "";
        text.append(cell)
            .append(" ".repeat(Math.max(0, widths[i] - Glyphs.width(cell))))
            .append(GAP);
      }
      out.println(text.toString().stripTrailing());
    }
  }

  /** The widest columns of text give way first, all to the same width. */
  private int[] widths(int screen) {
    int[] widths = new int[columns.size()];
    boolean[] givesWay = new boolean[widths.length];
    int sum = GAP.length() * Math.max(0, widths.length - 1);
    for (int i = 0; i < widths.length; i++) {
      widths[i] = Glyphs.width(columns.get(i).title());
      for (ScreenRow row : rows) {
        String cell = row.cells().get(i);
        widths[i] = Math.max(widths[i], Glyphs.width(cell));
        givesWay[i] |= !isNumber(cell) && Glyphs.width(cell) > NARROWEST_COLUMNS;
      }
      givesWay[i] &= !columns.get(i).isWhole();
      sum += widths[i];
    }
    while (sum > screen) {
      int widest = -1;
      for (int i = 0; i < widths.length; i++) {
        if (givesWay[i]
            && widths[i] > NARROWEST_COLUMNS
            && (widest < 0 || widths[i] > widths[widest])) {
          widest = i;
        }
      }
      if (widest < 0) {
        break;
      }
      widths[widest]--;
      sum--;
    }
    return widths;
  }

  private static boolean isNumber(String cell) {
    return cell.isEmpty()
        || (NUMBER.matcher(cell).matches() && Glyphs.width(cell) <= WIDEST_NUMBER_COLUMNS);
  }
}
