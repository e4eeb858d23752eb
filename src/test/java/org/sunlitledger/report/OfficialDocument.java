package org.sunlitledger.report;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.xwpf.model.XWPFHeaderFooterPolicy;
import org.apache.poi.xwpf.usermodel.LineSpacingRule;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFooter;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STDocGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/** A Word file laid out as an official document: GB/T 9704, A4, 28-point lines, page numbers. */
final class OfficialDocument {
  static final String SONG = "方正小标宋简体";
  static final String HEI = "黑体";
  static final String KAI = "楷体_GB2312";
  static final String FANG = "仿宋_GB2312";
  private static final long TWIPS_PER_MM = 5670;

  private final XWPFDocument document = new XWPFDocument();

  OfficialDocument() {
    CTSectPr section = document.getDocument().getBody().addNewSectPr();
    section.addNewPgSz().setW(mm(210));
    section.getPgSz().setH(mm(297));
    var margins = section.addNewPgMar();
    margins.setTop(mm(37));
    margins.setBottom(mm(35));
    margins.setLeft(mm(28));
    margins.setRight(mm(26));
    margins.setFooter(mm(28));
    section.addNewDocGrid().setType(STDocGrid.DEFAULT);
    styles();
    footer(section);
  }

  XWPFDocument word() {
    return document;
  }

  /** The title, 小标宋 22 point, centred. */
  void title(String text) {
    XWPFParagraph paragraph = document.createParagraph();
    paragraph.setAlignment(ParagraphAlignment.CENTER);
    paragraph.setSpacingAfter(560);
    exactLines(paragraph, 32);
    run(paragraph, text, SONG, 22, false);
  }

  /** A part: 一、…, 黑体. */
  void part(String text) {
    run(indented("Part"), text, HEI, 16, false);
  }

  /** A section: （一）…, 楷体. */
  void section(String text) {
    run(indented("Section"), text, KAI, 16, false);
  }

  /** Text, 仿宋; what stands between ** is bold. */
  void body(String text) {
    XWPFParagraph paragraph = indented("Body");
    String[] pieces = text.split("\\*\\*", -1);
    for (int i = 0; i < pieces.length; i++) {
      if (!pieces[i].isEmpty()) {
        run(paragraph, pieces[i], FANG, 16, i % 2 == 1);
      }
    }
  }

  /** What a draft says of itself; the whole block goes when the report is complete. */
  void draft() {
    mark("{{?draft}}");
    mark("草稿：以下事项未落实，本报告不得对外发布");
    mark("{{draft_reasons}}");
    mark("{{/draft}}");
  }

  void write(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
    document.write(bytes);
    Files.write(file, SteadyZip.of(bytes.toByteArray()));
  }

  static XWPFRun run(XWPFParagraph paragraph, String text, String font, int points, boolean bold) {
    XWPFRun run = paragraph.createRun();
    run.setText(text);
    run.setFontSize(points);
    run.setBold(bold);
    CTFonts fonts = run.getCTR().getRPr().addNewRFonts();
    fonts.setEastAsia(font);
    fonts.setAscii("Times New Roman");
    fonts.setHAnsi("Times New Roman");
    return run;
  }

  static void exactLines(XWPFParagraph paragraph, int points) {
    paragraph.setSpacingBetween(points, LineSpacingRule.EXACT);
  }

  private void mark(String text) {
    XWPFParagraph paragraph = document.createParagraph();
    paragraph.setStyle("Draft");
    exactLines(paragraph, 18);
    run(paragraph, text, HEI, 11, false).setColor("C00000");
  }

  private XWPFParagraph indented(String style) {
    XWPFParagraph paragraph = document.createParagraph();
    paragraph.setStyle(style);
    paragraph.setAlignment(ParagraphAlignment.BOTH);
    paragraph.setIndentationFirstLine(640);
    exactLines(paragraph, 28);
    return paragraph;
  }

  private void styles() {
    XWPFStyles styles = document.createStyles();
    for (String[] style :
        new String[][] {
          {"Part", "一级标题"}, {"Section", "二级标题"}, {"Body", "正文文字"}, {"Draft", "草稿提示"}
        }) {
      CTStyle definition = CTStyle.Factory.newInstance();
      definition.setStyleId(style[0]);
      definition.addNewName().setVal(style[1]);
      definition.setType(STStyleType.PARAGRAPH);
      definition.addNewQFormat();
      styles.addStyle(new XWPFStyle(definition));
    }
  }

  private void footer(CTSectPr section) {
    XWPFFooter footer =
        new XWPFHeaderFooterPolicy(document, section).createFooter(XWPFHeaderFooterPolicy.DEFAULT);
    XWPFParagraph paragraph = footer.createParagraph();
    paragraph.setAlignment(ParagraphAlignment.CENTER);
    run(paragraph, "— ", "宋体", 14, false);
    paragraph.getCTP().addNewFldSimple().setInstr("PAGE \\* MERGEFORMAT");
    run(paragraph, " —", "宋体", 14, false);
  }

  private static BigInteger mm(long millimetres) {
    return BigInteger.valueOf(millimetres * TWIPS_PER_MM / 100);
  }
}
