package org.sunlitledger.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.account.AccountRole;
import org.sunlitledger.console.browser.PageLook;
import org.sunlitledger.console.browser.Person;
import org.sunlitledger.testing.Office;

/** A clerk hands in the ledger of the sample year in a browser and reconciles it. */
@Tag("long")
class ReconciliationPageIT {
  private static final String PAGE = "/2020/reconciliation";
  private static final double PATIENCE_MILLISECONDS = 180_000;

  private static Office office;
  @AutoClose private static Staff staff;

  @BeforeAll
  static void open(@TempDir Path folder) throws Exception {
    office = Office.in(folder).deliverAll(Path.of("sample-data/2020"));
    office.night(2020);
    staff =
        Staff.of(office, Map.of("SUNLIT_OUT", office.out().toString()))
            .add("wangfang", "王芳", AccountRole.CLERK)
            .add("zhoujie", "周洁", "教育局", AccountRole.CLERK);
  }

  @Test
  void theLedgerOfTheSampleYearIsHandedInAndReconciled() {
    try (Person clerk = staff.person("wangfang")) {
      look(clerk.go("/2020").go(PAGE), "empty");
      Page page = clerk.page();
      assertThat(page.locator("#run")).isDisabled();
      page.setInputFiles("#files", Path.of("sample-data/2020-year-end/planted/treasury.csv"));
      Locator card = page.locator("#there > li");
      assertThat(card).containsText("国库支付台账", patiently());
      assertThat(card.locator(".status.good")).containsText("认得");
      clerk.inspect();

      page.focus("#run");
      page.keyboard().press("Enter");
      assertThat(page.locator("main")).containsText("已匹配（按金额）", patiently());
      assertThat(page.locator("main")).containsText("与上表逐项相同", patiently());
      assertThat(page.locator("tr.total")).containsText("相符");
      assertThat(page.locator("#there .status.good")).containsText("认得", patiently());
      look(clerk, "done");
    }
    try (Person ofEducation = staff.person("zhoujie")) {
      ofEducation.go(PAGE);
      assertThat(ofEducation.page().locator("#run")).isDisabled();
      assertThat(ofEducation.page().locator("#run-why")).containsText("全县");
      assertThat(ofEducation.page().locator("#files")).hasCount(0);
      look(ofEducation, "office");
    }
  }

  /** In both languages, on all screens. */
  private static void look(Person person, String name) {
    for (String language : new String[] {"en", "zh"}) {
      person.speak(language);
      person
          .page()
          .waitForFunction("() => !document.querySelector('[hx-trigger=load] p.quiet:only-child')");
      new PageLook(person, "reconciliation-%s-%s".formatted(name, language)).everywhere();
    }
  }

  private static ContainsTextOptions patiently() {
    return new ContainsTextOptions().setTimeout(PATIENCE_MILLISECONDS);
  }
}
