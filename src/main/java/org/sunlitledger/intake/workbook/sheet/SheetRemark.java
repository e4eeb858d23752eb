package org.sunlitledger.intake.workbook.sheet;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.sunlitledger.intake.line.FileFault;
import org.sunlitledger.intake.line.SourceLine;
import org.sunlitledger.intake.unit.NamedUnit;
import org.sunlitledger.intake.unit.UnitOfName;
import org.sunlitledger.intake.unit.UnitText;
import org.sunlitledger.quantity.text.Glyphs;

/**
 * A text about a sheet outside its cells. It matters only if it names a unit.
 *
 * @param row row of its cell, from 1; 0 if it belongs to no cell
 * @param column column of its cell, from 0; -1 if it belongs to no cell
 */
public record SheetRemark(RemarkPlace place, int row, int column, String text) {
  private static final Pattern MONEY =
      Pattern.compile("[元圆圓园万萬亿億千分]|yuan|rmb|cny", Pattern.CASE_INSENSITIVE);

  private static final Pattern REFERENCE_SEPARATOR = Pattern.compile("[ :]");

  /** Only this part of a longer text is searched. */
  public static final int LONGEST_TEXT_CHARACTERS = 10_000;

  /** The places where a text may be. */
  public enum RemarkPlace {
    FILE_NAME("文件名"),
    SHEET_NAME("工作表名"),
    PRINT("页眉页脚"),
    COMMENT("批注"),
    TEXT_BOX("文本框"),
    PROMPT("输入提示");

    private final String title;

    RemarkPlace(String title) {
      this.title = title;
    }

    /** Whether it is about the whole sheet, like a line above the header. */
    public boolean isOfSheet() {
      return switch (this) {
        case FILE_NAME, SHEET_NAME, PRINT -> true;
        case COMMENT, TEXT_BOX, PROMPT -> false;
      };
    }
  }

  /** A text that belongs to no cell. */
  public SheetRemark(RemarkPlace place, String text) {
    this(place, 0, -1, text);
  }

  /**
   * A text on a cell.
   *
   * @param reference of the cell; of several cells, the first; if empty, the text belongs to the
   *     sheet
   */
  public static SheetRemark on(RemarkPlace place, String reference, String text) throws FileFault {
    String cell = REFERENCE_SEPARATOR.split(reference, -1)[0];
    if (cell.isEmpty()) {
      return new SheetRemark(place, text);
    }
    int column = CellReference.column(cell) - 1;
    return new SheetRemark(place, CellReference.row(cell), column, text);
  }

  /** A fast test for every text, so that few texts are kept. */
  public static boolean mayMatter(String text) {
    return MONEY.matcher(text).find();
  }

  public Set<NamedUnit> units() {
    if (place == RemarkPlace.FILE_NAME || place == RemarkPlace.SHEET_NAME) {
      return UnitOfName.unitsIn(text);
    }
    Set<String> units = new LinkedHashSet<>();
    for (String line : Glyphs.visible(text).split("[\n\r]+", -1)) {
      units.addAll(UnitText.unitsAbove(new SourceLine(0, List.of(line))));
    }
    units.removeIf(unit -> !MONEY.matcher(unit).find());
    return NamedUnit.fromTexts(units);
  }

  /** The shown place: 文件名, 批注 H1. */
  public String shownPlace() {
    return row == 0 ? place.title : place.title + " " + CellReference.letters(column) + row;
  }
}
