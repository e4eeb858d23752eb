package org.sunlitledger.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.job.Outcome;
import org.sunlitledger.testing.Office;

/** Cells that overflow sums or control a terminal, names in wrong columns, and a missing key. */
class HostileCellsTest {
  private static final String AID = "收据编号,帮扶类别,提供单位,形式,到位日期,折合金额";
  private static final String LOAN =
      "借款合同号,乡镇,行政村,户编号,借款人,借款人身份证号,承贷银行,放款日期,到期日期,贷款金额,年利率,担保方式,贷款用途";

  @Test
  void eachIsRefusedByItselfAndStopsNoOther(@TempDir Path folder) {
    try (Office office = Office.in(folder)) {
      office.deliver("好2020.csv", AID, aid("SJ-0", "甲单位", "100"));
      absurd(office, "大1-2020.csv", "900000000000");
      absurd(office, "大2-2020.csv", "899,999,999,999.99");
      absurd(office, "大3-2020.csv", "9000亿元");
      absurd(office, "大4-2020.csv", "90000000万元");
      absurd(office, "大5-2020.csv", "600000000000");
      office.deliver(
          "远2020.csv", AID, aid("SJ-9", "甲单位", "1e999"), aid("SJ-8", "甲", "9".repeat(400)));
      String[] signs = {
        "\u202e", "\u200f", "\u061c", "\u0085", "\u009b", "\u001b[2J", "\u2028", "\u2029", "\ufffd"
      };
      List<String> lines = new ArrayList<>(List.of(AID));
      for (int i = 0; i < signs.length; i++) {
        lines.add(aid("ST-" + i, "甲" + signs[i] + "单位", "100"));
      }
      office.deliver("符号2020.csv", lines.toArray(String[]::new));
      office.deliver(
          "贷款2020.csv",
          LOAN,
          loan("JK-1", "张三丰", "张三丰养殖专业合作社养牛"),
          loan("JK-2", "张三丰", "张三丰养牛"),
          loan("JK-3", "高明", "高明村养牛"),
          loan("11010519491231002X", "张三丰", "养牛"),
          loan("JK990502202003050001", "张三丰", "养牛"));
      Outcome night = office.night(2020);
      List<String> findings = office.findings();
      for (int i = 1; i <= 5; i++) {
        String file = "大" + i + "-2020.csv";
        assertThat(findings)
            .anyMatch(told -> told.startsWith(file) && told.contains("file-sum-too-large"));
      }
      assertThat(findings)
          .contains("远2020.csv:2 amount 折合金额=1e999")
          .filteredOn(told -> told.contains("control-character"))
          .hasSize(signs.length);
      assertThat(night.isDone()).isTrue();
      assertThat(findings).anyMatch(told -> told.contains("personal-key 借款合同号=110105************"));
      assertThat(findings)
          .noneMatch(told -> told.contains("personal-key") && told.contains("990502"));
      assertThat(office.sql().sql("select receipt_no from aid").query(String.class).list())
          .containsExactly("SJ-0");
      assertThat(
              office
                  .sql()
                  .sql("select purpose from microloan order by line")
                  .query(String.class)
                  .list())
          .containsExactly("张三丰养殖专业合作社养牛", "张**养牛", "高明村养牛", "养牛");
    }
  }

  @Test
  void halfOfASurrogatePairIsRejectedInEveryKindOfFile(@TempDir Path folder) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(bytes, "x", "1.0")) {
      Worksheet sheet = book.newWorksheet("帮扶");
      List<String> lines = List.of(AID, aid("SX-1", "甲_xD83D_单位", "100"), aid("SX-2", "甲", "100"));
      for (int row = 0; row < lines.size(); row++) {
        List<String> cells = List.of(lines.get(row).split(",", -1));
        for (int column = 0; column < cells.size(); column++) {
          sheet.value(row, column, cells.get(column));
        }
      }
    }
    try (Office office = Office.in(folder)) {
      office.deliver("半个2020.xlsx", bytes.toByteArray());
      byte[] text = (AID + "\n" + aid("SC-1", "甲???单位", "100") + "\n").getBytes(UTF_8);
      int at = new String(text, ISO_8859_1).indexOf("???");
      text[at] = (byte) 0xed;
      text[at + 1] = (byte) 0xa0;
      text[at + 2] = (byte) 0xbd;
      office.deliver("一半2020.csv", text);
      office.night(2020);
      assertThat(office.findings())
          .anyMatch(found -> found.startsWith("半个2020.xlsx:2 control-character 提供单位"))
          .anyMatch(found -> found.startsWith("一半2020.csv"));
      assertThat(office.sql().sql("select receipt_no from aid").query(String.class).list())
          .containsExactly("SX-2");
    }
  }

  @Test
  void aLostKeyIsSaidAndNothingIsWrittenInItsPlace(@TempDir Path folder) throws IOException {
    Path key = folder.resolve("var/secret.key");
    try (Office office = Office.in(folder)) {
      assertThat(key).exists();
      byte[] before = Files.readAllBytes(key);
      Files.delete(key);
      assertThatThrownBy(() -> office.again(Map.of()))
          .hasRootCauseMessage(
              "身份证号的密钥丢失，未写入任何内容；请从备份恢复 %1$s，或设置 SUNLIT_INTAKE_SECRET / the key of the ID numbers is lost; nothing was written: restore %1$s from a backup, or set SUNLIT_INTAKE_SECRET"
                  .formatted(key));
      assertThat(key).doesNotExist();
      Files.writeString(key, " \n");
      assertThatThrownBy(() -> office.again(Map.of())).hasStackTraceContaining("is empty");
      Files.writeString(key, "another");
      assertThatThrownBy(() -> office.again(Map.of())).hasStackTraceContaining("is not the one");
      assertThatThrownBy(() -> office.again(Map.of("sunlit.intake.secret", "another one")))
          .hasStackTraceContaining("is not the one");
      assertThat(key).content().isEqualTo("another");
      Files.write(key, before);
      office.again(Map.of()).close();
    }
  }

  /** Ten times the largest amount is more than any county has. */
  private static void absurd(Office office, String name, String amount) {
    List<String> lines = new ArrayList<>(List.of(AID));
    for (int i = 0; i < 10; i++) {
      lines.add(aid(name.charAt(1) + "-%03d".formatted(i), "甲单位", "\"" + amount + "\""));
    }
    office.deliver(name, lines.toArray(String[]::new));
  }

  private static String aid(String receipt, String donor, String amount) {
    return "%s,帮扶资金,%s,现金,2020-01-10,%s".formatted(receipt, donor, amount);
  }

  private static String loan(String contract, String name, String purpose) {
    return "%s,香山乡,大沟村,HH000001,%s,11010519491231002X,某银行,2020-03-05,2022-03-05,50000,4.35,信用,%s"
        .formatted(contract, name, purpose);
  }
}
