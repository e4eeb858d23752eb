package org.sunlitledger.report;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.xwpf.model.XWPFHeaderFooterPolicy;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFooter;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STDocGrid;

/** A Word file laid out as an official document: GB/T 9704, A4, 28-point lines, page numbers. */
final class OfficialDocument {
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
    paragraph("Title", text);
  }

  /** A part: 一、…, 黑体. */
  void part(String text) {
    paragraph("Part", text);
  }

  /** A part that begins a page, so that its table stands on one. */
  void partOnNewPage(String text) {
    paragraph("Part", text).setPageBreak(true);
  }

  /** A section: （一）…, 楷体. */
  void section(String text) {
    paragraph("Section", text);
  }

  /** Text, 仿宋; what stands between ** is bold. */
  void body(String text) {
    XWPFParagraph paragraph = document.createParagraph();
    paragraph.setStyle("Body");
    String[] pieces = text.split("\\*\\*", -1);
    for (int i = 0; i < pieces.length; i++) {
      if (!pieces[i].isEmpty()) {
        XWPFRun run = paragraph.createRun();
        run.setText(pieces[i]);
        if (i % 2 == 1) {
          run.setBold(true);
        }
      }
    }
  }

  /** Text with addresses in Latin letters, which justified lines would tear apart. */
  void addresses(String text) {
    paragraph("Body", text).setAlignment(ParagraphAlignment.LEFT);
  }

  /** What a draft says of itself; the whole block goes when the report is complete. */
  void draft() {
    mark("{{?draft}}");
    mark("草稿：以下事项未落实，本报告不得对外发布");
    mark("{{draft_reasons}}");
    mark("{{/draft}}");
  }

  void write(Path file) throws IOException {
    FontTable.addTo(document);
    Files.createDirectories(file.getParent());
    java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
    document.write(bytes);
    Files.write(file, SteadyZip.of(bytes.toByteArray()));
  }

  private void mark(String text) {
    paragraph("Draft", text);
  }

  private XWPFParagraph paragraph(String style, String text) {
    XWPFParagraph paragraph = document.createParagraph();
    paragraph.setStyle(style);
    paragraph.createRun().setText(text);
    return paragraph;
  }

  /**
   * Fonts, sizes and lines are the styles', so that a person who edits the template keeps them
   * without knowing.
   */
  private void styles() {
    XWPFStyles styles = document.createStyles();
    for (Look look : Look.values()) {
      styles.addStyle(new XWPFStyle(look.style()));
    }
  }

  private void footer(CTSectPr section) {
    XWPFFooter footer =
        new XWPFHeaderFooterPolicy(document, section).createFooter(XWPFHeaderFooterPolicy.DEFAULT);
    XWPFParagraph paragraph = footer.createParagraph();
    paragraph.setStyle("PageNumber");
    paragraph.createRun().setText("— ");
    paragraph.getCTP().addNewFldSimple().setInstr("PAGE \\* MERGEFORMAT");
    paragraph.createRun().setText(" —");
  }

  private static BigInteger mm(long millimetres) {
    return BigInteger.valueOf(millimetres * TWIPS_PER_MM / 100);
  }
}
