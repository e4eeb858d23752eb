package org.sunlitledger.intake.layout.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.intake.AidSheet;
import org.sunlitledger.intake.Reading;

/** Sheets without their own header: read as a continuation if they fit, and never left out. */
class ContinuedSheetsTest {
  private static final String AID = "收据编号,帮扶类别,提供单位,形式,乡镇,行政村,到位日期,折合金额";

  private final Path folder;

  ContinuedSheetsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private static String aid(int number, String amount) {
    return "SJ-%03d,帮扶资金,甲公司,现金,香山乡,黄泉村,2020-03-05,%s".formatted(number, amount);
  }

  /** Reads sheets, each of lines separated by |. */
  private Reading.Result read(String ending, String... sheets) throws IOException {
    Path file = folder.resolve("aid-2020" + ending);
    try (Workbook workbook = ending.equals(".xls") ? new HSSFWorkbook() : new XSSFWorkbook();
        OutputStream output = Files.newOutputStream(file)) {
      for (String lines : sheets) {
        Sheet sheet = workbook.createSheet();
        List<String> rows = List.of(lines.split("[|]", -1));
        for (int row = 0; row < rows.size(); row++) {
          AidSheet.row(sheet, row, List.of(rows.get(row).split(",", -1)));
        }
      }
      workbook.write(output);
    }
    return new Reading().of(file);
  }

  private Reading.Result second(String lines) throws IOException {
    return read(".xlsx", AID + "|" + aid(1, "1000"), lines);
  }

  @Test
  void linesThatFitAreReadOn() throws IOException {
    Reading.Result old =
        read(".xls", AID + "|" + aid(1, "1000"), aid(2, "50000") + "|" + aid(3, "60000"));
    assertThat(old.all("amount")).containsExactly("100000", "5000000", "6000000");
    assertThat(old.rules()).containsExactly("0 file-sheet-continued");
    for (String fitting :
        List.of(
            "2020年社会帮扶资金台账（续）|" + aid(2, "5"),
            "1,2,3,4,5,6,7,8|" + aid(2, "5"),
            aid(2, "5") + "|制表人：张三,,审核人：李四|第2页",
            aid(2, "5") + "|小计,,,,,,,5",
            aid(2, "5") + "|合计,,,,,,,1005")) {
      Reading.Result result = second(fitting);
      assertThat(result.all("amount")).as(fitting).containsExactly("100000", "500");
      assertThat(result.rules()).as(fitting).containsExactly("0 file-sheet-continued");
    }
    assertThat(
            read(
                    ".xlsx",
                    "收据编号,来源,,,地点,,到位日期,折合金额|,帮扶类别,提供单位,形式,乡镇,行政村,,|" + aid(1, "1"),
                    "",
                    aid(2, "5"))
                .all("donor"))
        .as("below a header of two lines, behind an empty sheet")
        .containsExactly("甲公司", "甲公司");
  }

  @Test
  void theUnitOfTheSheetBeforeHoldsAndAnotherOneRejectsTheSheet() throws IOException {
    String first = AID + "|" + aid(1, "1");
    Reading.Result same = read(".xlsx", "单位：万元|" + first, "续表||" + aid(2, "5"));
    assertThat(same.all("amount")).containsExactly("1000000", "5000000");
    assertThat(read(".xlsx", first, "单位：万元|" + aid(2, "5")).rules()).containsExactly("1 file-unit");
    assertThat(read(".xlsx", "单位：万元|" + first, "单位：元|" + aid(2, "5")).rules())
        .containsExactly("1 file-unit");
  }

  @Test
  void aTotalThatIsWrongRejectsTheSheet() throws IOException {
    Reading.Result result = second(aid(2, "500") + "|合计,,,,,,,1501");
    assertThat(result.rules()).containsExactly("0 file-sheet-continued", "2 file-total");
  }

  @Test
  void linesThatCannotBeReadAreRejectedOneByOne() throws IOException {
    assertThat(second(aid(2, "约5") + "|" + aid(3, "5")).rules())
        .containsExactly("0 file-sheet-continued", "1 amount");
    assertThat(second(aid(2, "5") + ",300|" + aid(3, "5") + ",400").rules())
        .containsExactly("0 file-sheet-continued", "1 cell-count", "2 cell-count");
    Reading.Result titled = second("凭据,种类,来源,方式,镇,村,时间,数|" + aid(2, "5"));
    assertThat(titled.all("amount")).containsExactly("100000", "500");
    assertThat(titled.rules()).contains("1 amount", "1 date");
  }

  @Test
  void linesThatDoNotFitAreNeverReadIntoOtherColumnsAndStayOpen() throws IOException {
    for (String foreign :
        List.of(
            "1," + aid(2, "5") + "|2," + aid(3, "6"),
            aid(2, "5").replace(",黄泉村", "") + "|" + aid(3, "6").replace(",黄泉村", ""),
            aid(2, "5").replace("2020-03-05,5", "5,2020-03-05"),
            "帮扶资金,SJ-002,甲公司,现金,香山乡,黄泉村,2020-03-05,5",
            "," + aid(2, "5"),
            aid(2, "5").replace("2020-03-05", "43895"),
            aid(2, "约5"),
            "SJ-002,,,,,,,5000|SJ-003,,,,,,,6000",
            ",,,,,,,5000|,,,,,,,6000",
            "合计,,,,,,,1000",
            "合计,,,,,,,2000")) {
      Reading.Result result = second(foreign);
      assertThat(result.all("receipt_no")).as(foreign).containsExactly("SJ-001");
      assertThat(result.rules()).as(foreign).containsExactly("0 file-sheet-skipped");
    }
    assertThat(second("收据编号,帮扶类别,提供单位|" + aid(2, "5")).rules())
        .as("a header that lacks columns")
        .containsExactly("1 file-columns-missing");
  }

  @Test
  void aSheetGoesOnWithTheOneBeforeItOnly() throws IOException {
    String first = AID + "|" + aid(1, "1000");
    assertThat(read(".xlsx", aid(2, "5"), first).rules())
        .as("in front of the header")
        .containsExactly("0 file-sheet-skipped");
    assertThat(read(".xlsx", first, "填表说明|1、金额以元为单位", aid(2, "5")).rules())
        .as("behind a sheet that is no register")
        .containsExactly("0 file-sheet-without-lines", "0 file-sheet-skipped");
    String projects =
        "项目编号,项目名称,项目类别,乡镇,行政村,实施单位,绩效目标,计划总投资,中央资金" + "|XM-1,甲,产业,香山乡,黄泉村,香山乡人民政府,增收,1000,1000";
    assertThat(read(".xlsx", first, projects, aid(2, "5")).rules())
        .as("behind a sheet of another register")
        .containsExactly("0 file-sheet-continued", "1 code", "1 code");
  }
}
