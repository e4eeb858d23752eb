package org.sunlitledger.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;

/** Goes through a filled report from top to bottom. */
final class Walk {
  private final List<IBodyElement> elements;

  private Walk(List<IBodyElement> elements) {
    this.elements = elements;
  }

  static Walk of(byte[] docx) {
    try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(docx))) {
      return new Walk(document.getBodyElements());
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  /** What is made of each part. */
  interface WalkVisitor {
    void paragraph(XWPFParagraph paragraph);

    void table(Grid grid);
  }

  void each(WalkVisitor visitor) {
    for (IBodyElement element : elements) {
      if (element instanceof XWPFParagraph paragraph) {
        visitor.paragraph(paragraph);
      } else if (element instanceof XWPFTable table) {
        visitor.table(Grid.of(table));
      }
    }
  }
}
