package org.sunlitledger.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** A workbook built part by part, with any error that a test needs. */
public final class RawWorkbook {
  static final String SHEET = "xl/worksheets/sheet1.xml";
  static final String STRINGS = "xl/sharedStrings.xml";
  static final String STYLES = "xl/styles.xml";

  private static final String MAIN =
      "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
  private static final String TYPE = "application/vnd.openxmlformats-officedocument.";

  private final Map<String, Content> parts = new LinkedHashMap<>();

  /** Writes a part; large parts are not kept in memory. */
  interface Content {
    void write(OutputStream output) throws IOException;
  }

  public RawWorkbook() {
    types("");
    part(
        "xl/workbook.xml",
        "<workbook %s xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
                .formatted(MAIN)
            + "<sheets><sheet name=\"台账\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
    part(
        "xl/_rels/workbook.xml.rels",
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + "<Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
    rows("");
  }

  /** Overrides in the content types beside that of the workbook. */
  RawWorkbook types(String more) {
    return part(
        "[Content_Types].xml",
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + override("/xl/workbook.xml", "spreadsheetml.sheet.main+xml")
            + more
            + "</Types>");
  }

  static String override(String part, String type) {
    return "<Override PartName=\"%s\" ContentType=\"%s\"/>".formatted(part, TYPE + type);
  }

  public RawWorkbook strings(String items) {
    types(override("/" + STRINGS, "spreadsheetml.sharedStrings+xml"));
    return part(STRINGS, "<sst %s>".formatted(MAIN) + items + "</sst>");
  }

  /** Cell formats, by the numbers of their number formats. */
  public RawWorkbook styles(String numFmts, int... formats) {
    types(override("/" + STYLES, "spreadsheetml.styles+xml"));
    StringBuilder xfs = new StringBuilder();
    for (int format : formats) {
      xfs.append("<xf numFmtId=\"").append(format).append("\"/>");
    }
    return part(
        STYLES,
        "<styleSheet %s>".formatted(MAIN)
            + "<numFmts>%s</numFmts><cellXfs>%s</cellXfs></styleSheet>".formatted(numFmts, xfs));
  }

  public RawWorkbook rows(String rows) {
    return rows(output -> output.write(rows.getBytes(StandardCharsets.UTF_8)));
  }

  public RawWorkbook rows(Content rows) {
    parts.put(
        SHEET,
        output -> {
          output.write(
              "<worksheet %s><sheetData>".formatted(MAIN).getBytes(StandardCharsets.UTF_8));
          rows.write(output);
          output.write("</sheetData></worksheet>".getBytes(StandardCharsets.UTF_8));
        });
    return this;
  }

  public RawWorkbook part(String name, @Nullable String text) {
    if (text == null) {
      parts.remove(name);
      return this;
    }
    return part(name, text.getBytes(StandardCharsets.UTF_8));
  }

  public RawWorkbook part(String name, byte[] bytes) {
    return part(name, output -> output.write(bytes));
  }

  public RawWorkbook part(String name, Content content) {
    parts.put(name, content);
    return this;
  }

  public Path writeTo(Path file) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, Content> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        part.getValue().write(zip);
        zip.closeEntry();
      }
    }
    return file;
  }
}
