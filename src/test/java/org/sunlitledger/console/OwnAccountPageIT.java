package org.sunlitledger.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.account.AccessLog.AccessVia;
import org.sunlitledger.account.AccountRole;
import org.sunlitledger.account.Accounts;
import org.sunlitledger.console.browser.Hands;
import org.sunlitledger.console.browser.Person;
import org.sunlitledger.testing.Office;

/** One's own account in a browser: its sessions, its language, and the end of a session. */
@Tag("long")
class OwnAccountPageIT {
  /** Of the ten minutes of a session two are left. */
  private static final long UNTIL_WARNING_MILLISECONDS = 8 * 60 * 1000 + 1000;

  private static Office office;
  @AutoClose private static Staff staff;

  @BeforeAll
  static void open(@TempDir Path folder) throws Exception {
    office = Office.in(folder);
    staff =
        Staff.of(office, Map.of("SERVER_SERVLET_SESSION_TIMEOUT", "10m"))
            .add("wangfang", "王芳", AccountRole.CLERK);
  }

  @Test
  void somebodySeesTheirSessionsAndEndsOneWithTheKeyboard() {
    try (Person here = staff.person("wangfang").with(Hands.KEYBOARD);
        Person elsewhere = staff.person("wangfang")) {
      here.go("/account").see("Chrome · Linux").inspect();
      here.page().setViewportSize(390, 844);
      here.inspect();
      here.page().setViewportSize(1366, 768);
      here.use("结束 ").see("已结束").inspect();
      elsewhere.go("/account");
      assertThat(elsewhere.page().url()).endsWith("/sign-in?out");
      here.speak("en").see("this one").inspect();
      here.speak("zh");
    }
  }

  @Test
  void twoMinutesBeforeTheEndADialogExtendsTheSession() {
    try (Person person = staff.person("wangfang")) {
      Page page = person.page();
      page.clock().install();
      person.go("/account");
      assertThat(page.isVisible("#session-ends")).isFalse();
      page.clock().fastForward(UNTIL_WARNING_MILLISECONDS);
      person.see("两分钟后自动退出").inspect();
      Response answer = page.waitForResponse("**/still-here", () -> page.keyboard().press("Enter"));
      assertThat(answer.status()).isEqualTo(204);
      assertThat(page.isVisible("#session-ends")).isFalse();

      page.clock().fastForward(UNTIL_WARNING_MILLISECONDS);
      person.see("两分钟后自动退出");
      office.the(Accounts.class).endSessions("wangfang", AccessVia.CLI);
      person.expectRefusals(1);
      page.keyboard().press("Enter");
      page.waitForURL("**/sign-in");
    }
  }
}
