package org.sunlitledger.intake.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sunlitledger.intake.AidSheet.AMOUNT;
import static org.sunlitledger.intake.AidSheet.cell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.hssf.usermodel.HSSFClientAnchor;
import org.apache.poi.hssf.usermodel.HSSFRichTextString;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.Drawing;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sunlitledger.intake.AidSheet;
import org.sunlitledger.intake.Reading;

/** A unit outside the cells: in names, in page headers and footers, in remarks on cells. */
class UnitsBesideTablesTest {
  private static final String HEADER = "收据编号,帮扶类别,提供单位,形式,到位日期,折合金额";
  private static final String LINE = "SJ-1,帮扶资金,甲单位,现金,2020-01-10,5";
  private static final List<String> BOTH = List.of(".xlsx", ".xls");

  private final Path folder;
  private final AidSheet aid;

  UnitsBesideTablesTest(@TempDir Path folder) {
    this.folder = folder;
    this.aid = new AidSheet(folder);
  }

  private Reading.Result text(String name, String... lines) throws IOException {
    Path file = Files.writeString(folder.resolve(name), String.join("\n", lines));
    return new Reading().of(file);
  }

  private void assertUnit(Reading.Result result, String unit) {
    if (unit.equals("万元") || unit.equals("元")) {
      assertThat(result.findings()).isEmpty();
      assertThat(result.all("amount")).containsExactly(unit.equals("元") ? "100000" : "1000000000");
    } else {
      assertThat(result.findings()).containsExactly(unit);
      assertThat(result.records()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "补贴（万元） | 万元",
        "补贴明细（单位：万元） | 万元",
        "补贴明细(单位 万元)2020 | 万元",
        "2020年补贴 单位：万元 | 万元",
        "2020年补贴单位万元 | 万元",
        "补贴-万元 | 万元",
        "补贴_万元-2020年 | 万元",
        "2020年万元 | 万元",
        "补贴（2020年，万元） | 万元",
        "补贴[人民币万元] | 万元",
        "补贴（萬元） | 万元",
        "以万元为单位的补贴 | 万元",
        "补贴，以万元为单位 | 万元",
        "补贴金额万元 | 万元",
        "补贴（万元）最终版 | 万元",
        "补贴－万元（修正） | 万元",
        "补贴 万元 (1) | 万元",
        "补贴万元 | …万元…",
        "补贴万元2020 | …万元…",
        "2020年补贴万元表 | …万元…",
        "2020万元台账 | ''",
        "补贴2020万元 | …万元…",
        "补贴（元、万元） | …万元…",
        "补贴（千元） | 千元",
        "补贴 单位：万 | 万",
        "补贴（万） | 万",
        "补贴（万美元） | 万美元",
        "补贴 单位：万园 | …万园…",
        "报送（万元）/补贴 | 万元",
        "补贴/一月（万元） | 万元",
        "aid 2020 (unit 10,000 yuan) | 万元",
        "补贴（单位：分） | 分",
        "补贴（元） | 元",
        "补贴 | ''",
        "万元户 | ''",
        "万元户补贴2020 | ''",
        "十万元以下小额信贷 | ''",
        "5万元以下小额信贷（2020年） | ''",
        "小额信贷50万元 | ''",
        "小额信贷五万元 | ''",
        "2020年万元增收工程 | ''",
        "万元乡补贴 | ''",
        "填报单位：万元乡 | ''",
        "补贴（一） | ''",
        "补贴（十） | ''",
        "补贴（日） | ''",
        "亿元产业园项目 | ''",
        "帮扶单位（千人计划） | ''",
        "元旦慰问 | ''",
      })
  void theNamesOfFilesAndSheets(String name, String units) {
    assertThat(String.join("、", UnitOfName.unitsIn(name).stream().map(NamedUnit::text).toList()))
        .isEqualTo(units.strip().equals("''") ? "" : units);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "补贴明细（单位：万元）.csv | 5000000",
        "补贴-万元-2020.csv | 5000000",
        "补贴（元）.csv | 500",
        "十万元以下小额信贷.csv | 500",
        "万元户2020.csv | 500",
        "补贴万元.csv | 0 file-unit 折合金额=…万元…（文件名）、元 (元、万元、亿元、分)",
        "补贴（千元）.csv | 0 file-unit 折合金额=千元（文件名）、元 (元、万元、亿元、分)",
        "补贴2020万元.csv | 0 file-unit 折合金额=…万元…（文件名）、元 (元、万元、亿元、分)",
      })
  void aUnitInTheNameOfAFileHoldsOrRejectsIt(String name, String expected) throws IOException {
    Reading.Result result = text(name, HEADER, LINE);
    if (expected.contains(" ")) {
      assertThat(result.findings()).containsExactly(expected);
    } else {
      assertThat(result.findings()).isEmpty();
      assertThat(result.all("amount")).containsExactly(expected);
    }
  }

