package org.sunlitledger.intake.workbook.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sunlitledger.intake.RawWorkbook;
import org.sunlitledger.intake.line.FileFault;
import org.sunlitledger.intake.source.WorkbookLinesTest;

class CellTextTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  private Path file() {
    return folder.resolve("book.xlsx");
  }

  private List<String> first(RawWorkbook workbook) throws FileFault, IOException {
    return WorkbookLinesTest.read(workbook.writeTo(file()), 0).get(0).cells();
  }

  private String cell(String xml) throws FileFault, IOException {
    return first(new RawWorkbook().rows("<row r=\"1\">" + xml + "</row>")).get(0);
  }

  @ParameterizedTest
  @CsvSource({
    "0.30000000000000004, 0.3",
    "1.0000000000000001E-4, 0.0001",
    "3.50102199001011E+17, 3.50102199001011E+17",
    "990502199001011234, 9.90502199001011E+17",
    "1234567890123456789012, 1.23456789012346E+21",
    "999999999999999, 999999999999999",
    "-12345678901234.5, -12345678901234.5",
    "-1200.50, -1200.5",
    "100, 100",
    "0.0, 0",
    "4.5999999999999996, 4.6",
    "1E+999999999, 1E+999999999",
    "不是数, 不是数",
  })
  void numbers(String stored, String read) throws Exception {
    assertThat(cell("<c r=\"A1\"><v>" + stored + "</v></c>")).isEqualTo(read);
  }

  @ParameterizedTest
  @CsvSource({
    "14, 43895, 2020-03-05",
    "14, 43895.75, 2020-03-05",
    "22, 43895.75, 2020-03-05T18:00:00",
    "22, 43895, 2020-03-05",
    "21, 0.75, 18:00:00",
    "27, 43895, 2020-03-05",
    "31, 43895, 2020-03-05",
    "57, 43895, 2020-03-05",
    "14, 1, 1900-01-01",
    "14, 59, 1900-02-28",
    "14, 60, 1900-02-29",
    "14, 61, 1900-03-01",
    "14, 2958465, 9999-12-31",
    "14, 2958466, 2958466",
    "14, 0, 0",
    "14, -1, -1",
    "46, 1.5, 1.5",
    "48, 43895, 43895",
    "49, 990502199001011234, 9.90502199001011E+17",
    "9, 0.18, 18%",
    "10, 0.0435, 4.35%",
    "10, -1, -100%",
    "2, 43895, 43895",
  })
  void builtInFormats(int format, String stored, String read) throws Exception {
    assertThat(dated("", format, stored)).isEqualTo(read);
  }

  private String dated(String numFmts, int format, String stored) throws FileFault, IOException {
    return first(
            new RawWorkbook()
                .styles(numFmts, 0, format)
                .rows("<row r=\"1\"><c r=\"A1\" s=\"1\"><v>" + stored + "</v></c></row>"))
        .get(0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@ | 2020-03-05",
        "yyyy年m月d日 | 2020-03-05",
        "[$-804]yyyy/m/d\\ dddd | 2020-03-05",
        "[DBNum1][$-804]yyyy&quot;年&quot;m&quot;月&quot; | 2020-03-05",
        "m月 | 2020-03-05",
        "yyyy-mm-dd hh:mm | 2020-03-05T12:00:00",
        "上午/下午h:mm | 2020-03-05T12:00:00",
        "[Red]0.00 | 43895.5",
        "0&quot;年&quot; | 43895.5",
        "#,##0.00&quot;/d&quot; | 43895.5",
        "General | 43895.5",
        "[h]:mm:ss | 43895.5",
        "@ | 43895.5",
        "0.0% | 4389550%",
        "0&quot;%&quot; | 43895.5",
      })
  void customFormats(String code, String read) throws Exception {
    String numFmt = "<numFmt numFmtId=\"176\" formatCode=\"" + code + "\"/>";
    assertThat(dated(numFmt, 176, "43895.5")).isEqualTo(read);
  }

  @Test
  void datesOf1904() throws Exception {
    try (XSSFWorkbook workbook = new XSSFWorkbook();
        OutputStream output = Files.newOutputStream(file())) {
      workbook.getCTWorkbook().addNewWorkbookPr().setDate1904(true);
      var style = workbook.createCellStyle();
      style.setDataFormat((short) 14);
      Row row = workbook.createSheet("甲").createRow(0);
      int column = 0;
      for (int serial : new int[] {0, 60, 42433}) {
        var cell = row.createCell(column++);
        cell.setCellValue(serial);
        cell.setCellStyle(style);
      }
      workbook.write(output);
    }
    assertThat(WorkbookLinesTest.read(file(), 0).get(0).cells())
        .containsExactly("1904-01-01", "1904-03-01", "2020-03-05");
  }

  @Test
  void strings() throws Exception {
    assertThat(cell("<c r=\"A1\" t=\"inlineStr\"><is><t>甲</t><t>乙</t></is></c>")).isEqualTo("甲乙");
    assertThat(cell("<c r=\"A1\" t=\"str\"><f>B1</f><v>丙</v></c>")).isEqualTo("丙");
    assertThat(cell("<c r=\"A1\"><f>SUM(B1:B2)</f></c>")).isEqualTo("=SUM(B1:B2)");
    assertThat(cell("<c r=\"A1\" t=\"str\"><f>B1</f><v></v></c><c r=\"B1\"><v>1</v></c>"))
        .isEmpty();
    assertThat(cell("<c r=\"A1\" t=\"inlineStr\"><is><t>a_x000D_b_x005F_x0041_</t></is></c>"))
        .isEqualTo("a\rb_x0041_");
    assertThat(cell("<c r=\"A1\" t=\"e\"><v>#REF!</v></c>")).isEqualTo("#REF!");
    assertThat(cell("<c r=\"A1\" t=\"b\"><v>0</v></c>")).isEqualTo("false");
    assertThat(
            first(
                new RawWorkbook()
                    .strings("<si><r><t>张</t></r><r><t>三</t></r><rPh><t>zhang</t></rPh></si>")
                    .rows("<row><c t=\"s\"><v>0</v></c></row>")))
        .containsExactly("张三");
  }

  @ParameterizedTest
  @CsvSource({
    "2020-03-05, 2020-03-05",
    "2020-03-05T00:00:00, 2020-03-05",
    "2020-03-05T00:00:00.000, 2020-03-05",
    "2020-03-05T00:00:00Z, 2020-03-05",
    "2020-03-05T00:00, 2020-03-05",
    "2020-03-05T18:30:00, 2020-03-05T18:30:00",
  })
  void isoDates(String stored, String read) throws Exception {
    assertThat(cell("<c r=\"A1\" t=\"d\"><v>" + stored + "</v></c>")).isEqualTo(read);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<t>甲</t><rPh sb='0' eb='1'><t>コウ</t></rPh> | 甲",
        "<rPh sb='0' eb='1'><t>コウ</t></rPh><t>甲</t><phoneticPr fontId='1'/> | 甲",
        "<r><t>香</t></r><r><rPr><b/><sz val='11'/></rPr><t>山</t></r><r><t>乡</t></r> | 香山乡",
        "<r><t xml:space='preserve'>香 </t></r><rPh sb='0' eb='1'><t>x</t></rPh><r><t>山</t></r> | 香 山",
        "<t>a&lt;b&amp;c&#x4e2d;</t> | a<b&c中",
        "<t/><r><t>乙</t></r> | 乙",
      })
  void textsWithoutTheirPhoneticGuides(String item, String read) throws Exception {
    assertThat(cell("<c r=\"A1\" t=\"inlineStr\"><is>" + item + "</is></c>")).isEqualTo(read);
    assertThat(
            first(
                new RawWorkbook()
                    .strings("<si>" + item + "</si>")
                    .rows("<row><c t=\"s\"><v>0</v></c></row>")))
        .containsExactly(read);
  }

  @Test
  void halfOfAGlyphStaysWhatItIs() throws Exception {
    assertThat(cell("<c r=\"A1\" t=\"str\"><v>a_xD800_b</v></c>")).isEqualTo("a\ud800b");
    assertThat(cell("<c r=\"A1\" t=\"str\"><v>_xD842__xDFB7_</v></c>")).isEqualTo("𠮷");
    for (String xml : new String[] {"&#xD800;", "&#0;", "&#xFFFE;", "\u0001"}) {
      String wrong = "<c r=\"A1\" t=\"str\"><v>" + xml + "</v></c>";
      assertThat(catchThrowableOfType(FileFault.class, () -> cell(wrong))).as(xml).isNotNull();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "&quot;HH&quot;@ | HH1A",
        "@&quot;号&quot; | 1A号",
        "0;-0;0;&quot;第&quot;@ | 第1A",
        "@ | 1A",
        "General | 1A",
        "0.00 | 1A",
        "0;0;0;@ | 1A",
      })
  void whatFormatsWriteAroundTexts(String code, String read) throws Exception {
    String numFmt = "<numFmt numFmtId=\"176\" formatCode=\"" + code + "\"/>";
    String row = "<row r=\"1\"><c r=\"A1\" s=\"1\" t=\"str\"><v>1A</v></c></row>";
    assertThat(first(new RawWorkbook().styles(numFmt, 0, 176).rows(row))).containsExactly(read);
  }
}
