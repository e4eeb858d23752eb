package org.sunlitledger.intake.workbook.xml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.sunlitledger.intake.file.WorkbookFaults;
import org.sunlitledger.intake.line.FileFault;
import org.sunlitledger.intake.workbook.number.FormatCode;
import org.sunlitledger.intake.workbook.number.NumberFormat;

/** The number formats of a workbook's cells, by the style numbers in the cells. */
final class XmlStyles implements XmlParts.ElementVisitor {
  /** More than Excel allows. */
  private static final int MAX_FORMATS = 100_000;

  private static final int MAX_CODES = 10_000;

  private final Map<Integer, String> codes = new HashMap<>();
  private final Map<Integer, NumberFormat> formats = new HashMap<>();
  private final List<NumberFormat> ofCells = new ArrayList<>();
  private boolean isOfCells;
  private boolean isThere;

  @Override
  public void element(XMLStreamReader xml) throws XMLStreamException, FileFault {
    isThere = true;
    switch (xml.getLocalName()) {
      case "cellXfs" -> isOfCells = true;
      case "cellStyleXfs", "cellStyles", "dxfs" -> isOfCells = false;
      case "numFmt" -> {
        // formats of conditional formatting follow the formats of cells
        if (ofCells.isEmpty()) {
          code(number(xml), XmlParts.attribute(xml, "formatCode").orElse(""));
        }
      }
      case "xf" -> {
        if (isOfCells) {
          add(number(xml));
        }
      }
      default -> {}
    }
  }

  private void code(int format, String code) throws FileFault {
    if (codes.size() == MAX_CODES || code.length() > FormatCode.LONGEST_CODE_CHARACTERS) {
      throw WorkbookFaults.hostile("numFmt " + codes.size(), "≤ " + MAX_CODES);
    }
    codes.put(format, code);
  }

  private void add(int format) throws FileFault {
    if (ofCells.size() == MAX_FORMATS) {
      throw WorkbookFaults.hostile("xf > " + MAX_FORMATS, "≤ " + MAX_FORMATS);
    }
    ofCells.add(formats.computeIfAbsent(format, id -> NumberFormat.parse(id, codes.get(id))));
  }

  private static int number(XMLStreamReader xml) {
    String id = XmlParts.attribute(xml, "numFmtId").orElse("0");
    return id.matches("[0-9]{1,9}") ? Integer.parseInt(id) : 0;
  }

  /**
   * The format of a cell.
   *
   * @param style as given in the cell
   */
  NumberFormat format(Optional<String> style) throws FileFault {
    if (style.isEmpty() || !isThere) {
      return NumberFormat.GENERAL;
    }
    String number = style.get();
    if (!number.matches("[0-9]{1,9}") || Integer.parseInt(number) >= ofCells.size()) {
      throw WorkbookFaults.broken("s=" + WorkbookFaults.clip(number), "< " + ofCells.size());
    }
    return ofCells.get(Integer.parseInt(number));
  }
}
