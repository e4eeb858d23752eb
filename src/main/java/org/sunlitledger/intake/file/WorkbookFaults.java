package org.sunlitledger.intake.file;

import org.sunlitledger.intake.line.FileFault;
import org.sunlitledger.intake.line.ShapeFinding;
import org.sunlitledger.intake.line.ShapeRule;

/** The reasons why a workbook cannot be imported, in the words of the rules. */
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

  /** Cuts a text from a workbook to the length for a message. */
  public static String clip(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }
}
