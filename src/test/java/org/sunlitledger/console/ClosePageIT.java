package org.sunlitledger.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.account.AccountRole;
import org.sunlitledger.console.browser.Hands;
import org.sunlitledger.console.browser.Person;
import org.sunlitledger.testing.Office;
import org.sunlitledger.testing.SmallCounty;

/** A reviewer closes a year with the keyboard, sees what came late, and reopens it. */
@Tag("long")
class ClosePageIT {
  private static final String AID = "收据编号,帮扶类别,提供单位,形式,到位日期,折合金额";

  @Test
  void aYearIsClosedLookedAfterAndReopenedWithTheKeyboard(@TempDir Path folder) throws Exception {
    try (Office office = Office.in(folder)) {
      SmallCounty.deliver(office, 2020);
      office.night(2020);
      try (ServedConsole console = ServedConsole.of(office)) {
        Staff staff = new Staff(office, console).add("lisi", "李四", AccountRole.REVIEWER);
        try (Person lisi = staff.person("lisi")) {
          lisi.with(Hands.KEYBOARD).go("/2020").see("首页").use("年结");
          inspect(lisi, "/2020/close");
          SmallCounty.reconcile(office, 2020);
          password(lisi).see("没有未决事项").inspect();
          lisi.expectRefusals(1).type("请输入年度", "2021").use("2020 年度年结").see("请输入 2020");
          lisi.inspect().type("请输入年度", "2020").use("2020 年度年结").see("2020 年度已年结，第 1 次");
          lisi.use("现在核对").see("与数据库和文件一致");
          office.deliver("迟到2020.csv", AID, "SJ-L,帮扶资金,甲单位,现金,2020-01-10,100").night(2020);
          inspect(lisi, "/2020/close");
          lisi.go("/2020/close").use("看这些报送会改变哪些指标").see("开始试算").use("开始试算").see("试算结果");
          inspect(lisi, "/2020/restatement");
          lisi.page().locator("table").last().locator("td a").focus();
          lisi.page().keyboard().press("Enter");
          lisi.see("计入指标").inspect();
          assertThat(lisi.page().locator("tbody tr")).hasCount(1);
          lisi.go("/2020/deliveries").see("数字不再变动").inspect();
          password(lisi).type("理由", "补录凭证").use("重新打开 2020").see("李四：补录凭证");
          inspect(lisi, "/2020/close");
        }
      }
    }
  }

  /** Types the password again, as the page asks for it after five minutes. */
  private static Person password(Person person) {
    return person.go("/again?to=/2020/close").type("密码", Staff.PASSWORD).use("继续");
  }

  /** Both languages, a screen and a telephone: nothing is cut off. */
  private static void inspect(Person person, String path) {
    person.go(path);
    for (String language : new String[] {"en", "zh"}) {
      person.speak(language).inspect();
      person.page().setViewportSize(390, 844);
      person.inspect();
      assertThat((Integer) person.page().evaluate("document.documentElement.scrollWidth"))
          .as(path)
          .isLessThanOrEqualTo(390);
      person.page().setViewportSize(1366, 768);
    }
  }
}
