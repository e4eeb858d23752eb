package org.sunlitledger.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.account.AccountRole;
import org.sunlitledger.console.browser.Person;
import org.sunlitledger.testing.Office;

/** The same pages in a browser: two people decide. */
@Tag("long")
class BookPagesPageIT {
  private static final String AID = "收据编号,帮扶类别,提供单位,形式,到位日期,折合金额";
  private static Office office;
  @AutoClose private static Staff staff;

  @BeforeAll
  static void open(@TempDir Path folder) throws Exception {
    office = Office.in(folder).deliverAll(Path.of("src/test/resources/small-county/2020"));
    office
        .deliver(
            "教育局/丁2020.csv",
            AID,
            "SJ-901,帮扶资金,甲单位,现金,2020-01-10,100",
            "SJ-902,帮扶资金,乙单位,现金,2020-01-10,叁佰",
            "SJ-903,帮扶资金,乙单位,现金,2020-01-10,肆佰",
            "SJ-904,帮扶资金,乙单位,现金,2020-01-10,100",
            "SJ-0904,帮扶资金,乙单位,现金,2020-01-10,100")
        .night(2020);
    office
        .deliver(
            "教育局/戊2020.csv",
            AID,
            "SJ-901,帮扶资金,甲单位,现金,2020-01-10,100",
            "SJ-905,帮扶资金,甲单位,现金,2020-01-10,100")
        .night(2020);
    staff =
        Staff.of(office)
            .add("wangfang", "王芳", AccountRole.CLERK)
            .add("lisi", "李四", AccountRole.REVIEWER);
  }

  @Test
  void aClerkProposesByKeyboardAndAReviewerApproves() {
    String page = "/deliveries/" + id("教育局/丁2020.csv");
    try (Person wangfang = staff.person("wangfang")) {
      wangfang.go(page);
      wangfang.page().focus("input[type=checkbox]");
      wangfang.page().keyboard().press("Space");
      wangfang.page().focus("#why");
      wangfang.page().keyboard().type("单据遗失，不再计入");
      wangfang.page().keyboard().press("Control+Enter");
      wangfang.page().waitForSelector(".notice");
      assertThat(wangfang.page().textContent(".notice")).contains("已搁置，待他人复核");
      assertThat(wangfang.page().textContent(".decision")).contains("王芳", "单据遗失", "这是您搁置的");
      wangfang.inspect();
    }
    try (Person lisi = staff.person("lisi")) {
      lisi.go(page).inspect();
      assertThat(lisi.page().isDisabled("button[aria-describedby=set-aside-who]")).isTrue();
      lisi.page().click(".decision >> text=复核同意");
      lisi.page().waitForURL("**done=approved");
      assertThat(lisi.page().textContent(".decision")).contains("李四 于 ");
      lisi.page().click(".decision button.second");
      lisi.page().waitForURL("**done=taken-back");
      assertThat(lisi.page().textContent(".notice")).contains("已恢复为未决");
      lisi.go("/2020/audit");
      assertThat(lisi.page().textContent("main")).contains("王芳", "李四", "取消搁置");
    }
  }

  @Test
  void rowsOfAListAreMovedThroughByArrowsAndOpenedByEnter() {
    try (Person wangfang = staff.person("wangfang")) {
      Page page = wangfang.go("/2020/deliveries?sort=oldest").page();
      page.focus("main .wide");
      page.keyboard().press("Tab");
      assertThat(focused(page)).startsWith("1 ");
      page.keyboard().press("ArrowDown");
      page.keyboard().press("ArrowDown");
      page.keyboard().press("ArrowUp");
      assertThat(focused(page)).startsWith("2 ");
      // the row is where the list is left and come back to
      page.keyboard().press("Shift+Tab");
      page.keyboard().press("Tab");
      assertThat(focused(page)).startsWith("2 ");
      assertThat(page.locator("tr[tabindex='0']").count()).isEqualTo(1);
      wangfang.inspect();
      page.keyboard().press("Enter");
      page.waitForURL("**/deliveries/2");
    }
  }

  private static String focused(Page page) {
    return (String) page.evaluate("() => document.activeElement.innerText.replace(/\\s+/g, ' ')");
  }

  private static long id(String name) {
    return office
        .sql()
        .sql("select min(id) from delivery where name = :name")
        .param("name", name)
        .query(Long.class)
        .single();
  }
}
