package org.sunlitledger.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.account.AccountRole;
import org.sunlitledger.console.browser.Person;
import org.sunlitledger.testing.Office;

/** A clerk hands in files in a browser and has them imported. */
@Tag("long")
class UploadPageIT {
  private static final double PATIENCE_MILLISECONDS = 90_000;
  private static Office office;
  @AutoClose private static Staff staff;

  @BeforeAll
  static void open(@TempDir Path folder) throws Exception {
    office = Office.in(folder);
    staff =
        Staff.of(office)
            .add("wangfang", "王芳", "民政局", AccountRole.CLERK)
            .add("zhaoliu", "赵六", AccountRole.CLERK);
  }

  @Test
  void filesAreSentRecognisedReplacedWithdrawnAndImported() throws Exception {
    try (Person clerk = staff.person("wangfang")) {
      clerk.go("/2020/upload").inspect();
      Page page = clerk.page();
      assertThat(page.locator("#run")).isDisabled();
      assertThat(page.locator("#none")).isVisible();
      page.setInputFiles("#files", sample());
      page.setInputFiles("#files", csv("bad2020.csv", "项目编号,没有这一列\n1,2\n"));
      Locator there = page.locator("#there > li");
      assertThat(there).hasCount(17, new HasCountOptions().setTimeout(PATIENCE_MILLISECONDS));
      assertThat(page.locator("#there .status.good").first()).isVisible();
      assertThat(page.locator("#there .status.bad")).containsText("将退回");
      assertThat(card(page, "payment-2020.csv")).containsText("项目资金支付台账");
      assertThat(card(page, "bad2020.csv")).containsText("怎么办");
      page.waitForFunction("() => document.querySelectorAll('#there .seen p.quiet').length === 0");
      clerk.inspect();

      clerk.expectRefusals(1);
      page.setInputFiles("#files", csv("bad2020.csv", "项目编号,也没有这一列\n1,2\n"));
      Locator asked = page.locator("#arriving > li");
      assertThat(asked).containsText("要用这个文件替换它吗");
      clerk.inspect();
      asked.locator("[name=replace]").click();
      assertThat(asked).hasCount(0);
      assertThat(card(page, "bad2020.csv")).containsText("也没有这一列");
      assertThat(there).hasCount(17);

      drop(page, "dropped2020.csv", "a,b\n");
      assertThat(card(page, "dropped2020.csv")).containsText("将退回");
      card(page, "dropped2020.csv").locator("button").click();
      assertThat(there).hasCount(17);
      assertThat(card(page, "dropped2020.csv")).hasCount(0);

      page.focus("#run");
      page.keyboard().press("Enter");
      page.waitForURL("**/upload?run=*");
      assertThat(page.locator("#result h2"))
          .hasText("导入完成", new HasTextOptions().setTimeout(PATIENCE_MILLISECONDS));
      assertThat(page.locator("#result tbody tr")).hasCount(17);
      assertThat(page.locator("#result tbody tr").first()).containsText("整份退回");
      clerk.inspect();
      clerk.go("/2020/upload");
      assertThat(page.locator("#none")).isVisible();
    }
  }

  @Test
  void whoIsSignedOutKeepsTheChosenFilesAndSendsThemAfterSigningInAgain() {
    try (Person clerk = staff.person("zhaoliu")) {
      clerk.go("/2020/upload").speak("en").inspect();
      Page page = clerk.page();
      Page other = page.context().newPage();
      other.navigate(staff.console().resolve("/2020").toString());
      other.click("header form button");
      clerk.expectRefusals(1);
      page.setInputFiles("#files", csv("later2020.csv", "a,b\n"));
      Locator card = page.locator("#arriving > li");
      assertThat(card).containsText("You are signed out");
      other.navigate(staff.console().resolve("/sign-in").toString());
      other.fill("#login", "zhaoliu");
      other.fill("#password", Staff.PASSWORD);
      other.click("main button");
      other.waitForURL("**/2*");
      card.locator("[name=retry]").click();
      assertThat(card(page, "later2020.csv")).containsText("Would be rejected");
      assertThat(office.ownInbox().resolve("later2020.csv")).hasContent("a,b\n");
    }
  }

  private static Locator card(Page page, String name) {
    return page.locator("#there > li").filter(new Locator.FilterOptions().setHasText(name));
  }

  private static FilePayload csv(String name, String text) {
    return new FilePayload(name, "text/csv", text.getBytes(StandardCharsets.UTF_8));
  }

  private static void drop(Page page, String name, String text) {
    page.evaluate(
        """
        ([name, text]) => {
          const carried = new DataTransfer();
          carried.items.add(new File([text], name));
          document.getElementById("upload").dispatchEvent(
            new DragEvent("drop", { dataTransfer: carried, bubbles: true, cancelable: true }));
        }
        """,
        List.of(name, text));
  }

  private static Path[] sample() throws Exception {
    try (Stream<Path> files = Files.list(Path.of("src/test/resources/small-county/2020"))) {
      return files.sorted().toArray(Path[]::new);
    }
  }
}
