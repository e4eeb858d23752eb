package org.sunlitledger.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.sunlitledger.account.AccountRole;
import org.sunlitledger.console.browser.Person;
import org.sunlitledger.reconcile.ComparedYear;
import org.sunlitledger.reconcile.FilledWorkList;

/** The same pages in a browser: everybody can use them, with keys only, in both languages. */
@Tag("long")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DiscrepancyPageIT extends ComparedYear {
  @AutoClose private static Staff staff;

  @BeforeAll
  static void open() throws Exception {
    reconcile(
        with(
            "PZ1,2020-03-01,甲公司,,2130505,%s,中央,,CY-1,1200",
            "PZ3,2020-05-01,李建国,,2130505,%s,中央,,CY-1,3000",
            "ZZ8,2020-09-08,己公司,,2130505,%s,中央,,CY-1,44",
            "ZZ9,2020-09-09,戊公司,,2130505,%s,中央,,CY-1,55",
            "PZ2"));
    staff =
        Staff.of(office)
            .add("wangfang", "王芳", AccountRole.CLERK)
            .add("lisi", "李四", AccountRole.REVIEWER);
  }

  @Test
  @Order(1)
  void everyPageCanBeUsedByEverybodyInBothLanguages() {
    try (Person wang = staff.person("wangfang")) {
      for (String language : List.of("zh", "en")) {
        wang.go("/2020").speak(language);
        for (String page :
            List.of(
                "/2020/discrepancies",
                "/2020/discrepancies?kind=ledger-only",
                "/2020/discrepancies?text=none",
                "/2019/discrepancies",
                address("amount-differs"),
                address("ledger-only"))) {
          wang.go(page).inspect();
        }
      }
      wang.go("/2020/discrepancies").speak("zh");
      wang.page().setViewportSize(390, 844);
      wang.inspect().go(address("amount-differs")).inspect();
    }
  }

  @Test
  @Order(2)
  void aClerkResolvesByKeyboardAndAReviewerApprovesAndGoesOn() {
    try (Person wang = staff.person("wangfang")) {
      for (String kind : List.of("amount-differs", "payee-differs")) {
        wang.go(address(kind));
        wang.page().focus("input[value=explained]");
        wang.page().keyboard().press("Space");
        wang.page().focus("#why");
        wang.page().keyboard().type("已与支付中心核对");
        wang.page().keyboard().press("Control+Enter");
        wang.see("已处理，待他人复核。").see("这是您处理的，须由他人复核").inspect();
        assertThat(wang.page().getByText("复核同意")).hasCount(0);
      }
    }
    try (Person lisi = staff.person("lisi")) {
      lisi.go("/2020").see("复核 2 项差异").inspect();
      assertThat(lisi.page().locator(".menu .count")).containsText("2");
      lisi.use("复核 2 项差异");
      lisi.page().locator("tbody tr").last().focus();
      lisi.page().keyboard().press("Enter");
      lisi.use("复核同意，看下一项").see("已复核。这是下一项。").inspect();
      lisi.page().fill("#back", "请附银行回单");
      lisi.use("退回").see("已退回，恢复为未处理。").see("请附银行回单");
    }
  }

  @Test
  @Order(3)
  void manyAreChosenWithBoxesAndASheetGoesOutAndIn() throws Exception {
    try (Person wang = staff.person("wangfang")) {
      wang.go("/2020/discrepancies?kind=ledger-only");
      wang.page().locator("input[name=item]").first().check();
      wang.page().check("input[value=explained]");
      wang.page().fill("#why", "属其他资金");
      wang.use("处理所选的各项").see("共 1 项：1 项已处理").inspect();
      wang.go("/2020/discrepancies?status=open");
      Download download = wang.page().waitForDownload(() -> wang.use("下载工作表"));
      FilledWorkList sheet = new FilledWorkList(Files.readAllBytes(download.path()));
      int row = sheet.row(ids("ledger-only", "open").get(0));
      sheet.type(row, "处理", "已说明").type(row, "理由", "属其他资金");
      int other = sheet.row(ids("record-only", "open").get(0));
      sheet.type(other, "处理", "不知道");
      wang.page()
          .setInputFiles(
              "#work-list", new FilePayload("差异.xlsx", "application/octet-stream", sheet.bytes()));
      wang.use("上传并处理").see("填写了 2 行：1 行已处理，待他人复核；1 行没有处理").see("不知道").inspect();
    }
  }

  private static String address(String kind) {
    return "/2020/discrepancies/" + ids(kind, "%").get(0);
  }

  private static List<Long> ids(String kind, String status) {
    return office
        .sql()
        .sql(
            """
            select id
            from discrepancy
            where kind = :kind
              and status <> 'gone'
              and status like :status
            order by id
            """)
        .param("kind", kind)
        .param("status", status)
        .query(Long.class)
        .list();
  }
}
