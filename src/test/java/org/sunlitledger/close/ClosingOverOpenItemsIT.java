package org.sunlitledger.close;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sunlitledger.decision.Refusal;
import org.sunlitledger.job.Outcome;
import org.sunlitledger.open.OpenDecisions;
import org.sunlitledger.open.OpenItems;

/**
 * A year cannot be closed while something of any kind is open, until two persons have set it aside;
 * what comes after the close leaves the published report as it is.
 */
@Tag("long")
class ClosingOverOpenItemsIT extends ReadyYear {
  private static final String AID = "收据编号,帮扶类别,提供单位,形式,到位日期,折合金额";

  @Test
  void eachKindKeepsTheYearOpenUntilTwoPersonsHaveDecided() throws IOException {
    deliverOneOfEachKind();
    Outcome night = office.night(2020);
    desk.reconcile(2020);
    assertThat(night.isClean()).isFalse();
    assertThat(desk.obstacles(2020))
        .allMatch(open -> open.matches(".* [0-9]+"))
        .extracting(open -> open.replaceFirst(" [0-9]+$", "").strip())
        .containsExactlyInAnyOrder(
            "OPEN_FILE 未读2020.csv 1",
            "OPEN_FILE 整份退回2020.csv 1",
            "OPEN_LINE 退回行2020.csv 1",
            "OPEN_COLUMN 未读列2020.csv 1 配套资金",
            "OPEN_SHEET 未读表2020.xlsx 1 另附",
            "OPEN_TOTAL 合计未核对2020.csv 1 合计（大写）：约壹仟元");
    assertThat(report()).startsWith("草稿").contains("未读列2020.csv").contains("合计未核对2020.csv");

    OpenDecisions decisions = office.the(OpenDecisions.class);
    List<Long> numbers = office.the(OpenItems.class).between(1, 99, false);
    assertThat(numbers).hasSize(6);
    assertThat(decisions.setAside(numbers, "与镇上核实，不计入", "王芳"))
        .isInstanceOf(OpenDecisions.OpenDecided.class);
    assertThat(desk.obstacles(2020))
        .hasSize(6)
        .allMatch(obstacle -> obstacle.startsWith("SET_ASIDE_UNAPPROVED"));
    for (long number : numbers) {
      assertThat(desk.obstacles(2020)).anyMatch(open -> open.contains(" " + number + " "));
      assertThat(((OpenDecisions.OpenRefused) decisions.approve(number, " 王芳")).why().kind())
          .isEqualTo(Refusal.RefusalKind.SAME_PERSON);
      assertThat(decisions.approve(number, "李四")).isInstanceOf(OpenDecisions.OpenDecided.class);
    }
    office.night(2020);
    assertThat(report()).doesNotStartWith("草稿");
    desk.mustClose(2020);
  }

  @Test
  void whatComesLateIsShownAndChangesNothing() throws IOException {
    desk.mustClose(2020);
    String published = report();
    deliverOneOfEachKind();
    Outcome night = office.night(2020);
    assertThat(night.isClean()).isFalse();
    assertThat(night.open()).hasSize(6).allMatch(OpenItems.OpenGroup::isLate);
    assertThat(night.held()).isEqualTo(4);
    assertThat(report()).isEqualTo(published);
    desk.assertAgrees(2020, 1);
    assertThat(office.night(2020).open()).as("and so every night").hasSize(6);

    assertThat(desk.reopen(2020)).isInstanceOf(Reopening.Reopened.class);
    office.night(2020);
    desk.reconcile(2020);
    assertThat(desk.obstacles(2020)).as("it blocks a new close").hasSize(6);
  }

  private String report() throws IOException {
    return Files.readString(office.out().resolve("2020/annual-2019.txt"));
  }

  private void deliverOneOfEachKind() throws IOException {
    office
        .deliver("整份退回2020.csv", AID, aid(1), "合计,,,,,1001")
        .deliver("退回行2020.csv", AID, aid(2), aid(3).replace("1000", "约1000"))
        .deliver("未读表2020.xlsx", workbook())
        .deliver("未读列2020.csv", AID + ",配套资金", aid(5) + ",500")
        .deliver("合计未核对2020.csv", AID, aid(6), "合计（大写）：约壹仟元");
    Files.createSymbolicLink(office.inbox().resolve("未读2020.csv"), Path.of("nowhere"));
  }

  private static byte[] workbook() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
      write(workbook.newWorksheet("台账"), AID, aid(4));
      write(workbook.newWorksheet("另附"), "发票,商户,额度", "F1,甲,2000", "F2,乙,3000");
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

  private static String aid(int number) {
    return "SJ-Z-%d,帮扶资金,甲单位,现金,2020-01-10,1000".formatted(number);
  }
}
