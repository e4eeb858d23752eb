package org.sunlitledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.testing.Office;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What was refused is mended in the workbook of rejects, or in the whole file, and handed in. */
class MendingTest {
  private static final String HEADER = "收据编号,帮扶类别,提供单位,形式,到位日期,折合金额（万元）";
  private static final String GOOD = "SJ-1,帮扶资金,甲单位,现金,2020-01-10,1";
  private static final String BAD_AMOUNT = "SJ-2,帮扶资金,=cmd|' /C calc'!A0,现金,2020-01-11,贰";
  private static final String BAD_YEAR = "SJ-3,企业捐助,丙单位,现金,2019-01-12,3";
  private static final String ALSO_GOOD = "SJ-4,帮扶资金,丁队,现金,2020-01-12,4";

  private final Path folder;
  private final Office office;

  MendingTest(@TempDir Path folder) {
    this.folder = folder;
    this.office = Office.in(folder);
  }

  @BeforeEach
  void useTheOffice() {
    office.environment().forEach((name, value) -> System.setProperty(property(name), value));
  }

  @AfterEach
  void close() {
    office.environment().keySet().forEach(name -> System.clearProperty(property(name)));
    office.close();
  }

  @Test
  void theWorkbookOfRejectsIsMendedAndHandedInAsItIs() throws IOException {
    office.deliver("aid-2020.csv", HEADER, GOOD, BAD_AMOUNT, BAD_YEAR, ALSO_GOOD).night(2020);
    byte[] rejects = rejects();
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(rejects))) {
      XSSFSheet sheet = workbook.getSheet("补正 1");
      assertThat(sheet.getRow(0).getCell(0).getStringCellValue())
          .startsWith("补正批次 1（aid-2020.csv）");
      assertThat(sheet.getRow(2).getCell(2).getStringCellValue()).isEqualTo("=cmd|' /C calc'!A0");
      assertThat(sheet.getRow(2).getCell(6).getNumericCellValue()).isEqualTo(3);
      assertThat(sheet.getRow(2).getCell(7).getStringCellValue()).isEqualTo("amount");
      assertThat(workbook.getSheet("警告")).isNotNull();
    }
    // one is mended, the other not yet
    office.deliver("补正.xlsx", edited(rejects, sheet -> set(sheet, 2, 5, "2"))).night(2020);
    assertThat(office.findings()).containsExactly("补正.xlsx:4 date-outside-year 到位日期=2019-01-12");
    JsonNode history = deliveries();
    assertThat(history.get(1).get("supplements").asString()).isEqualTo("1");
    assertThat(history.get(1).get("mended").asString()).isEqualTo("1");
    assertThat(history.get(1).get("still_wrong").asString()).isEqualTo("1");

    office
        .deliver(
            "补正.xlsx",
            edited(
                rejects,
                sheet -> {
                  set(sheet, 2, 5, "2");
                  set(sheet, 3, 4, "2020-01-12");
                }))
        .night(2020);
    assertThat(office.findings()).isEmpty();
    assertThat(deliveries().get(2).get("mended").asString()).isEqualTo("2");
    assertThat(printed()).isEqualTo(printedAsIfRightAtFirst());
    assertThat(Files.readString(office.out().resolve("2020/annual-2019.txt")))
        .doesNotContain("被退回");
  }

  @Test
  void aWholeFileSupersedesTheDeliveryAndItsSupplements() throws IOException {
    office.deliver("aid-2020.csv", HEADER, GOOD, BAD_AMOUNT, BAD_YEAR, ALSO_GOOD).night(2020);
    office.deliver("补正.xlsx", edited(rejects(), sheet -> set(sheet, 2, 5, "2"))).night(2020);
    office
        .deliver(
            "aid-2020（修正）.csv",
            HEADER,
            GOOD,
            BAD_AMOUNT.replace("贰", "2"),
            BAD_YEAR.replace("2019", "2020"),
            ALSO_GOOD)
        .night(2020);
    assertThat(office.findings()).isEmpty();
    assertThat(printed()).isEqualTo(printedAsIfRightAtFirst());
    assertThat(
            office.sql().sql("select status from delivery order by id").query(String.class).list())
        .isEqualTo(List.of("superseded", "superseded", "live"));
    assertThat(deliveries().get(2).get("mended").asString()).isEqualTo("2");
    assertThat(deliveries().get(2).get("still_wrong").asString()).isEqualTo("0");
  }

  @Test
  void aSupplementToWhatIsNotThereIsRefused() {
    office.deliver("补正.csv", "补正批次 77", HEADER, GOOD).night(2020);
    assertThat(office.findings()).containsExactly("补正.csv:0 file-supplement =77");
  }

  private Map<String, String> printed() {
    return new TreeMap<>(office.figures(2020));
  }

  private Map<String, String> printedAsIfRightAtFirst() {
    try (Office other = Office.in(folder.resolve("right"))) {
      other
          .deliver(
              "aid-2020.csv",
              HEADER,
              GOOD,
              BAD_AMOUNT.replace("贰", "2"),
              BAD_YEAR.replace("2019", "2020"),
              ALSO_GOOD)
          .night(2020);
      return new TreeMap<>(other.figures(2020));
    }
  }

  private byte[] rejects() throws IOException {
    Path file = folder.resolve("rejects.xlsx");
    assertThat(run(new StringWriter(), "rejects", "--lang", "zh", "--out", file.toString()))
        .isZero();
    return Files.readAllBytes(file);
  }

  private JsonNode deliveries() {
    StringWriter out = new StringWriter();
    assertThat(run(out, "deliveries", "--json")).isZero();
    return JsonMapper.builder().build().readTree(out.toString());
  }

  private static byte[] edited(byte[] rejects, Consumer<XSSFSheet> edit) throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(rejects));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      edit.accept(workbook.getSheet("补正 1"));
      workbook.write(bytes);
      return bytes.toByteArray();
    }
  }

  private static void set(XSSFSheet sheet, int row, int column, String text) {
    sheet.getRow(row).getCell(column).setCellValue(text);
  }

  private static int run(StringWriter out, String... arguments) {
    return SunlitLedger.run(
        new PrintWriter(out, true), new PrintWriter(new StringWriter(), true), arguments);
  }

  private static String property(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '.');
  }
}
