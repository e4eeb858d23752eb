package org.sunlitledger.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** The fonts of the document, each with free ones that may stand in for it. */
final class FontTable {
  private static final String XML =
      """
      <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
      <w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
      <w:font w:name="方正小标宋简体"><w:altName w:val="Noto Serif CJK SC"/><w:charset w:val="86"/><w:family w:val="roman"/></w:font>
      <w:font w:name="仿宋_GB2312"><w:altName w:val="AR PL UMing CN"/><w:charset w:val="86"/><w:family w:val="modern"/></w:font>
      <w:font w:name="楷体_GB2312"><w:altName w:val="AR PL UKai CN"/><w:charset w:val="86"/><w:family w:val="modern"/></w:font>
      <w:font w:name="黑体"><w:altName w:val="Noto Sans CJK SC"/><w:charset w:val="86"/><w:family w:val="modern"/></w:font>
      <w:font w:name="宋体"><w:altName w:val="Noto Serif CJK SC"/><w:charset w:val="86"/><w:family w:val="roman"/></w:font>
      </w:fonts>
      """;
  private static final String TYPE =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml";
  private static final String RELATION =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/fontTable";

  private FontTable() {}

  static void addTo(XWPFDocument document) throws IOException {
    try {
      PackagePart part =
          document
              .getPackage()
              .createPart(PackagingURIHelper.createPartName("/word/fontTable.xml"), TYPE);
      try (OutputStream output = part.getOutputStream()) {
        output.write(XML.getBytes(StandardCharsets.UTF_8));
      }
      document.getPackagePart().addRelationship(part.getPartName(), TargetMode.INTERNAL, RELATION);
    } catch (InvalidFormatException impossible) {
      throw new IOException(impossible);
    }
  }
}
