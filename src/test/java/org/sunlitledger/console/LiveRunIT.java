package org.sunlitledger.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.account.AccountRole;
import org.sunlitledger.cli.SunlitLedger;
import org.sunlitledger.console.browser.Person;
import org.sunlitledger.testing.Office;
import org.sunlitledger.testing.OtherProcess;

/** A run that some other process started, as cron does, seen in a browser while it works. */
class LiveRunIT {
  private static final int MOST_MILLIS = 180_000;

  private static Office office;
  @AutoClose private static Staff staff;

  @BeforeAll
  static void open(@TempDir Path folder) throws Exception {
    office = Office.in(folder);
    staff = Staff.of(office).add("wangfang", "王芳", AccountRole.CLERK);
  }

  @Test
  @Tag("long")
  void aRunOfCronShowsItsProgressAndThenItsResult() throws Exception {
    office.deliver("payment-2020.csv", LargePayments.lines("PZ", 60_000));
    try (Person wang = staff.person("wangfang")) {
      wang.go("/runs").inspect();
      assertThat(wang.page().locator("main")).containsText("还没有运行过");

      Process night =
          OtherProcess.of(
                  office,
                  SunlitLedger.class,
                  "nightly",
                  "--year",
                  "2020",
                  "--inbox",
                  office.inbox().toString(),
                  "--out",
                  office.out().toString())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      Page page = wang.page();
      while (page.locator("tbody tr").count() == 0) {
        wang.go("/runs");
      }
      page.locator("tbody a").first().click();
      assertThat(page.locator("h1")).containsText("第 1 次运行");
      assertThat(page.locator("#bar")).containsText("行，每秒");
      wang.inspect();

      // nobody touches the page until it shows the result
      page.locator("h1 .status.good").waitFor(new Locator.WaitForOptions().setTimeout(MOST_MILLIS));
      assertThat(page.locator(".sum")).containsText("读取 60,000 行");
      assertThat(page.locator("main")).containsText(System.getProperty("user.name"));
      wang.inspect();
      assertThat(night.waitFor(1, TimeUnit.MINUTES)).isTrue();
      wang.go("/runs");
    }
  }
}
