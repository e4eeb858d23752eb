package org.sunlitledger.report;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPrGeneral;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSpacing;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STJc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STLineSpacingRule;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/** The paragraph styles of an official document, by GB/T 9704. */
enum Look {
  TITLE("Title", "公文标题", "方正小标宋简体", 44, 32, "center", 0, null),
  PART("Part", "一级标题", "黑体", 32, 28, "both", 640, null),
  SECTION("Section", "二级标题", "楷体_GB2312", 32, 28, "both", 640, null),
  BODY("Body", "公文正文", "仿宋_GB2312", 32, 28, "both", 640, null),
  TABLE_TEXT("TableText", "表格文字", "宋体", 24, 17, "center", 0, null),
  SMALL_TABLE_TEXT("SmallTableText", "表格小字", "宋体", 18, 14, "center", 0, null),
  PAGE_NUMBER("PageNumber", "页码", "宋体", 28, 16, "center", 0, null),
  DRAFT("Draft", "草稿提示", "黑体", 22, 18, "left", 0, "C00000");

  private final String id;
  private final String title;
  private final String font;
  private final int halfPoints;
  private final int lines;
  private final String alignment;
  private final int indent;
  private final @Nullable String color;

  Look(
      String id,
      String title,
      String font,
      int halfPoints,
      int lines,
      String alignment,
      int indent,
      @Nullable String color) {
    this.id = id;
    this.title = title;
    this.font = font;
    this.halfPoints = halfPoints;
    this.lines = lines;
    this.alignment = alignment;
    this.indent = indent;
    this.color = color;
  }

  CTStyle style() {
    CTStyle style = CTStyle.Factory.newInstance();
    style.setType(STStyleType.PARAGRAPH);
    style.setStyleId(id);
    style.addNewName().setVal(title);
    style.addNewQFormat();
    CTPPrGeneral paragraph = style.addNewPPr();
    if (this == PART || this == SECTION) {
      paragraph.addNewKeepNext();
    }
    CTSpacing spacing = paragraph.addNewSpacing();
    spacing.setAfter(this == TITLE ? BigInteger.valueOf(560) : BigInteger.ZERO);
    spacing.setLine(BigInteger.valueOf(lines * 20L));
    spacing.setLineRule(STLineSpacingRule.EXACT);
    if (indent > 0) {
      paragraph.addNewInd().setFirstLine(BigInteger.valueOf(indent));
    }
    paragraph.addNewJc().setVal(STJc.Enum.forString(alignment));
    CTRPr run = style.addNewRPr();
    CTFonts fonts = run.addNewRFonts();
    fonts.setAscii("Times New Roman");
    fonts.setHAnsi("Times New Roman");
    fonts.setEastAsia(font);
    if (color != null) {
      run.addNewColor().setVal(color);
    }
    run.addNewSz().setVal(BigInteger.valueOf(halfPoints));
    return style;
  }
}
