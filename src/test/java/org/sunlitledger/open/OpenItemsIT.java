package org.sunlitledger.open;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.decision.Refusal;
import org.sunlitledger.open.OpenDecisions.OpenDecided;
import org.sunlitledger.open.OpenDecisions.OpenRefused;
import org.sunlitledger.testing.Office;

/** What is open stays open, marks reports as drafts, and can be set aside on the record. */
class OpenItemsIT {
  private static final String AID = "收据编号,帮扶类别,提供单位,形式,到位日期,折合金额";
  private static final String LOAN =
      "借款合同号,乡镇,行政村,户编号,借款人,借款人身份证号,承贷银行,放款日期,到期日期,贷款金额,年利率,担保方式,贷款用途";
  private static final String HOUSEHOLD = "户编号,户主姓名,户主身份证号,乡镇,行政村,家庭人口,户类型";
  private static final Path F16_F19 = Path.of("src/test/resources/cases/definitions-F16-F19");

  @Test
  void aRejectedFileMakesReportsDraftsUntilItIsSetAside(@TempDir Path folder) throws IOException {
    try (Office office = Office.in(folder)) {
      office.deliverAll(Path.of("src/test/resources/small-county/2020"));
      assertThat(office.night(2020).isClean()).isTrue();
      assertThat(report(office, "annual-2019")).doesNotContain("帮扶某镇2020.csv");

      office.deliverAll(Path.of("src/test/resources/cases/another-county/1-refused-file-shipped"));
      assertThat(office.night(2020).isClean()).isFalse();
      assertThat(office.night(2020).isClean()).as("the next night says so again").isFalse();
      assertThat(office.open()).containsExactly("帮扶某镇2020.csv: FILE 1");
      assertThat(report(office, "annual-2019")).startsWith("草稿").contains("帮扶某镇2020.csv：整份退回");

      long number = office.the(OpenItems.class).groups().get(0).first();
      OpenDecisions decisions = office.the(OpenDecisions.class);
      assertThat(refusal(decisions.setAside(List.of(number), " ", "王芳")))
          .isEqualTo(Refusal.RefusalKind.TEXT_EMPTY);
      assertThat(refusal(decisions.setAside(List.of(999L), "重复", "王芳")))
          .isEqualTo(Refusal.RefusalKind.UNKNOWN_OPEN);
      assertThat(decisions.setAside(List.of(number), "与镇上核实，为重复报送", "王芳"))
          .isInstanceOf(OpenDecided.class);
      assertThat(refusal(decisions.setAside(List.of(number), "重复", "李四")))
          .isEqualTo(Refusal.RefusalKind.ALREADY_SET_ASIDE);
      assertThat(office.night(2020).isClean()).isTrue();
      assertThat(report(office, "annual-2019")).doesNotContain("帮扶某镇2020.csv");

      assertThat(refusal(decisions.approve(number, "王　芳")))
          .isEqualTo(Refusal.RefusalKind.SAME_PERSON);
      assertThat(decisions.approve(number, "李四")).isInstanceOf(OpenDecided.class);
      assertThat(office.the(OpenItems.class).setAside())
          .singleElement()
          .satisfies(item -> assertThat(item.approved().orElseThrow().by()).isEqualTo("李四"));
      assertThat(decisions.undo(List.of(number), "王芳")).isInstanceOf(OpenDecided.class);
      assertThat(office.night(2020).isClean()).isFalse();
      assertThat(audit(office))
          .containsExactly(
              "王芳 set-aside 帮扶某镇2020.csv: 与镇上核实，为重复报送",
              "李四 approve 帮扶某镇2020.csv: set aside by 王芳: 与镇上核实，为重复报送",
              "王芳 set-aside-undo 帮扶某镇2020.csv: 与镇上核实，为重复报送");

      office.deliver("帮扶某镇2020.csv", AID, "SJ-1,帮扶资金,甲单位,现金,2020-01-10,10", "合计,,,,,10");
      assertThat(office.night(2020).isClean()).as("it was corrected").isTrue();
    }
  }

  @Test
  void whatIsOpenInAnEarlierYearIsUnderCumulativeFigures(@TempDir Path folder) throws IOException {
    try (Office office = Office.in(folder, Map.of("sunlit.definitions", F16_F19.toString()))) {
      office
          .deliver("花名册2020.csv", HOUSEHOLD, household(1), household(2), household(3))
          .deliver("小额信贷2020.csv", LOAN, loan(2020, 1, 30_000));
      office.night(2020);
      assertThat(report(office, "x")).doesNotStartWith("草稿");

      office.deliver("小额信贷2019.csv", LOAN, loan(2019, 2, 30_000), "合计,,,,,,,,,99999,,,");
      office.night(2020);
      assertThat(report(office, "x")).startsWith("草稿").contains("小额信贷2019.csv：整份退回");

      office.deliver("小额信贷2019.csv", LOAN, loan(2019, 2, 30_000), loan(2019, 3, 600_000));
      office.night(2020);
      assertThat(report(office, "x")).startsWith("草稿").contains("小额信贷2019.csv：1 行被退回");

      office.deliver("小额信贷2021.csv", LOAN, "JK2021-1,不知");
      office.deliver("小额信贷2019.csv", LOAN, loan(2019, 2, 30_000), loan(2019, 3, 50_000));
      office.night(2020);
      assertThat(report(office, "x")).as("a later year is under nothing").doesNotStartWith("草稿");
      assertThat(office.open()).containsExactly("小额信贷2021.csv: LINE 1");
    }
  }

  private static String household(int number) {
    return "HH%06d,王合成,%s,香山乡,米粮川村,3,建档立卡户".formatted(number, person(number));
  }

  private static String loan(int year, int number, int yuan) {
    return "JK%d-%05d,香山乡,米粮川村,HH%06d,王合成,%s,农业银行,%d-03-01,%d-03-01,%d,4.35,信用,养羊"
        .formatted(year, number, number, person(number), year, year + 1, yuan);
  }

  private static String person(int number) {
    String first = "9905021970010100%01d".formatted(number);
    return first + org.sunlitledger.quantity.person.IdNumber.check(first);
  }

  private static String report(Office office, String name) throws IOException {
    return Files.readString(office.out().resolve("2020/" + name + ".txt"));
  }

  private static Refusal.RefusalKind refusal(OpenDecisions.OpenDecisionResult result) {
    return ((OpenRefused) result).why().kind();
  }

  private static List<String> audit(Office office) {
    return office
        .sql()
        .sql("select who || ' ' || action || ' ' || detail from audit_event order by id")
        .query(String.class)
        .list();
  }
}
