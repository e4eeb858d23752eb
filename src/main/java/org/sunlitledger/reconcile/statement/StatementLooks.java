package org.sunlitledger.reconcile.statement;

import java.util.EnumMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;

/** How cells of a statement look; a workbook has one of each style, however many its cells. */
public final class StatementLooks {
  private static final String FONT = "宋体";

  private final Map<CellLook, CellStyle> plain = new EnumMap<>(CellLook.class);
  private final Map<CellLook, CellStyle> total = new EnumMap<>(CellLook.class);

  /** The content of a cell. */
  public enum CellLook {
    TITLE("General", HorizontalAlignment.LEFT, false),
    NOTE("General", HorizontalAlignment.LEFT, false),
    HEAD("General", HorizontalAlignment.CENTER, true),
    TEXT("@", HorizontalAlignment.LEFT, true),
    CHECK("General", HorizontalAlignment.CENTER, true),
    COUNT("#,##0", HorizontalAlignment.RIGHT, true),
    /** Yuan. */
    MONEY("#,##0.00", HorizontalAlignment.RIGHT, true),
    PERCENT("0.00%", HorizontalAlignment.RIGHT, true);

    private final String format;
    private final HorizontalAlignment alignment;
    private final boolean isInTable;

    CellLook(String format, HorizontalAlignment alignment, boolean isInTable) {
      this.format = format;
      this.alignment = alignment;
      this.isInTable = isInTable;
    }
  }

  public StatementLooks(Workbook book) {
    Font ordinary = font(book, 10, false);
    Font bold = font(book, 10, true);
    for (CellLook look : CellLook.values()) {
      plain.put(look, style(book, look, look == CellLook.HEAD ? bold : ordinary));
      total.put(look, style(book, look, bold));
    }
    CellStyle title = style(book, CellLook.TITLE, font(book, 16, true));
    title.setWrapText(false);
    plain.put(CellLook.TITLE, title);
    CellStyle head = plain(CellLook.HEAD);
    head.setVerticalAlignment(VerticalAlignment.CENTER);
    head.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
    head.setFillPattern(FillPatternType.SOLID_FOREGROUND);
  }

  CellStyle plain(CellLook look) {
    return style(plain, look);
  }

  CellStyle total(CellLook look) {
    return style(total, look);
  }

  private static CellStyle style(Map<CellLook, CellStyle> styles, CellLook look) {
    return java.util.Objects.requireNonNull(styles.get(look));
  }

  private static Font font(Workbook book, int points, boolean bold) {
    Font font = book.createFont();
    font.setFontName(FONT);
    font.setFontHeightInPoints((short) points);
    font.setBold(bold);
    return font;
  }

  private static CellStyle style(Workbook book, CellLook look, Font font) {
    CellStyle style = book.createCellStyle();
    style.setFont(font);
    style.setDataFormat(book.createDataFormat().getFormat(look.format));
    style.setAlignment(look.alignment);
    style.setVerticalAlignment(VerticalAlignment.TOP);
    if (look.isInTable) {
      style.setWrapText(true);
      style.setBorderTop(BorderStyle.THIN);
      style.setBorderBottom(BorderStyle.THIN);
      style.setBorderLeft(BorderStyle.THIN);
      style.setBorderRight(BorderStyle.THIN);
    }
    return style;
  }
}
