package org.sunlitledger.intake.file;

import org.sunlitledger.intake.line.FileFault;
import org.sunlitledger.intake.line.ShapeFinding;
import org.sunlitledger.intake.line.ShapeRule;

/** Why a workbook cannot be taken in, in the words the rules have for it. */
public final class WorkbookFaults {
  private WorkbookFaults() {}

  public static FileFault broken(String found, String expected) {
    return broken(found, expected, 0);
  }

  public static FileFault broken(String found, String expected, int line) {
    return new FileFault(
        new ShapeFinding(ShapeRule.FILE_WORKBOOK_BROKEN, "", found, expected), line);
  }

  public static FileFault hostile(String found, String expected) {
    return new FileFault(ShapeRule.FILE_WORKBOOK_HOSTILE, found, expected);
  }

  public static FileFault locked(String found) {
    return new FileFault(ShapeRule.FILE_WORKBOOK_LOCKED, found, ".xlsx");
  }

  public static FileFault type(String found) {
    return new FileFault(ShapeRule.FILE_TYPE, found, ".xlsx");
  }

  /** A text from a workbook, cut to what a message has room for. */
  public static String clip(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }
}
