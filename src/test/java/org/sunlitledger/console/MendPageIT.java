package org.sunlitledger.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.account.AccountRole;
import org.sunlitledger.console.browser.Person;
import org.sunlitledger.testing.Office;

/** Corrections in a browser, by mouse and by keyboard. */
@Tag("long")
class MendPageIT {
  private static final String HEADER = "收据编号,帮扶类别,提供单位,形式,到位日期,折合金额（万元）";
  private static final Pattern RESULT = Pattern.compile(".*/mend/submitted/\\d+");

  private final Office office;
  @AutoClose private Staff staff;

  @SuppressWarnings("NullAway.Init") // each test opens the console with lines of its own
  MendPageIT(@TempDir Path folder) {
    office = Office.in(folder);
  }

  private void open(String... lines) throws Exception {
    List<String> all = new ArrayList<>(List.of(HEADER));
    all.addAll(List.of(lines));
    office.deliver("aid-2020.csv", all.toArray(String[]::new)).night(2020);
    staff =
        Staff.of(office)
            .add("wangfang", "王芳", AccountRole.CLERK)
            .add("lisi", "李四", AccountRole.CLERK);
  }

  @Test
  void fiveHundredLinesAreMendedByTheirFacets() throws Exception {
    List<String> lines = new ArrayList<>(List.of(line("SJ-0000", "现金", "2020-01-10", "1")));
    List<String> words = List.of("钱", "款", "物", "东西");
    for (int i = 1; i <= 500; i++) {
      lines.add(line("SJ-%04d".formatted(i), words.get(i % 4), "2020-01-10", "1"));
    }
    open(lines.toArray(String[]::new));
    try (Person wangfang = staff.person("wangfang")) {
      Page page = wangfang.go("/2020/findings").inspect().page();
      int touches = 0;
      page.getByText("更正aid-2020.csv").or(page.locator("td a.button")).first().click();
      touches++;
      for (String word : words) {
        page.locator(".facet a", hasText("不在代码表内")).click();
        page.locator(".facet a", hasText("形式")).click();
        page.locator(".facet a", hasText(word + " ")).first().click();
        page.fill("#all-text", word.equals("钱") || word.equals("款") ? "现金" : "实物");
        page.click("button[value=SET]");
        touches += 3 + 3 + 1;
        assertThat(page.textContent(".done")).isEqualTo("已改 125 行");
        page.click(".facets p a");
        touches++;
      }
      wangfang.inspect();
      page.click(".actions a.button");
      page.click("form[action$=submit] button");
      touches += 2;
      assertThat(touches).isLessThanOrEqualTo(40);
      page.waitForURL(RESULT);
      assertThat(page.locator("#result .status.good").textContent()).contains("500");
      wangfang.inspect();
    }
    assertThat(office.findings()).isEmpty();
  }

  @Test
  void byKeyboardAloneCellsAreTypedPastedTakenBackAndWithdrawn() throws Exception {
    open(
        line("SJ-1", "现金", "2020-01-10", "1"),
        line("SJ-2", "钱", "2020-01-11", "2"),
        line("SJ-3", "钱", "2019-01-12", "贰"),
        line("SJ-4", "物", "2020-01-13", "4"),
        line("SJ-5", "物", "2020-01-14", "5"));
    try (Person wangfang = staff.person("wangfang")) {
      Page page = wangfang.go("/deliveries/1/mend").inspect().page();
      page.keyboard().press("F8");
      assertThat(focused(page)).isEqualTo("第 3 行 形式");
      page.keyboard().press("Control+A");
      page.keyboard().type("现金");
      page.keyboard().press("Enter");
      assertThat(focused(page)).isEqualTo("第 4 行 形式");
      waitForDrafts("3 3 现金");
      // a block of Excel, with the cell at its left upper corner
      paste(page, "现金\t2020-01-12\t2\n实物\t2020-01-13\t4\n");
      waitForDrafts("3 3 现金", "4 3 现金", "4 4 2020-01-12", "4 5 2", "5 3 实物");
      page.keyboard().press("Tab");
      assertThat(focused(page)).isEqualTo("第 4 行 到位日期");
      page.keyboard().press("Control+z");
      waitForDrafts("3 3 现金", "4 3 现金", "4 5 2", "5 3 实物");
      page.keyboard().press("Control+A");
      page.keyboard().type("2020-01-12");
      page.keyboard().press("Shift+Enter");
      assertThat(focused(page)).isEqualTo("第 3 行 到位日期");
      waitForDrafts("3 3 现金", "4 3 现金", "4 4 2020-01-12", "4 5 2", "5 3 实物");
      waitUntilSaved(page);
      page.keyboard().press("F8");
      assertThat(focused(page)).isEqualTo("第 6 行 形式");
      while (!focused(page).startsWith("撤回")) {
        page.keyboard().press("Tab");
      }
      page.keyboard().press("Space");
      waitForDrafts("3 3 现金", "4 3 现金", "4 4 2020-01-12", "4 5 2", "5 3 实物", "6 -1 撤回");
      waitUntilSaved(page);
      wangfang.inspect();
      wangfang.go("/deliveries/1/mend/submit").inspect();
      while (!focused(page).startsWith("提交 4 行")) {
        page.keyboard().press("Tab");
      }
      page.keyboard().press("Enter");
      page.waitForURL(RESULT);
      assertThat(page.locator("#result .status.good").textContent()).contains("3");
    }
    assertThat(office.findings()).isEmpty();
  }

