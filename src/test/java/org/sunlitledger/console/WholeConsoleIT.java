package org.sunlitledger.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.account.AccessLog.AccessVia;
import org.sunlitledger.account.AccountRole;
import org.sunlitledger.account.Accounts;
import org.sunlitledger.account.NewAccount;
import org.sunlitledger.console.browser.Hands;
import org.sunlitledger.console.browser.Person;
import org.sunlitledger.console.browser.Telephone;
import org.sunlitledger.testing.Office;

/**
 * From an empty database to a report without a draft mark: an administrator, a clerk and a reviewer
 * at three browsers, and no command but the one that makes the first account.
 */
class WholeConsoleIT {
  private static final String PASSWORD = "a sentence nobody guesses 阳光";

  private static final String LINES =
      """
      收据编号,帮扶类别,提供单位,形式,到位日期,折合金额（万元）
      BS-1,帮扶资金,甲单位,现金,2020-03-01,1
      BS-2,帮扶资金,甲单位,钱,2020-03-02,1
      BS-3,帮扶资金,甲单位,钱,2020-03-03,1
      BS-4,帮扶资金,乙单位,钱,2020-03-04,1
      BS-5,帮扶资金,乙单位,现金,三月五日,一
      BS-6,帮扶资金,乙单位,现金,三月六日,二
      BS-7,帮扶资金,丙单位,现金,2020-03-07,未定
      """;

  @Test
  void fromNothingToAReportByMouse(@TempDir Path folder) throws Exception {
    fromNothingToAReport(Hands.MOUSE, folder);
  }

  @Test
  @Tag("long")
  void fromNothingToAReportByKeyboardOnly(@TempDir Path folder) throws Exception {
    fromNothingToAReport(Hands.KEYBOARD, folder);
  }

  private void fromNothingToAReport(Hands hands, Path folder) throws Exception {
    try (Office office = Office.in(folder);
        ServedConsole console = ServedConsole.of(office);
        Person zhaoliu = Person.at(console).with(hands);
        Person wangfang = Person.at(console).with(hands);
        Person lisi = Person.at(console).with(hands)) {
      String first =
          office
              .the(Accounts.class)
              .add(
                  new NewAccount(
                      "zhaoliu", "赵六", Optional.empty(), Set.of(AccountRole.ADMINISTRATOR)),
                  AccessVia.CLI)
              .text();
      comeIn(zhaoliu, "zhaoliu", first);
      String wangfangs = account(zhaoliu, "wangfang", "王芳", "经办");
      String lisis = account(zhaoliu, "lisi", "李四", "复核");
      comeIn(wangfang, "wangfang", wangfangs);
      comeIn(lisi, "lisi", lisis);

      wangfang.go("/2020").see("还没有报送").use("上传文件").see("拖到这里").inspect();
      wangfang.choose("选择文件", files(folder));
      seeAll(wangfang, 24);
      wangfang.see("补贴").inspect();
      assertThat(card(wangfang, "broken-2020.xlsx")).contains("将退回");
      assertThat(card(wangfang, "unknown-2020.csv")).contains("认不出是哪种台账");
      assertThat(card(wangfang, "payment-2020.csv")).contains("认得", "项目资金支付台账");
      wangfang.picture("upload");
      wangfang.use("撤回 broken-2020.xlsx");
      seeAll(wangfang, 23);
      wangfang.use("立即导入").see("导入完成").inspect();
      String mends = wangfang.page().getAttribute("#result a[href$=mend]", "href");
      wangfang.go("/runs/1").see("第 1 次运行").picture("run");
      wangfang.go("/2020").see("去更正").picture("home");

      mend(wangfang, mends);
      setAside(wangfang, lisi);
      wangfang.go("/runs").use("立即运行").see("完成").inspect();

      wangfang.go("/2020/findings").see("没有待更正的内容").inspect();
      lisi.go("/2020/reports").see("定稿").inspect();
      assertThat(lisi.page().textContent("main")).doesNotContain("草稿");
      Download word = lisi.page().waitForDownload(() -> lisi.use("下载 Word"));
      assertThat(Files.readAllBytes(word.path())).startsWith('P', 'K');
      lisi.use("查看").see("政府信息公开工作年度报告");
      assertThat(lisi.page().textContent("body")).doesNotContain("草稿");
    }
  }

