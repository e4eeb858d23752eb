package org.sunlitledger.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;

/** Goes through a filled report from top to bottom. */
final class Walk {
  private final byte[] docx;

  Walk(byte[] docx) {
    this.docx = docx.clone();
  }

  /** What is made of each part. */
  interface WalkVisitor {
    void paragraph(XWPFParagraph paragraph);

    void table(Grid grid);
  }

  void each(WalkVisitor visitor) {
    try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(docx))) {
      for (IBodyElement element : document.getBodyElements()) {
        if (element instanceof XWPFParagraph paragraph) {
          visitor.paragraph(paragraph);
        } else if (element instanceof XWPFTable table) {
          visitor.table(Grid.of(table));
        }
      }
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}
