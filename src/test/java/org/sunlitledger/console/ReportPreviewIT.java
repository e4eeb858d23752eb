package org.sunlitledger.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.account.AccountRole;
import org.sunlitledger.console.browser.PageLook;
import org.sunlitledger.console.browser.Person;
import org.sunlitledger.figure.Figures;
import org.sunlitledger.testing.Office;

/** A report in a browser, before it is taken along: its figures open, missing ones say why. */
@Tag("long")
class ReportPreviewIT {
  private static final String REPORT = "/2020/reports/annual-2019";

  private static Office office;
  @AutoClose private static Staff staff;

  @BeforeAll
  static void open(@TempDir Path folder) throws Exception {
    office = Office.in(folder).deliverAll(Path.of("src/test/resources/small-county/2020"));
    office.deliver("教育局/认不出的表2020.csv", "甲,乙", "1,2").night(2020);
    staff =
        Staff.of(office)
            .add("wangfang", "王芳", AccountRole.CLERK)
            .add("chen", "陈九", "水务局", AccountRole.VIEWER);
  }

  @Test
  void eachFigureIsALinkAndSaysItsExactValueToMouseAndKeyboard() {
    try (Person wangfang = staff.person("wangfang")) {
      Page page = wangfang.go(REPORT).page();
      Locator projects = page.locator("a.figure[href='/2020/figures/F12']").first();
      assertThat(projects.locator(".detail")).isHidden();
      projects.hover();
      assertThat(projects.locator(".detail")).isVisible();
      page.mouse().move(0, 0);
      projects.focus();
      page.keyboard().press("Shift+Tab");
      assertThat(projects.locator(".detail")).isHidden();
      page.keyboard().press("Tab");
      assertThat(projects.locator(".detail")).isVisible();
      assertThat(projects.locator(".detail")).containsText("由 4 行得出");
      assertThat(page.locator("a.figure[href='/2020/figures/F11'] .detail").first())
          .containsText("精确值");
      Set<String> known =
          office.the(Figures.class).of(2020).stream()
              .map(figure -> "/2020/figures/" + figure.figure().id())
              .collect(Collectors.toSet());
      List<?> linked =
          (List<?>)
              page.evaluate(
                  "[...document.querySelectorAll('a.figure')].map(a => a.getAttribute('href'))");
      assertThat(linked).hasSizeGreaterThan(200);
      assertThat(known).containsAll(linked.stream().map(String::valueOf).toList());
    }
  }

  @Test
  void aMissingFigureIsRedAndLeadsToWhatMendsIt() {
    try (Person wangfang = staff.person("wangfang")) {
      Page page = wangfang.go(REPORT).page();
      new PageLook(wangfang, "report").everywhere();
      Locator missing = page.locator("a.missing").first();
      assertThat(missing).hasCSS("color", "rgb(166, 27, 27)");
      Locator todo = page.locator("a.missing + a.todo").first();
      todo.focus();
      page.keyboard().press("Enter");
      Locator reason = page.locator(".reasons li:target");
      assertThat(reason).isVisible();
      assertThat(reason.locator("a[href='/2020/upload']")).isVisible();
      assertThat(page.locator(".reasons")).containsText("教育局/认不出的表2020.csv");
    }
    try (Person chen = staff.person("chen")) {
      chen.go(REPORT);
      assertThat(chen.page().locator(".reasons")).containsText("其他单位的文件还有 1 条");
      assertThat(chen.page().locator(".reasons")).not().containsText("认不出的表");
    }
  }

  @Test
  void itPrintsTheReportAndNothingElse() {
    try (Person wangfang = staff.person("wangfang")) {
      Page page = wangfang.go(REPORT).page();
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      assertThat(page.locator("article.report .draft").first()).isVisible();
      for (String hidden : List.of("header.top", "h1", "main > .card", ".todo", ".printed")) {
        assertThat(page.locator(hidden).first()).isHidden();
      }
    }
  }
}
