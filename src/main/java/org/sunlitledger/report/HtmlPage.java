package org.sunlitledger.report;

import java.nio.charset.StandardCharsets;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;

/** A filled report as one page of HTML that prints like the Word file. */
final class HtmlPage {
  private static final String STYLE =
      """
      @page { size: A4; margin: 37mm 26mm 35mm 28mm; }
      @media screen { body { max-width: 156mm; padding: 15mm 4mm; } }
      @media screen and (max-width: 40em) { body { padding: 4mm; } }
      @media screen { .wide { overflow-x: auto; } }
      body { margin: 0 auto; overflow-wrap: anywhere; color: #000; background: #fff;
        font: 16pt/28pt FangSong_GB2312, FangSong, "仿宋", STFangsong, "FandolFang", serif; }
      p { margin: 0; text-align: justify; white-space: pre-line; }
      p.body { text-indent: 2em; }
      h1 { text-align: center; margin: 0 0 28pt;
        font: 22pt/32pt "方正小标宋简体", FZXiaoBiaoSong-B05S, "Noto Serif CJK SC", SimSun, serif; }
      h2 { margin: 0; text-indent: 2em; font: 16pt/28pt SimHei, "黑体", "Noto Sans CJK SC", sans-serif; }
      h3 { margin: 0; text-indent: 2em; font: 16pt/28pt KaiTi_GB2312, KaiTi, "楷体", "AR PL UKai CN", serif; }
      table { width: 100%; margin: 10pt 0; border-collapse: collapse; font-size: 10.5pt;
        line-height: 16pt; }
      td { padding: 2pt 4pt; border: 0.5pt solid #000; text-align: center; }
      .draft { text-align: left; color: #c00; font-family: sans-serif; }
      """;

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
            .append("</style>\n<body>\n<main>\n");
    report.each(
        new Walk.WalkVisitor() {
          @Override
          public void paragraph(XWPFParagraph paragraph) {
            appendParagraph(html, paragraph);
          }

          @Override
          public void table(Grid grid) {
            appendTable(html, grid);
          }
        });
    return html.append("</main>\n</body>\n</html>\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void appendParagraph(StringBuilder html, XWPFParagraph paragraph) {
    if (paragraph.getText().isBlank()) {
      return;
    }
    String style = String.valueOf(paragraph.getStyle());
    String open =
        switch (style) {
          case "Part" -> "h2";
          case "Section" -> "h3";
          case "Draft" -> "p class=\"draft\"";
          case "Title" -> "h1";
          default -> "p class=\"body\"";
        };
    html.append('<').append(open).append('>');
    for (XWPFRun run : paragraph.getRuns()) {
      String text = HtmlText.escaped(run.text());
      html.append(run.isBold() ? "<b>" + text + "</b>" : text);
    }
    html.append("</").append(open.substring(0, open.indexOf(' ') < 0 ? open.length() : 1));
    html.append(">\n");
  }

  private static void appendTable(StringBuilder html, Grid grid) {
    html.append(WIDE).append("<table>\n");
    for (var row : grid.rows()) {
      html.append("<tr>");
      for (Grid.GridCell cell : row) {
        html.append("<td");
        span(html, "colspan", cell.columns());
        span(html, "rowspan", cell.rows());
        html.append('>').append(HtmlText.escaped(cell.text())).append("</td>");
      }
      html.append("</tr>\n");
    }
    html.append("</table>\n</div>\n");
  }

  private static void span(StringBuilder html, String name, int span) {
    if (span > 1) {
      html.append(' ').append(name).append("=\"").append(span).append('"');
    }
  }
}