  @Test
  void whereTheSheetSaysAnotherUnitTheFileIsRejectedWithBoth() throws IOException {
    String expected = "0 file-unit 折合金额=万元（文件名）、元 (元、万元、亿元、分)";
    assertThat(text("a（万元）.csv", "单位：元", HEADER, LINE).findings()).containsExactly(expected);
    assertThat(text("b（万元）.csv", HEADER + "（元）", LINE).findings()).containsExactly(expected);
    assertThat(text("c（万元）.csv", HEADER, "单位：元", LINE).findings()).containsExactly(expected);
    assertThat(text("d（元）.csv", "单位：万元", HEADER, LINE).findings())
        .containsExactly("0 file-unit 折合金额=元（文件名）、万元 (元、万元、亿元、分)");
    assertThat(text("e（万元）.csv", HEADER, LINE, "注：金额单位为元").findings())
        .containsExactly("3 file-unit 折合金额=元 (元、万元、亿元、分)");
    assertThat(text("f（万元）.csv", "单位：万元", HEADER + "（万元）", LINE).all("amount"))
        .containsExactly("5000000");
    assertThat(text("g万元.csv", HEADER + "（元）", LINE).all("amount")).containsExactly("500");
    assertThat(text("h（万元）.csv", "补正批次 12", HEADER + ",原行号", LINE + ",3").findings())
        .contains(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "补贴（万元） | 万元",
        "单位：万元 | 万元",
        "2020年补贴（万元） | 万元",
        "补贴-万元 | 万元",
        "万元 | 万元",
        "万元户 | 元",
        "十万元以下小额信贷 | 元",
        "补贴（元） | 元",
        "补贴万元 | 0 file-unit 折合金额=…万元…（工作表名）、元 (元、万元、亿元、分)",
        "千元 | 0 file-unit 折合金额=千元（工作表名）、元 (元、万元、亿元、分)",
      })
  void aUnitInTheNameOfASheetHoldsOrRejectsIt(String name, String unit) throws IOException {
    for (String ending : BOTH) {
      assertUnit(
          aid.read(
              ending,
              1,
              sheet -> {
                if (name.contains("：")) {
                  sheet.getWorkbook().setSheetName(0, name.replace('：', ' '));
                } else {
                  sheet.getWorkbook().setSheetName(0, name);
                }
              }),
          unit);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "单位：万元 | 万元",
        "&\"宋体,常规\"&12单位：万元 | 万元",
        "2020年补贴（万元） | 万元",
        "&K01+000（单位：万元） & 第 &P 页 | 万元",
        "&F 金额单位为万元 | 万元",
        "单位：元 | 元",
        "第 &P 页，共 &N 页 | 元",
        "沙坡头区扶贫办 万元户台账 | 元",
        "单位：千元 | 0 file-unit 折合金额=千元（页眉页脚）、元 (元、万元、亿元、分)",
        "本表金额都填万元 | 0 file-unit 折合金额=…万元…（页眉页脚）、元 (元、万元、亿元、分)",
      })
  void aUnitBesideThePrintedPagesHoldsOrRejectsTheFile(String text, String unit)
      throws IOException {
    for (String ending : BOTH) {
      assertUnit(aid.read(ending, 1, sheet -> sheet.getHeader().setRight(text)), unit);
      assertUnit(aid.read(ending, 1, sheet -> sheet.getFooter().setLeft(text)), unit);
    }
  }

  @Test
  void theHeaderOfTheFirstPageCountsToo() throws IOException {
    Consumer<Sheet> first = sheet -> ((XSSFSheet) sheet).getFirstHeader().setCenter("单位：万元");
    assertUnit(aid.read(".xlsx", 1, first), "万元");
    Consumer<Sheet> even = sheet -> ((XSSFSheet) sheet).getEvenFooter().setCenter("单位：万元");
    assertUnit(aid.read(".xlsx", 1, even), "万元");
  }

