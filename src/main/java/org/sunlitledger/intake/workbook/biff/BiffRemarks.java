package org.sunlitledger.intake.workbook.biff;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.poi.hssf.record.RecordInputStream;
import org.sunlitledger.intake.line.FileFault;
import org.sunlitledger.intake.workbook.sheet.PrintText;
import org.sunlitledger.intake.workbook.sheet.SheetRemark;
import org.sunlitledger.intake.workbook.sheet.SheetRemark.RemarkPlace;
import org.sunlitledger.intake.workbook.sheet.SheetShape;

/**
 * The texts of a binary workbook's sheet outside its cells: in page headers and footers, in
 * comments and text boxes, and in prompts for cells.
 */
final class BiffRemarks {
  private final SheetShape shape;

  /** Texts of objects by object number. A text without a comment belongs to a text box. */
  private final Map<Integer, String> texts = new LinkedHashMap<>();

  private int object = -1;

  BiffRemarks(SheetShape shape) {
    this.shape = shape;
  }

  void print(RecordInputStream data) throws FileFault {
    if (data.remaining() > 2) {
      add(RemarkPlace.PRINT, PrintText.printed(string(data)));
    }
  }

  /** Adds the texts of even pages and of the first page, if these have their own texts. */
  void printOthers(RecordInputStream data) throws FileFault {
    skip(data, 12 + 16 + 2);
    int[] lengths = {data.readUShort(), data.readUShort(), data.readUShort(), data.readUShort()};
    for (int length : lengths) {
      if (length > 0) {
        add(RemarkPlace.PRINT, PrintText.printed(string(data)));
      }
    }
  }

  /** Remembers the number of an object. Its text is in a later record. */
  void object(RecordInputStream data) {
    data.readInt();
    data.readUShort();
    object = data.readUShort();
  }

  void text(RecordInputStream data) {
    skip(data, 10);
    int length = data.readUShort();
    skip(data, data.remaining());
    if (length > 0) {
      String text = BiffRecords.text(data, length, data.readUByte());
      if (SheetRemark.mayMatter(text)) {
        texts.put(object, text);
      }
    }
  }

  void note(RecordInputStream data) throws FileFault {
    int row = data.readUShort();
    int column = data.readUShort();
    data.readUShort();
    String text = texts.remove(data.readUShort());
    if (text != null) {
      shape.remark(new SheetRemark(RemarkPlace.COMMENT, row + 1, column, text));
    }
  }

  void prompt(RecordInputStream data) throws FileFault {
    data.readInt();
    String title = string(data);
    string(data);
    add(RemarkPlace.PROMPT, title + "\n" + string(data));
  }

  /** Adds the remaining texts at the end of the sheet. */
  void finish() throws FileFault {
    for (String text : texts.values()) {
      add(RemarkPlace.TEXT_BOX, text);
    }
  }

  private void add(RemarkPlace place, String text) throws FileFault {
    shape.remark(new SheetRemark(place, text));
  }

  private static String string(RecordInputStream data) {
    int length = data.readUShort();
    return BiffRecords.text(data, length, data.readUByte());
  }

  private static void skip(RecordInputStream data, int bytes) {
    for (int left = bytes; left > 0; left--) {
      data.readByte();
    }
  }
}
