package org.sunlitledger.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.sunlitledger.report.ReportPage.Piece;

/** A filled report as one page of HTML that prints like the Word file and needs nothing else. */
final class HtmlPage {
  /** The console shows reports with the same file. */
  private static final String STYLE = style("/page/report.css");

  /** A table of fifteen columns scrolls by itself on a telephone, also with the keyboard. */
  private static final String WIDE =
      "<div class=\"wide\" role=\"group\" aria-label=\"表格\" tabindex=\"0\">\n";

  private final String title;

  HtmlPage(String title) {
    this.title = title;
  }

  byte[] of(Walk report) {
    StringBuilder html =
        new StringBuilder("<!doctype html>\n<html lang=\"zh-CN\">\n<meta charset=\"utf-8\">\n")
            .append("<meta name=\"viewport\" content=\"width=device-width\">\n<title>")
            .append(HtmlText.escaped(title))
            .append("</title>\n<style>\n")
            .append(STYLE)
            .append("</style>\n<body>\n<main class=\"report\">\n");
    for (ReportPage.Block block : ReportPage.of(report).blocks()) {
      if (block instanceof ReportPage.Paragraph paragraph) {
        append(html, paragraph);
      } else if (block instanceof ReportPage.Table table) {
        append(html, table);
      }
    }
    return html.append("</main>\n</body>\n</html>\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void append(StringBuilder html, ReportPage.Paragraph paragraph) {
    String element =
        switch (paragraph.style()) {
          case TITLE -> "h1";
          case PART -> "h2";
          case SECTION -> "h3";
          case DRAFT, TEXT -> "p";
        };
    html.append("<%s class=\"%s\">".formatted(element, paragraph.style().word()));
    append(html, paragraph.pieces());
    html.append("</%s>\n".formatted(element));
  }

  private static void append(StringBuilder html, ReportPage.Table table) {
    html.append(WIDE).append("<table>\n");
    for (List<ReportPage.Cell> row : table.rows()) {
      html.append("<tr>");
      for (ReportPage.Cell cell : row) {
        html.append("<td");
        span(html, "colspan", cell.columns());
        span(html, "rowspan", cell.rows());
        html.append('>');
        append(html, cell.pieces());
        html.append("</td>");
      }
      html.append("</tr>\n");
    }
    html.append("</table>\n</div>\n");
  }

  private static void append(StringBuilder html, List<Piece> pieces) {
    for (Piece piece : pieces) {
      String text = HtmlText.escaped(piece.text());
      html.append(piece.isBold() ? "<b>" + text + "</b>" : text);
    }
  }

  private static void span(StringBuilder html, String name, int span) {
    if (span > 1) {
      html.append(' ').append(name).append("=\"").append(span).append('"');
    }
  }

  private static String style(String file) {
    try (InputStream bytes = HtmlPage.class.getResourceAsStream(file)) {
      return new String(Objects.requireNonNull(bytes, file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}