  private static void comment(Sheet sheet, int row, int column, String text) {
    Drawing<?> drawing = sheet.createDrawingPatriarch();
    ClientAnchor anchor = sheet.getWorkbook().getCreationHelper().createClientAnchor();
    anchor.setRow1(row);
    anchor.setCol1(column);
    anchor.setRow2(row + 3);
    anchor.setCol2(column + 3);
    Comment comment = drawing.createCellComment(anchor);
    comment.setString(sheet.getWorkbook().getCreationHelper().createRichTextString(text));
    cell(sheet, row, column).setCellComment(comment);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "0 | 7 | 单位：万元 | 1 file-unit 折合金额=万元（批注 H1）、元 (元、万元、亿元、分)",
        "0 | 0 | 张三:#本表金额单位为万元。 | 1 file-unit 折合金额=万元（批注 A1）、元 (元、万元、亿元、分)",
        "0 | 3 | 万元 | 1 file-unit 折合金额=万元（批注 D1）、元 (元、万元、亿元、分)",
        "1 | 7 | 此笔单位：万元 | 2 file-unit 折合金额=万元（批注 H2）、元 (元、万元、亿元、分)",
        "0 | 7 | 请按万元填列 | 1 file-unit 折合金额=…万元…（批注 H1）、元 (元、万元、亿元、分)",
        "0 | 7 | 单位：元 | 元",
        "0 | 7 | 1000元以上须附合同 | 元",
        "0 | 7 | 其中50万元已结算 | 元",
        "0 | 0 | 由万元乡填报 | 元",
      })
  void aUnitInACommentRejectsTheFileUnlessItIsTheOneThatIsRead(
      int row, int column, String text, String unit) throws IOException {
    for (String ending : BOTH) {
      assertUnit(
          aid.read(ending, 1, sheet -> comment(sheet, row, column, text.replace('#', '\n'))), unit);
    }
  }

  @Test
  void aCommentThatAgreesWithTheTitleIsNoMatter() throws IOException {
    for (String ending : BOTH) {
      assertUnit(
          aid.read(
              ending,
              1,
              sheet -> {
                cell(sheet, 0, AMOUNT).setCellValue("折合金额（万元）");
                comment(sheet, 0, AMOUNT, "单位：万元");
              }),
          "万元");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"单位：万元", "（单位：万元）", "金额单位为万元", "万元", "2020年补贴 单位：万元"})
  void aUnitInATextBoxOrAPromptRejectsTheFile(String text) throws IOException {
    for (String ending : BOTH) {
      assertUnit(
          aid.read(ending, 1, sheet -> textBox(sheet, text)),
          "0 file-unit 折合金额=万元（文本框）、元 (元、万元、亿元、分)");
      Reading.Result prompted = aid.read(ending, 1, sheet -> prompt(sheet, text));
      assertThat(prompted.findings()).hasSize(1);
      assertThat(prompted.findings().get(0)).contains("file-unit 折合金额=万元（输入提示");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "封面 | 单位：万元 | 0 file-unit 折合金额=万元（封面）、元 (元、万元、亿元、分)",
        "填表说明 | 折合金额以万元为单位 | 0 file-unit 折合金额=万元（填表说明）、元 (元、万元、亿元、分)",
        "填表说明 | 金额单位：千元 | 0 file-unit 折合金额=千元（填表说明）、元 (元、万元、亿元、分)",
        "填表说明 | 单位：元 | ''",
        "封面 | 万元乡2020年帮扶台账 | ''",
        "填表说明 | 单笔50万元以上的须附合同 | ''",
      })
  void aUnitInAnotherSheetRejectsTheFileUnlessItIsTheOneThatIsRead(
      String name, String text, String expected) throws IOException {
    for (String ending : BOTH) {
      Reading.Result result =
          aid.read(
              ending,
              1,
              sheet -> AidSheet.row(sheet.getWorkbook().createSheet(name), 0, List.of(text)));
      if (expected.contains("file-unit")) {
        assertThat(result.findings()).contains(expected);
        assertThat(result.records()).isEmpty();
      } else {
        assertThat(result.all("amount")).containsExactly("100000");
      }
    }
  }

  private static void textBox(Sheet sheet, String text) {
    if (sheet instanceof XSSFSheet xml) {
      xml.createDrawingPatriarch()
          .createTextbox(new XSSFClientAnchor(0, 0, 0, 0, 1, 5, 3, 8))
          .setText(text);
    } else {
      ((HSSFSheet) sheet)
          .createDrawingPatriarch()
          .createTextbox(new HSSFClientAnchor(0, 0, 0, 0, (short) 1, 5, (short) 3, 8))
          .setString(new HSSFRichTextString(text));
    }
  }

  private static void prompt(Sheet sheet, String text) {
    DataValidationHelper helper = sheet.getDataValidationHelper();
    DataValidation validation =
        helper.createValidation(
            helper.createDecimalConstraint(0, "0", "100000"),
            new CellRangeAddressList(1, 100, AMOUNT, AMOUNT));
    validation.createPromptBox("填报要求", text);
    validation.setShowPromptBox(true);
    sheet.addValidationData(validation);
  }
}
