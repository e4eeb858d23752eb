package org.sunlitledger.intake.workbook.xml;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.sunlitledger.intake.file.WorkbookFaults;
import org.sunlitledger.intake.line.FileFault;
import org.sunlitledger.intake.line.SourceLine;
import org.sunlitledger.intake.workbook.number.CellText;
import org.sunlitledger.intake.workbook.number.NumberFormat;
import org.sunlitledger.intake.workbook.sheet.CellReference;
import org.sunlitledger.intake.workbook.sheet.RowCells;
import org.sunlitledger.intake.workbook.sheet.SheetBook;

/** The rows of a sheet in XML, one at a time. */
final class XmlRows implements SheetBook.Rows {
  private final XmlParts.OpenedPart part;
  private final XMLStreamReader xml;
  private final List<String> strings;
  private final XmlStyles styles;
  private final CellText text;
  private final RowCells cells = new RowCells();
  private boolean inData;
  private int row;
  private int column;
  private boolean isHidden;

  XmlRows(XmlParts parts, String name, List<String> strings, XmlStyles styles, CellText text)
      throws FileFault, IOException {
    try {
      part = parts.open(name);
    } catch (XMLStreamException | RuntimeException problem) {
      throw XmlParts.fault(problem, 0);
    }
    xml = part.xml();
    this.strings = strings;
    this.styles = styles;
    this.text = text;
  }

  @Override
  public Optional<SourceLine> next() throws FileFault, IOException {
    try {
      while (xml.hasNext()) {
        int event = xml.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
          begin();
        } else if (event == XMLStreamConstants.END_ELEMENT) {
          Optional<SourceLine> line = end();
          if (line.isPresent()) {
            return line;
          }
        }
      }
      return Optional.empty();
    } catch (XMLStreamException | RuntimeException problem) {
      throw XmlParts.fault(problem, row + 1);
    }
  }

  private void begin() throws FileFault, XMLStreamException {
    switch (xml.getLocalName()) {
      case "sheetData" -> inData = true;
      case "row" -> beginRow();
      case "c" -> {
        if (inData) {
          cell();
        }
      }
      default -> {}
    }
  }

  private Optional<SourceLine> end() {
    switch (xml.getLocalName()) {
      case "sheetData" -> inData = false;
      case "row" -> {
        return inData ? cells.end(row, isHidden) : Optional.empty();
      }
      default -> {}
    }
    return Optional.empty();
  }

  /** Begins a row. A row without a number follows the previous one. */
  private void beginRow() throws FileFault {
    if (!inData) {
      return;
    }
    int before = row;
    @Nullable String number = xml.getAttributeValue(null, "r");
    row = number == null ? before + 1 : Integer.parseInt(number);
    if (row <= before) {
      throw WorkbookFaults.broken("row " + row, "> " + before, before);
    }
    column = -1;
    isHidden =
        SheetShapeScan.isTrue(Optional.ofNullable(xml.getAttributeValue(null, "hidden")))
            || Optional.ofNullable(xml.getAttributeValue(null, "ht"))
                .filter(SheetShapeScan::isZero)
                .isPresent();
  }

  private void cell() throws FileFault, XMLStreamException {
    @Nullable String reference = xml.getAttributeValue(null, "r");
    column = reference == null ? column + 1 : CellReference.column(reference) - 1;
    String type = Optional.ofNullable(xml.getAttributeValue(null, "t")).orElse("n");
    NumberFormat format = styles.format(Optional.ofNullable(xml.getAttributeValue(null, "s")));
    @Nullable String value = null;
    @Nullable String formula = null;
    while (xml.next() != XMLStreamConstants.END_ELEMENT) {
      if (xml.getEventType() == XMLStreamConstants.START_ELEMENT) {
        switch (xml.getLocalName()) {
          case "v" -> value = xml.getElementText();
          case "f" -> formula = xml.getElementText();
          case "is" -> value = RichText.read(xml);
          default -> RichText.skip(xml);
        }
      }
    }
    if (value != null && !(value.isEmpty() && type.equals("n"))) {
      cells.add(column, content(type, value, format));
    } else if (formula != null) {
      cells.add(column, CellText.uncomputed(formula));
    }
  }

  private CellText.CellContent content(String type, String value, NumberFormat format)
      throws FileFault {
    return switch (type) {
      case "s" ->
          value.isEmpty() ? CellText.CellContent.of("") : CellText.text(shared(value), format);
      case "str" -> CellText.text(CellText.unescaped(value), format);
      case "inlineStr" -> CellText.text(value, format);
      case "b" ->
          CellText.CellContent.of(value.equals("1") ? "true" : value.equals("0") ? "false" : value);
      case "d" -> CellText.isoDate(value);
      case "n" -> number(value, format);
      default -> CellText.CellContent.of(value);
    };
  }

  private CellText.CellContent number(String value, NumberFormat format) {
    try {
      return text.number(new BigDecimal(value.strip()), format);
    } catch (NumberFormatException noNumber) {
      return CellText.CellContent.of(value);
    }
  }

  private String shared(String index) throws FileFault {
    int at = Integer.parseInt(index.strip());
    if (at < 0 || at >= strings.size()) {
      throw WorkbookFaults.broken("sharedStrings " + at, "< " + strings.size(), row);
    }
    return strings.get(at);
  }

  @Override
  public void close() throws IOException {
    part.close();
  }
}
