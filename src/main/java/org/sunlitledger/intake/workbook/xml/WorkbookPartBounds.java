package org.sunlitledger.intake.workbook.xml;

import java.util.Optional;
import org.sunlitledger.intake.file.WorkbookFaults;
import org.sunlitledger.intake.line.FileFault;
import org.sunlitledger.intake.line.LimitedReader;
import org.sunlitledger.intake.workbook.sheet.CellReference;

/**
 * Limits the memory that the parts of a workbook can make the reader use. The reader allocates
 * memory up to any column number of a cell, and fills its shared strings up to any number that a
 * cell gives. The limits apply to every part, whatever its name, because the workbook decides which
 * part is a sheet.
 */
final class WorkbookPartBounds implements XmlPartScan.Events {

  /**
   * The library keeps shared strings in memory. With these limits they use less than half a
   * gigabyte.
   */
  private static final int MAX_SHARED_STRINGS = 4_000_000;

  private static final int MAX_SHARED_STRING_BYTES = 200_000_000;
  private static final int LONGEST_TEXT_CHARACTERS = LimitedReader.MAX_RECORD_CHARACTERS;
  private static final int LONGEST_NUMBER_CHARACTERS = 400;

  /** The number of cells including the blanks before them, all of which the reader visits. */
  private static final long MAX_CELLS = 2_000_000_000L;

  private final StringBuilder value = new StringBuilder();
  private boolean inside;
  private boolean inValue;
  private String type = "n";
  private int textLength;
  private int lastRow;
  private int column;
  private int widest;
  private long area;
  private boolean inString;
  private int strings;
  private int stringBytes;
  private int mostStrings;
  private int lastString = -1;
  private final SheetShapeScan shapes = new SheetShapeScan();

  /** The properties collected for the sheets, by the names of their parts. */
  SheetShapeScan shapes() {
    return shapes;
  }

  /** Begins a new part. */
  void begin(String name) {
    shapes.begin(name);
    inside = false;
    inValue = false;
    lastRow = 0;
    widest = 0;
    area = 0;
    inString = false;
    strings = 0;
    stringBytes = 0;
  }

  /** Checks after the last part that every shared string used by a cell exists. */
  void end() throws FileFault {
    if (lastString >= mostStrings) {
      throw WorkbookFaults.broken("sharedStrings " + lastString, "< " + mostStrings);
    }
  }

  @Override
  public void text(byte glyph, boolean literal) throws FileFault {
    if (!inside) {
      shapes.text(glyph);
      return;
    }
    textLength++;
    stringBytes += inString ? 1 : 0;
    if (stringBytes > MAX_SHARED_STRING_BYTES) {
      throw WorkbookFaults.hostile(
          "sharedStrings > " + MAX_SHARED_STRING_BYTES, "≤ " + MAX_SHARED_STRING_BYTES);
    }
    if (textLength > LONGEST_TEXT_CHARACTERS) {
      throw WorkbookFaults.hostile("> " + LONGEST_TEXT_CHARACTERS, "≤ " + LONGEST_TEXT_CHARACTERS);
    }
    if (inValue && value.length() <= LONGEST_NUMBER_CHARACTERS) {
      value.append((char) (glyph & 0xff));
    }
  }

  @Override
  public void tag(byte[] bytes, int length) throws FileFault {
    XmlTag tag = new XmlTag(bytes, length);
    if (inValue && !(tag.isEnd() && tag.name().equals("v"))) {
      throw WorkbookFaults.broken("<v><" + tag.name(), "XML");
    }
    switch (tag.name()) {
      // a part with the values kept of another workbook has several of these
      case "sheetData" -> lastRow = 0;
      case "row" -> row(tag);
      case "c" -> cell(tag);
      case "si" -> string(tag);
      case "v" -> value(tag);
      case "is" -> shapes.value();
      case "mergeCell" -> shapes.merge(tag);
      case "col" -> shapes.column(tag);
      case "dataValidation" -> shapes.prompt(tag);
      case "oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter" ->
          shapes.print(tag);
      case "workbook" -> {
        if (tag.contains("purl.oclc.org/ooxml")) {
          throw WorkbookFaults.type("Strict Open XML");
        }
      }
      default -> {}
    }
  }

  private void row(XmlTag tag) throws FileFault {
    if (tag.isEnd()) {
      return;
    }
    Optional<String> number = tag.attribute("r");
    if (!number.map(CellReference::isRow).orElse(lastRow < CellReference.MAX_ROWS)) {
      throw WorkbookFaults.hostile(
          "row " + WorkbookFaults.clip(number.orElse("> " + lastRow)),
          "1–" + CellReference.MAX_ROWS);
    }
    int row = number.map(Integer::parseInt).orElse(lastRow + 1);
    if (row <= lastRow) {
      throw WorkbookFaults.broken("row " + row, "> " + lastRow, lastRow);
    }
    lastRow = row;
    shapes.row(tag, row);
    area += widest;
    if (area > MAX_CELLS) {
      throw WorkbookFaults.hostile("> " + MAX_CELLS, "≤ " + MAX_CELLS);
    }
    column = 0;
    widest = 0;
  }

  private void cell(XmlTag tag) throws FileFault {
    open(tag);
    if (tag.isEnd()) {
      return;
    }
    Optional<String> reference = tag.attribute("r");
    column = reference.isPresent() ? CellReference.column(reference.get()) : column + 1;
    if (column > CellReference.MAX_COLUMNS) {
      throw WorkbookFaults.hostile("> XFD", "≤ XFD");
    }
    widest = Math.max(widest, column);
    type = tag.attribute("t").orElse("n");
  }

  private void string(XmlTag tag) throws FileFault {
    open(tag);
    inString = inside;
    if (!tag.isEnd()) {
      strings++;
      mostStrings = Math.max(mostStrings, strings);
      if (strings > MAX_SHARED_STRINGS) {
        throw WorkbookFaults.hostile(
            "sharedStrings > " + MAX_SHARED_STRINGS, "≤ " + MAX_SHARED_STRINGS);
      }
    }
  }

  private void open(XmlTag tag) throws FileFault {
    if (inside && !tag.isEnd()) {
      throw WorkbookFaults.broken("<" + tag.name() + "><" + tag.name(), "XML");
    }
    inside = !tag.isEnd() && !tag.isAlone();
    textLength = 0;
  }

  private void value(XmlTag tag) throws FileFault {
    if (!tag.isEnd()) {
      inValue = inside && !tag.isAlone();
      shapes.value();
      value.setLength(0);
      return;
    }
    if (inValue && type.equals("s") && !value.isEmpty()) {
      if (value.length() > 9 || !value.chars().allMatch(c -> c >= '0' && c <= '9')) {
        throw WorkbookFaults.broken("sharedStrings ?", "0–" + MAX_SHARED_STRINGS);
      }
      lastString = Math.max(lastString, Integer.parseInt(value.toString()));
    } else if (inValue && !type.equals("str") && value.length() > LONGEST_NUMBER_CHARACTERS) {
      throw WorkbookFaults.broken(
          "> " + LONGEST_NUMBER_CHARACTERS, "≤ " + LONGEST_NUMBER_CHARACTERS);
    }
    inValue = false;
  }
}
