package org.sunlitledger.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.account.AccountRole;
import org.sunlitledger.testing.Office;

/** Rules and registers, as a browser asks for them. */
class DefinitionPagesIT {
  private static Office office;
  @AutoClose private static Staff staff;
  private static Visitor clerk;
  private static Visitor viewer;

  @BeforeAll
  static void open(@TempDir Path folder) throws Exception {
    office = Office.in(folder);
    office
        .deliver("帮扶2020.csv", "收据编号,帮扶类别,提供单位,形式,到位日期,折合金额", "SJ-902,帮扶资金,乙单位,现金,2020-01-10,叁佰")
        .night(2020);
    staff =
        Staff.of(office)
            .add("wangfang", "王芳", AccountRole.CLERK)
            .add("qianqi", "钱七", AccountRole.VIEWER);
    clerk = staff.visitor("wangfang");
    viewer = staff.visitor("qianqi");
  }

  @Test
  void rulesSayWhatIsWrongAndHowOften() throws Exception {
    assertThat(clerk.get("/rules").body())
        .contains("怎样更正", "/2020/findings?rule=amount", "规则文件摘要")
        .containsPattern("<code>[0-9a-f]{64}</code>");
    assertThat(viewer.get("/rules").body()).doesNotContain("/findings?rule=");
    assertThat(clerk.get("/rules?q=" + encoded("没有这样的规则")).body()).contains("没有符合筛选条件的内容");
    assertThat(clerk.get("/rules?register=subsidy&severity=error").body()).contains("补贴");
  }

  @Test
  void anEmptyWorkbookIsFilledAndHandedIn(@TempDir Path folder) throws Exception {
    assertThat(viewer.get("/registers").body()).contains("/registers/aid/empty.xlsx");
    assertThat(viewer.get("/registers/aid").body()).contains("收据编号", "编号，不能重复", "金额");
    assertThat(viewer.get("/registers/none").statusCode()).isEqualTo(404);
    byte[] empty = viewer.download("/registers/aid/empty.xlsx").body();
    Map<String, String> values =
        Map.of(
            "收据编号",
            "SJ-1",
            "帮扶类别",
            "帮扶资金",
            "提供单位",
            "甲单位",
            "形式",
            "现金",
            "到位日期",
            "2020-01-10",
            "折合金额",
            "12.34");
    ByteArrayOutputStream filled = new ByteArrayOutputStream();
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(empty))) {
      XSSFSheet sheet = workbook.getSheetAt(0);
      XSSFRow row = sheet.createRow(1);
      sheet
          .getRow(0)
          .forEach(
              title ->
                  row.createCell(title.getColumnIndex())
                      .setCellValue(values.getOrDefault(title.getStringCellValue(), "")));
      workbook.write(filled);
    }
    try (Office other = Office.in(folder)) {
      other.deliver("帮扶资金2020.xlsx", filled.toByteArray()).night(2020);
      assertThat(other.findings()).isEmpty();
      assertThat(other.sql().sql("select amount from live_aid").query(Long.class).list())
          .containsExactly(1234L);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
