package org.sunlitledger.intake.workbook.sheet;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.sunlitledger.intake.file.WorkbookFaults;
import org.sunlitledger.intake.line.FileFault;

/** The header or footer of a sheet's printed pages, without the codes for fonts and fields. */
public final class PrintText {
  /** Many times the length that a spreadsheet keeps. */
  private static final int LONGEST_TEXT_CHARACTERS = 100_000;

  private static final Pattern PARTS = Pattern.compile("&[LCRlcr]");
  private static final Pattern CODES =
      Pattern.compile(
          "&\"[^\"]*\"|&K(?:[0-9A-Fa-f]{6}|[0-9]{2}[+-][0-9]{3})|&[0-9]{1,3}|&[A-Za-z+-]");

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  public void begin() {
    bytes.reset();
  }

  public void add(byte glyph) throws FileFault {
    if (bytes.size() == LONGEST_TEXT_CHARACTERS) {
      throw WorkbookFaults.hostile(
          "headerFooter > " + LONGEST_TEXT_CHARACTERS, "≤ " + LONGEST_TEXT_CHARACTERS);
    }
    bytes.write(glyph);
  }

  /** The added text including codes. */
  public String coded() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /** A text with codes as it is printed, with each part on its own line. */
  public static String printed(String coded) {
    String parts = PARTS.matcher(coded).replaceAll("\n");
    return CODES.matcher(parts).replaceAll("").replace("&&", "&");
  }
}