  private static void comeIn(Person person, String login, String code) {
    person
        .go("/activate")
        .type("登录名", login)
        .type("激活码", code)
        .type("新密码", PASSWORD)
        .type("再输一次新密码", PASSWORD)
        .use("设置密码")
        .see("密码已设好");
    person.type("登录名", login).type("密码", PASSWORD).use("登录");
    if (!login.equals("wangfang")) {
      person.see("设置动态码");
      Telephone.setUp(login, person.page().textContent("#seed"));
      person.type("手机上的六位动态码", Telephone.code(login)).use("设好并登录");
    }
    person.see("退出");
  }

  private static String account(Person administrator, String login, String name, String role) {
    administrator
        .go("/users")
        .use("新建账号")
        .see("建账号并显示激活码")
        .type("登录名", login)
        .type("姓名", name)
        .use(role)
        .use("建账号并显示激活码")
        .see("只显示这一次");
    return administrator.page().textContent("#activation-code");
  }

  /** One value in many lines, a pasted block, a withdrawn line; then the lines are handed in. */
  private static void mend(Person clerk, String address) throws Exception {
    clerk.go(address).see("提交更正").picture("mend").inspect();
    clerk.go(address + "?column=形式").see("将这 3 行的");
    clerk.type("改为", "现金").use("改这 3 行").see("已改 3 行");
    clerk.go(address + "?columns=all").see("BS-5");
    Page page = clerk.page();
    page.locator("[aria-label^='第 6 行 到位日期']").focus();
    page.evaluate(
        "text => { const data = new DataTransfer(); data.setData('text/plain', text);"
            + " document.activeElement.dispatchEvent(new ClipboardEvent('paste',"
            + " {clipboardData: data, bubbles: true, cancelable: true})); }",
        "2020-03-05\t1\n2020-03-06\t2\n");
    page.waitForFunction("() => document.getElementById('mend-changed').textContent === '5'");
    clerk.use("撤回 8");
    page.waitForFunction("() => document.getElementById('mend-changed').textContent === '6'");
    clerk.inspect().use("提交更正").see("更正 5 行，撤回 1 行").inspect();
    clerk.use("提交 6 行并导入").see("已更正").inspect();
    page.waitForFunction(
        "document.querySelector('#result .status.good')?.textContent.includes('5')");
  }

  /** A clerk says why a file does not count, and a reviewer approves, on the delivery's page. */
  private static void setAside(Person clerk, Person reviewer) {
    clerk.go("/2020/findings").use("unknown-2020.csv").see("未决事项").inspect();
    String address = clerk.page().url();
    clerk.use("整个文件").type("搁置的理由", "不是台账，误报").use("搁置所选").see("待他人复核").inspect();
    reviewer.go("/2020").see("待办");
    reviewer.go(address.substring(address.indexOf("/deliveries"))).use("复核同意").see("李四").inspect();
  }

  private static void seeAll(Person clerk, int files) {
    clerk
        .page()
        .waitForFunction(
            "files => document.querySelectorAll('#there > li').length === files"
                + " && !document.querySelector('#there .seen p.quiet')",
            files,
            new Page.WaitForFunctionOptions().setTimeout(120_000));
  }

  private static String card(Person clerk, String file) {
    return clerk.page().locator("#there > li[data-name='" + file + "']").textContent();
  }

  /** The sample year and three files that have something wrong. */
  private static Path[] files(Path folder) throws Exception {
    Path bad = Files.createDirectories(folder.resolve("bad"));
    List<Path> wrong =
        List.of(
            Files.writeString(bad.resolve("aid-march-2020.csv"), LINES),
            Files.writeString(bad.resolve("unknown-2020.csv"), "甲,乙\n1,2\n"),
            Files.write(bad.resolve("broken-2020.xlsx"), new byte[] {'P', 'K', 3, 4, 0, 0}));
    try (Stream<Path> sample = Files.list(Path.of("sample-data/2020"))) {
      return Stream.concat(sample.filter(f -> f.toString().endsWith(".csv")), wrong.stream())
          .toArray(Path[]::new);
    }
  }
}
