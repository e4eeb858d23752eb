package org.sunlitledger.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.Media;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sunlitledger.account.AccountRole;
import org.sunlitledger.console.browser.PageLook;
import org.sunlitledger.console.browser.Person;
import org.sunlitledger.testing.Office;
import org.sunlitledger.testing.SmallCounty;

/** What people print to sign and stamp: on A4, with whose it is and who printed it when. */
@Tag("long")
class PrintIT {
  /** A4 without its margins, in pixels of CSS. */
  private static final int PAPER_WIDTH = 680;

  private static final int PAPER_HEIGHT = 990;

  private static final Pattern PDF_PAGE = Pattern.compile("/Type */Page\\b(?!s)");
  private static final Pattern A4 = Pattern.compile("/MediaBox *\\[0 0 594\\.\\d+ 841\\.\\d+\\]");

  /** What is of no use on paper and is shown all the same. */
  private static final String USELESS =
      "[...document.querySelectorAll('nav, button, .button, input, select, textarea, .top, .skip')]"
          + ".filter(e => e.checkVisibility()).map(e => e.outerHTML.slice(0, 120)).join('\\n')";

  private static Office office;
  @AutoClose private static Staff staff;

  @BeforeAll
  static void open(@TempDir Path folder) throws Exception {
    office = Office.in(folder);
    SmallCounty.deliver(office, 2020);
    office.night(2020);
    SmallCounty.reconcile(office, 2020);
    staff = Staff.of(office).add("wangfang", "王芳", AccountRole.CLERK);
  }

  @ParameterizedTest
  @ValueSource(strings = {"home", "figure", "reconciliation", "discrepancy", "close"})
  void aPageThatIsSignedHasItsHeadAndRoomToSign(String name) {
    try (Person wangfang = staff.person("wangfang")) {
      Page page = wangfang.go(address(name)).page();
      page.waitForLoadState(LoadState.NETWORKIDLE);
      assertThat(page.locator(".printed")).isHidden();
      String pdf =
          new String(
              page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true)),
              StandardCharsets.ISO_8859_1);
      assertThat(A4.matcher(pdf).results().count())
          .isEqualTo(PDF_PAGE.matcher(pdf).results().count())
          .isBetween(1L, 6L);
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      page.setViewportSize(PAPER_WIDTH, PAPER_HEIGHT);
      assertThat(page.locator(".printed")).containsText("沙坡头区 2020 年");
      assertThat(page.locator(".printed"))
          .containsText(Pattern.compile("王芳 打印，数据截至 20\\d\\d-\\d\\d-\\d\\d \\d\\d:\\d\\d"));
      // as the head of a table that may not break, it is printed on each sheet
      assertThat(page.locator("main")).hasCSS("display", "table");
      assertThat(page.locator(".printed")).hasCSS("display", "table-header-group");
      assertThat(page.locator(".printed")).hasCSS("break-inside", "avoid");
      assertThat(page.locator("h1")).isVisible();
      assertThat(page.locator(".sign")).containsText("盖章");
      assertThat(page.locator(".sign")).isVisible();
      assertThat((String) page.evaluate(USELESS)).isEmpty();
      assertThat(PageLook.tooWide(page)).isEmpty();
      for (var head : page.locator("thead:visible").all()) {
        assertThat(head).hasCSS("display", "table-header-group");
      }
    }
  }

  private static String address(String name) {
    return switch (name) {
      case "home" -> "/2020";
      case "figure" -> "/2020/figures/F11";
      case "reconciliation" -> "/2020/reconciliation";
      case "discrepancy" ->
          "/2020/discrepancies/"
              + office
                  .sql()
                  .sql("select min(id) from discrepancy where year = 2020")
                  .query(Long.class)
                  .single();
      default -> "/2020/close";
    };
  }
}
