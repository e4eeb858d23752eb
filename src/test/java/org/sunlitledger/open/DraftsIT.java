package org.sunlitledger.open;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.close.Closing;
import org.sunlitledger.job.Outcome;
import org.sunlitledger.job.YearEnd;
import org.sunlitledger.quantity.person.IdNumber;
import org.sunlitledger.testing.Office;

/**
 * A county whose report prints the loans of the year and of all years: it is a draft while anything
 * of any kind is open under them, in the year or in an earlier one, and names the file.
 */
class DraftsIT {
  private static final Path CASES = Path.of("src/test/resources/cases/another-county");
  private static final Path DEFINITIONS = Path.of("src/test/resources/cases/definitions-F16-F19");
  private static final String LOAN =
      "借款合同号,乡镇,行政村,户编号,借款人,借款人身份证号,承贷银行,放款日期,到期日期,贷款金额,年利率,担保方式,贷款用途";

  @Test
  void theCasesOfAnotherCounty(@TempDir Path folder) throws Exception {
    try (Office office = Office.in(folder, Map.of("sunlit.definitions", DEFINITIONS.toString()))) {
      office.deliver("花名册2020.csv", Files.readAllBytes(CASES.resolve("花名册2020.csv")));
      office.deliverAll(CASES.resolve("1-refused-file"));
      assertThat(office.night(2020).isClean()).isFalse();
      assertThat(report(office))
          .startsWith("草稿")
          .contains("小额信贷某镇2020.csv：整份退回")
          .doesNotContain("小额信贷2019.csv");
      assertThat(obstacles(office)).anyMatch(open -> open.startsWith("OPEN_FILE 小额信贷某镇2020.csv"));

      office.deliver("小额信贷某镇2020.csv", LOAN, loan("2020-00009", 2020, 5, "40000"));
      office.deliverAll(CASES.resolve("2-refused-line-earlier-year"));
      assertThat(office.night(2020).isClean()).isFalse();
      assertThat(report(office))
          .startsWith("草稿")
          .contains("小额信贷2019.csv：1 行被退回")
          .doesNotContain("某镇");
      assertThat(obstacles(office)).anyMatch(open -> open.startsWith("OPEN_LINE 小额信贷2019.csv 1"));

      office.deliverAll(CASES.resolve("2-refused-file-earlier-year"));
      assertThat(office.night(2020).isClean()).isFalse();
      assertThat(report(office)).startsWith("草稿").contains("小额信贷2019.csv：整份退回");
      assertThat(obstacles(office)).anyMatch(open -> open.startsWith("OPEN_FILE 小额信贷2019.csv"));
    }
  }

  @Test
  void eachKindInTheYearAndInEarlierOnes(@TempDir Path folder) throws Exception {
    try (Office office = Office.in(folder, Map.of("sunlit.definitions", DEFINITIONS.toString()))) {
      office.deliver("花名册2020.csv", Files.readAllBytes(CASES.resolve("花名册2020.csv")));
      office.deliver("小额信贷2020.csv", LOAN, loan("2020-0", 2020, 1, "30000"));
      office.night(2020);
      assertThat(report(office)).doesNotStartWith("草稿");

      oneOfEachKind(office, 2020, 10);
      oneOfEachKind(office, 2018, 20);
      // what is under no figure of the report, or of a later year
      office.deliver("帮扶2020.csv", "收据编号,帮扶类别,提供单位,形式,到位日期,折合金额", "SJ-1,不知");
      office.deliver("贷款迟2021.csv", LOAN, loan("2021-1", 2021, 1, "约30000"));
      Outcome night = office.night(2020);
      assertThat(night.isClean()).isFalse();
      String draft = report(office);
      for (int year : List.of(2020, 2018)) {
        assertThat(draft)
            .startsWith("草稿")
            .contains("退回行%d.csv：1 行被退回".formatted(year))
            .contains("未读表%d.xlsx".formatted(year))
            .contains("未读列%d.csv".formatted(year))
            .contains("合计未核对%d.csv".formatted(year))
            .contains("整份退回%d.csv：整份退回".formatted(year))
            .contains("未读%d.csv：整份退回".formatted(year));
      }
      assertThat(draft).doesNotContain("帮扶2020.csv").doesNotContain("贷款迟2021.csv");
      assertThat(obstacles(office))
          .filteredOn(open -> open.startsWith("OPEN_"))
          .as("all that the draft names, and what is of the year itself")
          .hasSize(13)
          .anyMatch(open -> open.startsWith("OPEN_LINE 帮扶2020.csv"))
          .noneMatch(open -> open.contains("2021"));
    }
  }

  private static void oneOfEachKind(Office office, int year, int number) throws IOException {
    office
        .deliver(
            "整份退回%d.csv".formatted(year),
            LOAN,
            loan(year + "-1", year, number, "30000"),
            "合计,,,,,,,,,99999,,,")
        .deliver(
            "退回行%d.csv".formatted(year),
            LOAN,
            loan(year + "-2", year, number + 1, "30000"),
            loan(year + "-3", year, number + 2, "约30000"))
        .deliver(
            "未读表%d.xlsx".formatted(year), workbook(loan(year + "-4", year, number + 3, "30000")))
        .deliver(
            "未读列%d.csv".formatted(year),
            LOAN + ",贷款余额",
            loan(year + "-5", year, number + 4, "30000") + ",20000")
        .deliver(
            "合计未核对%d.csv".formatted(year),
            LOAN,
            loan(year + "-6", year, number + 5, "30000"),
            "合计（大写）：约叁万元");
    Files.createSymbolicLink(
        office.inbox().resolve("未读%d.csv".formatted(year)), Path.of("nowhere" + year));
  }

  private static byte[] workbook(String loan) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
      write(workbook.newWorksheet("台账"), LOAN, loan);
      write(workbook.newWorksheet("另附"), "合同,户主,额度", "F1,甲,2000", "F2,乙,3000");
    }
    return bytes.toByteArray();
  }

  private static void write(Worksheet sheet, String... lines) {
    for (int row = 0; row < lines.length; row++) {
      String[] cells = lines[row].split(",", -1);
      for (int column = 0; column < cells.length; column++) {
        sheet.value(row, column, cells[column]);
      }
    }
  }

  /** A loan of a household of the roll. */
  private static String loan(String contract, int year, int household, String yuan) {
    String first17 = "99050219700101%03d".formatted(household);
    return "JK%s,香山乡,米粮川村,HH%06d,王合成,%s,农业银行,%d-03-01,%d-03-01,%s,4.35,信用,养羊"
        .formatted(contract, household, first17 + IdNumber.check(first17), year, year + 1, yuan);
  }

  private static String report(Office office) throws IOException {
    return Files.readString(office.out().resolve("2020/x.txt"));
  }

  /** What is in the way when somebody closes the year. */
  private static List<String> obstacles(Office office) throws Exception {
    Path ledger =
        office.ledger(
            "treasury-2020.csv",
            "支付凭证号,日期,收款人,支出功能分类科目,资金来源,金额",
            "ZF1,2020-03-01,某公司,2130599,中央,1");
    YearEnd.Done done =
        (YearEnd.Done)
            office.the(YearEnd.class).run(2020, List.of(ledger), Optional.of("甲"), office.out());
    return ((Closing.NotClosed) done.closed().orElseThrow())
        .open().stream()
            .map(open -> open.kind() + " " + String.join(" ", open.arguments()))
            .toList();
  }
}
