package org.sunlitledger.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sunlitledger.intake.line.FileFault;
import org.sunlitledger.intake.line.ShapeRule;
import org.sunlitledger.intake.line.SourceLine;
import org.sunlitledger.intake.source.WorkbookLinesTest;

/** Every hostile workbook is rejected with a rule, and soon. */
class HostileWorkbookTest {
  private static final byte[] ZEROS = new byte[1 << 20];

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  private Path file() {
    return folder.resolve("book.xlsx");
  }

  private void refused(ShapeRule rule) {
    FileFault fault = catchThrowableOfType(FileFault.class, this::readSoon);
    assertThat(fault).isNotNull();
    assertThat(fault.finding().rule()).as(fault.getMessage()).isEqualTo(rule);
  }

  /** Reads within a time limit, however large the file is; a busy machine takes longer. */
  private List<SourceLine> readSoon() {
    return assertTimeoutPreemptively(
        Duration.ofSeconds(30), () -> WorkbookLinesTest.read(file(), 0));
  }

  private void refused(RawWorkbook workbook, ShapeRule rule) throws IOException {
    workbook.writeTo(file());
    refused(rule);
  }

  private static RawWorkbook row(String cells) {
    return new RawWorkbook().rows("<row r=\"1\">" + cells + "</row>");
  }

  private static RawWorkbook.Content times(int count, byte[] bytes) {
    return output -> {
      for (int i = 0; i < count; i++) {
        output.write(bytes);
      }
    };
  }

  @Test
  void bombs() throws Exception {
    byte[] blanks = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
    refused(new RawWorkbook().rows(times(300, blanks)), ShapeRule.FILE_WORKBOOK_HOSTILE);
    refused(
        new RawWorkbook().part(RawWorkbook.STRINGS, times(300, blanks)),
        ShapeRule.FILE_WORKBOOK_HOSTILE);
    refused(
        new RawWorkbook().part("xl/media/image1.png", times(300, ZEROS)),
        ShapeRule.FILE_WORKBOOK_HOSTILE);
  }

  @Test
  void sharedStringsThatWouldFillTheMemory() throws Exception {
    byte[] noise = new byte[1 << 16];
    new java.util.Random(7).nextBytes(noise);
    StringBuilder items = new StringBuilder();
    for (byte each : noise) {
      items.append("<si><t>").append(each & 0xff).append("</t></si>");
    }
    byte[] block = items.toString().getBytes(StandardCharsets.US_ASCII);
    refused(
        new RawWorkbook()
            .part(
                RawWorkbook.STRINGS,
                output -> {
                  output.write("<sst>".getBytes(StandardCharsets.US_ASCII));
                  // five million strings; the limit is four million
                  times(80, block).write(output);
                  output.write("</sst>".getBytes(StandardCharsets.US_ASCII));
                }),
        ShapeRule.FILE_WORKBOOK_HOSTILE);
  }

  @Test
  void documentTypes() throws Exception {
    Path secret = Files.writeString(folder.resolve("secret"), "geheim");
    String sheet =
        "<!DOCTYPE x [<!ENTITY e SYSTEM \"%s\">]><worksheet><sheetData><row r=\"1\">"
                .formatted(secret.toUri())
            + "<c r=\"A1\" t=\"inlineStr\"><is><t>&e;</t></is></c></row></sheetData></worksheet>";
    refused(new RawWorkbook().part(RawWorkbook.SHEET, sheet), ShapeRule.FILE_WORKBOOK_HOSTILE);
    refused(
        new RawWorkbook()
            .part(RawWorkbook.SHEET, ("\ufeff" + sheet).getBytes(StandardCharsets.UTF_16LE)),
        ShapeRule.FILE_WORKBOOK_BROKEN);
    refused(
        row("<c r=\"A1\" t=\"inlineStr\"><is><t>&e;</t></is></c>"), ShapeRule.FILE_WORKBOOK_BROKEN);
  }

  /** The parser below the guard resolves no entities either. */
  @Test
  void theLibrarysParserResolvesNoEntities() throws Exception {
    Path secret = Files.writeString(folder.resolve("secret"), "geheim");
    var factory = new InputFactoryImpl();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    String xml = "<!DOCTYPE x [<!ENTITY e SYSTEM \"%s\">]><x>&e;</x>".formatted(secret.toUri());
    StringBuilder seen = new StringBuilder();
    var reader = factory.createXMLStreamReader(new java.io.StringReader(xml));
    try {
      while (reader.hasNext()) {
        if (reader.next() == XMLStreamConstants.CHARACTERS) {
          seen.append(reader.getText());
        }
      }
    } catch (XMLStreamException refused) {
      assertThat(seen.toString()).isEmpty();
    }
    assertThat(seen.toString()).doesNotContain("geheim");
  }

  @Test
  void millionEmptyStyledRowsArePassedOver() throws Exception {
    new RawWorkbook()
        .rows(
            output -> {
              for (int i = 1; i < 1 << 20; i++) {
                output.write(
                    "<row r=\"%d\" s=\"1\" customFormat=\"1\"><c r=\"A%d\" s=\"1\"/></row>"
                        .replace("%d", Integer.toString(i))
                        .getBytes(StandardCharsets.US_ASCII));
              }
              output.write(
                  "<row r=\"1048576\"><c r=\"A1048576\"><v>1</v></c></row>"
                      .getBytes(StandardCharsets.US_ASCII));
            })
        .writeTo(file());
    assertThat(readSoon()).containsExactly(new SourceLine(1 << 20, List.of("1")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<row r='1048577'/>",
        "<row r='0'/>",
        "<row r='-1'/>",
        "<row r='99999999999999999999'/>",
        "<row r='1'><c r='XFE1'/></row>",
        "<row r='1'><c r='ZZZZZZ1'/></row>",
        "<row r='1'><c r='A1048577'/></row>",
        "<row r='1'><c r=''/></row>",
        "<row r='1'><c r='A'/></row>",
        "<row r='1'><x:c xmlns:x='http://schemas.openxmlformats.org/spreadsheetml/2006/main'"
            + " r='ZZZZZZ1'/></row>",
      })
  void referencesOffTheSheet(String rows) throws Exception {
    refused(new RawWorkbook().rows(rows), ShapeRule.FILE_WORKBOOK_HOSTILE);
  }

  @Test
  void cellsThatAreTooLong() throws Exception {
    refused(
        row("<c r='A1'><v>" + "9".repeat(900_000) + "</v></c>"), ShapeRule.FILE_WORKBOOK_BROKEN);
    byte[] text = "<t>".concat("甲".repeat(90_000)).concat("</t>").getBytes(StandardCharsets.UTF_8);
    refused(
        new RawWorkbook()
            .rows(
                output -> {
                  output.write("<row><c t='inlineStr'><is>".getBytes(StandardCharsets.UTF_8));
                  times(10, text).write(output);
                  output.write("</is></c></row>".getBytes(StandardCharsets.UTF_8));
                }),
        ShapeRule.FILE_WORKBOOK_HOSTILE);
  }

  @Test
  void cellsAtTheFarEndOfEveryRow() throws Exception {
    byte[] row = "<row><c r='XFD1'/></row>".getBytes(StandardCharsets.US_ASCII);
    refused(new RawWorkbook().rows(times(200_000, row)), ShapeRule.FILE_WORKBOOK_HOSTILE);
  }

  @Test
  void deepNesting() throws Exception {
    refused(row("<a>".repeat(300) + "</a>".repeat(300)), ShapeRule.FILE_WORKBOOK_HOSTILE);
  }
}