  @Test
  void whatCannotBeSavedIsToldAndAnotherPersonIsSeen() throws Exception {
    open(line("SJ-1", "钱", "2020-01-11", "2"), line("SJ-2", "物", "2020-01-11", "2"));
    try (Person wangfang = staff.person("wangfang");
        Person lisi = staff.person("lisi")) {
      lisi.go("/deliveries/1/mend");
      Page page = wangfang.go("/deliveries/1/mend").page();
      page.locator("tbody input").first().fill("现金");
      page.locator("tbody input").first().press("Enter");
      waitForDrafts("2 3 现金");
      page.waitForSelector("input.changed");
      assertThat(page.locator("#reason-2-3").textContent()).isEmpty();
      page.locator("button.undo").first().click();
      waitForDrafts();
      page.locator("tbody input").first().fill("现钱");
      page.locator("tbody input").first().press("Tab");
      waitForDrafts("2 3 现钱");
      lisi.go("/deliveries/1/mend");
      assertThat(lisi.page().textContent(".others")).contains("王芳 也在更正：1 行");
      lisi.inspect();
      page.locator("tbody [data-cell='-1']").nth(1).click();
      waitForDrafts("2 3 现钱", "3 -1 撤回");
      office.sql().sql("update mend_draft set submission_id = null").update();
      wangfang.expectRefusals(1);
      office.sql().sql("delete from reject where line = 2").update();
      page.locator("tbody input").first().fill("现金");
      page.locator("tbody input").first().press("Tab");
      page.waitForSelector("#mend-problem:not(:empty)");
      assertThat(page.textContent("#mend-problem")).contains("第 2 行已不能更正", "未作任何改动");
    }
  }

  @Test
  void onATelephoneAndInEnglishThePagesAreReadableToo() throws Exception {
    open(line("SJ-1", "钱", "2020-01-11", "2"), line("SJ-2", "物", "2019-01-11", "贰"));
    try (Person wangfang = staff.person("wangfang")) {
      for (String path :
          List.of(
              "/2020/findings", "/deliveries/1/mend", "/deliveries/1/mend?columns=all&rule=code")) {
        wangfang.go(path).inspect();
        wangfang.page().setViewportSize(390, 844);
        wangfang.go(path).inspect();
        wangfang.page().setViewportSize(1366, 768);
      }
      wangfang.go("/deliveries/1/mend").speak("en").inspect();
    }
  }

  private static String line(String receipt, String form, String date, String amount) {
    return "%s,帮扶资金,甲单位,%s,%s,%s".formatted(receipt, form, date, amount);
  }

  private static Page.LocatorOptions hasText(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }

  private static String focused(Page page) {
    return (String)
        page.evaluate(
            "() => { const at = document.activeElement;"
                + " return at.getAttribute('aria-label') ?? (at.labels?.[0] ?? at).textContent.trim(); }");
  }

  private static void paste(Page page, String block) {
    page.evaluate(
        "text => { const data = new DataTransfer(); data.setData('text/plain', text);"
            + " document.activeElement.dispatchEvent(new ClipboardEvent('paste',"
            + " {clipboardData: data, bubbles: true, cancelable: true})); }",
        block);
  }

  /** Waits until the page knows that nothing is left to be saved. */
  private static void waitUntilSaved(Page page) {
    page.waitForFunction("() => document.getElementById('mend').dataset.unsaved === 'false'");
  }

  private void waitForDrafts(String... expected) throws InterruptedException {
    List<String> found = List.of();
    for (int i = 0; i < 100 && !found.equals(List.of(expected)); i++) {
      Thread.sleep(i == 0 ? 0 : 50);
      found =
          office
              .sql()
              .sql("select line, cell, text from mend_draft order by line, cell")
              .query((row, number) -> row.getInt(1) + " " + row.getInt(2) + " " + row.getString(3))
              .list();
    }
    assertThat(found).containsExactly(expected);
  }
}
