package org.sunlitledger.report;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.sunlitledger.quantity.text.SafeText;

/** A filled report as plain text: a paragraph a line, a table's row a line with tabs. */
final class PlainText {
  byte[] of(Walk report) {
    StringBuilder text = new StringBuilder();
    report.each(
        new Walk.WalkVisitor() {
          @Override
          public void paragraph(XWPFParagraph paragraph) {
            text.append(paragraph.getText().strip()).append('\n');
          }

          @Override
          public void table(Grid grid) {
            grid.rows()
                .forEach(
                    row ->
                        text.append(
                                row.stream()
                                    .map(cell -> cell.text().replace("\n", ""))
                                    .collect(Collectors.joining("\t")))
                            .append('\n'));
            text.append('\n');
          }
        });
    return SafeText.escape(text).getBytes(StandardCharsets.UTF_8);
  }
}
