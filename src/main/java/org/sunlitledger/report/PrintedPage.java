package org.sunlitledger.report;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** A page of tables to print, sign and stamp, as HTML that needs nothing else. */
public final class PrintedPage {
  private static final String STYLE =
      """
      @page { size: A4 landscape; margin: 15mm; }
      body { max-width: 267mm; margin: 10mm auto; color: #000; background: #fff;
        font: 10.5pt/16pt FangSong_GB2312, FangSong, "仿宋", "Noto Serif CJK SC", serif; }
      h1 { margin: 0 0 4pt; text-align: center;
        font: 18pt/26pt "方正小标宋简体", "Noto Serif CJK SC", SimSun, serif; }
      h2 { margin: 12pt 0 4pt; font: 12pt/18pt SimHei, "黑体", "Noto Sans CJK SC", sans-serif; }
      p { margin: 0; }
      p.made { text-align: center; }
      table { width: 100%; border-collapse: collapse; }
      thead { display: table-header-group; }
      tr { break-inside: avoid; }
      th, td { padding: 2pt 5pt; border: 0.5pt solid #000; text-align: left; }
      th { text-align: center; font-weight: bold; }
      td.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
      td.code { font: 9pt/14pt "Noto Sans Mono", Consolas, monospace; }
      tr.total td { font-weight: bold; }
      .signatures { display: flex; justify-content: space-between; margin-top: 28pt;
        break-inside: avoid; }
      .signatures span { flex: 1; padding-bottom: 30pt; }
      @media print { body { margin: 0; } }
      """;

  private final StringBuilder html = new StringBuilder();

  public PrintedPage(String title) {
    html.append("<!doctype html>\n<html lang=\"zh-CN\">\n<meta charset=\"utf-8\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width\">\n<title>")
        .append(HtmlText.escaped(title))
        .append("</title>\n<style>\n")
        .append(STYLE)
        .append("</style>\n<body>\n");
    element("h1", title);
  }

  /** By whom and when it was made, below the title. */
  public void made(String text) {
    element("p class=\"made\"", text);
  }

  public void heading(String text) {
    element("h2", text);
  }

  public void paragraph(String text) {
    element("p", text);
  }

  /** Begins a table. */
  public void header(List<String> titles) {
    html.append("<table>\n<thead><tr>");
    titles.forEach(title -> element("th", title));
    html.append("</tr></thead>\n");
  }

  /** A row of the table: text as it is, a {@link Code} to be copied, and else numbers. */
  public void row(List<?> cells) {
    row("", cells);
  }

  public void totalRow(List<?> cells) {
    row(" class=\"total\"", cells);
  }

  public void endOfTable() {
    html.append("</table>\n");
  }

  /** Places to sign. */
  public void signatures(List<String> who) {
    html.append("<div class=\"signatures\">");
    who.forEach(name -> html.append("<span>").append(HtmlText.escaped(name)).append("：</span>"));
    html.append("</div>\n");
  }

  /** Letters that people compare one by one. */
  public record Code(String text) {
    @Override
    public String toString() {
      return text;
    }
  }

  /** The page so far. */
  public byte[] bytes() {
    return (html + "</body>\n</html>\n").getBytes(StandardCharsets.UTF_8);
  }

  private void row(String attributes, List<?> cells) {
    html.append("<tr").append(attributes).append('>');
    for (Object cell : cells) {
      String open =
          cell instanceof String
              ? "td"
              : cell instanceof Code ? "td class=\"code\"" : "td class=\"number\"";
      element(open, String.valueOf(cell));
    }
    html.append("</tr>\n");
  }

  private void element(String open, String text) {
    html.append('<')
        .append(open)
        .append('>')
        .append(HtmlText.escaped(text))
        .append("</")
        .append(open.split(" ", 2)[0])
        .append(open.startsWith("t") ? ">" : ">\n");
  }
}
