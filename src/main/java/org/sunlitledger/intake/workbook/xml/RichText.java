package org.sunlitledger.intake.workbook.xml;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.sunlitledger.intake.workbook.number.CellText;

/** Reads texts in a workbook's XML. */
final class RichText {
  private RichText() {}

  /**
   * The text of a shared or inline string: its runs are joined, and phonetic guides are omitted.
   * The reader is at the start of the string and is moved to its end.
   */
  static String read(XMLStreamReader xml) throws XMLStreamException {
    String text = "";
    int depth = 1;
    while (depth > 0) {
      int event = xml.next();
      if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      } else if (event == XMLStreamConstants.START_ELEMENT) {
        switch (xml.getLocalName()) {
          case "t" -> text = text.isEmpty() ? xml.getElementText() : text + xml.getElementText();
          case "rPh", "rPr", "phoneticPr" -> skip(xml);
          default -> depth++;
        }
      }
    }
    return CellText.unescaped(text);
  }

  /** Skips the element at whose start the reader is. */
  static void skip(XMLStreamReader xml) throws XMLStreamException {
    int depth = 1;
    while (depth > 0) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        depth++;
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      }
    }
  }
}
