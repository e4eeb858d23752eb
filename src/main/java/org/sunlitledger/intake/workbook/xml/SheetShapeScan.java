package org.sunlitledger.intake.workbook.xml;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sunlitledger.intake.file.WorkbookFaults;
import org.sunlitledger.intake.line.FileFault;
import org.sunlitledger.intake.workbook.sheet.CellReference;
import org.sunlitledger.intake.workbook.sheet.MergedBound;
import org.sunlitledger.intake.workbook.sheet.PrintText;
import org.sunlitledger.intake.workbook.sheet.SheetRemark;
import org.sunlitledger.intake.workbook.sheet.SheetShape;

/**
 * Collects merged cells, hidden rows and columns, and the texts beside the printed pages, while the
 * guard reads a workbook.
 */
final class SheetShapeScan {
  private static final int MAX_SHEETS = 500;

  private final Map<String, SheetShape> shapes = new HashMap<>();
  private final MergedBound bound = new MergedBound();
  private String part = "";
  private int row;
  private boolean isHidden;
  private final PrintText print = new PrintText();
  private boolean isPrint;

  void begin(String name) {
    part = name.toLowerCase(Locale.ROOT);
    isHidden = false;
    isPrint = false;
  }

  /** Begins or ends a header or footer of the printed pages. */
  void print(XmlTag tag) throws FileFault {
    if (tag.isEnd() && isPrint) {
      shape()
          .remark(
              new SheetRemark(
                  SheetRemark.RemarkPlace.PRINT,
                  PrintText.printed(XmlTag.unescaped(print.coded()))));
    }
    isPrint = !tag.isEnd() && !tag.isAlone();
    print.begin();
  }

  /** Takes a byte of text outside the cells. */
  void text(byte glyph) throws FileFault {
    if (isPrint) {
      print.add(glyph);
    }
  }

  /** Takes the prompt that is shown while a cell is edited. */
  void prompt(XmlTag tag) throws FileFault {
    String text = tag.text("promptTitle") + "\n" + tag.text("prompt");
    if (!tag.isEnd() && SheetRemark.mayMatter(text)) {
      shape().remark(SheetRemark.on(SheetRemark.RemarkPlace.PROMPT, tag.text("sqref"), text));
    }
  }

  void row(XmlTag tag, int number) throws FileFault {
    row = number;
    isHidden =
        (tag.contains("hidden") && isTrue(tag.attribute("hidden")))
            || (tag.contains("ht=")
                && tag.attribute("ht").filter(SheetShapeScan::isZero).isPresent());
  }

  /** Takes a cell with a value in the current row. */
  void value() throws FileFault {
    if (isHidden) {
      isHidden = false;
      shape().hideRow(row);
    }
  }

  void column(XmlTag tag) throws FileFault {
    Optional<String> first = tag.attribute("min");
    Optional<String> last = tag.attribute("max");
    boolean isHiddenColumn =
        isTrue(tag.attribute("hidden"))
            || tag.attribute("width").filter(SheetShapeScan::isZero).isPresent();
    if (isHiddenColumn && first.isPresent() && last.isPresent()) {
      int from = number(first.get());
      int to = number(last.get());
      if (from < 1 || to < from || to > CellReference.MAX_COLUMNS) {
        throw WorkbookFaults.hostile("col " + from + "–" + to, "1–" + CellReference.MAX_COLUMNS);
      }
      shape().hideColumns(from - 1, to - 1);
    }
  }

  void merge(XmlTag tag) throws FileFault {
    Optional<String> reference = tag.isEnd() ? Optional.empty() : tag.attribute("ref");
    if (reference.isEmpty()) {
      return;
    }
    String[] corners = reference.get().split(":", -1);
    if (corners.length == 2) {
      int column = CellReference.column(corners[0]) - 1;
      CellReference.column(corners[1]);
      int first = CellReference.row(corners[0]);
      shape().merge(first, CellReference.row(corners[1]), column, reference.get());
    }
  }

  /** The properties collected for a part. */
  SheetShape shapeOf(String name) {
    return shapes.getOrDefault(name.toLowerCase(Locale.ROOT), SheetShape.plain());
  }

  private SheetShape shape() throws FileFault {
    SheetShape shape = shapes.computeIfAbsent(part, any -> new SheetShape(bound));
    if (shapes.size() > MAX_SHEETS) {
      throw WorkbookFaults.hostile("sheet > " + MAX_SHEETS, "≤ " + MAX_SHEETS);
    }
    return shape;
  }

  static boolean isTrue(Optional<String> value) {
    return value.filter(text -> text.equals("1") || text.equals("true")).isPresent();
  }

  static boolean isZero(String size) {
    return size.matches("0+(\\.0*)?");
  }

  private static int number(String text) {
    return text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : -1;
  }
}
