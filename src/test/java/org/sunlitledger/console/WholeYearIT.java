package org.sunlitledger.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sunlitledger.account.AccountRole;
import org.sunlitledger.console.browser.Hands;
import org.sunlitledger.console.browser.Person;
import org.sunlitledger.reconcile.FilledWorkList;
import org.sunlitledger.testing.Office;
import org.sunlitledger.testing.SmallCounty;

/**
 * From the ledger to the second close: a clerk and a reviewer at two browsers, and no command. The
 * records are in; nothing of them is open.
 */
@Tag("long")
class WholeYearIT {
  private static final String AID = "收据编号,帮扶类别,提供单位,形式,到位日期,折合金额";
  private static final String LATE = AID + "\nSJ-L,帮扶资金,甲单位,现金,2020-01-10,100\n";

  @ParameterizedTest
  @EnumSource
  void fromTheLedgerToTheSecondClose(Hands hands, @TempDir Path folder) throws Exception {
    try (Office office = Office.in(folder)) {
      SmallCounty.deliver(office, 2020);
      office.night(2020);
      try (ServedConsole console =
          ServedConsole.of(office, Map.of("SUNLIT_OUT", office.out().toString()))) {
        Staff staff =
            new Staff(office, console)
                .add("wangfang", "王芳", AccountRole.CLERK)
                .add("lisi", "李四", AccountRole.REVIEWER);
        try (Person wangfang = staff.person("wangfang").with(hands);
            Person lisi = staff.person("lisi").with(hands)) {
          wangfang.go("/2020").use("去对账").see("还没有与国库台账对过账").inspect();
          wangfang.choose("选择文件", disagreeing(office, folder)).see("国库支付台账");
          wangfang.use("开始对账").see("已匹配（按金额）").see("逐项相同").inspect();

          decide(wangfang, lisi);
          close(lisi, "第 1 次");

          wangfang.go("/2020/upload").choose("选择文件", late(folder)).see("认得");
          wangfang.use("立即导入").see("导入完成");
          lisi.go("/2020")
              .see("之后又收到 1 批")
              .use("看会改变什么")
              .use("开始试算")
              .see("试算结果")
              .see("会变化的指标")
              .inspect();
          password(lisi).type("理由", "补录凭证").use("重新打开 2020").see("李四：补录凭证").inspect();

          wangfang.go("/runs").use("立即运行").see("完成");
          wangfang.go("/2020/reconciliation").see("须重新对账").use("重新对账").see("逐项相同");
          assertThat(openDiscrepancies(wangfang)).isZero();
          close(lisi, "第 2 次");
          lisi.use("现在核对").see("与数据库和文件一致").inspect();
        }
      }
    }
  }

  /** One is decided on its page, the others in Excel; one is sent back and decided again. */
  private static void decide(Person wangfang, Person lisi) throws IOException {
    wangfang.go("/2020/discrepancies").see("项，合计").inspect();
    int all = openDiscrepancies(wangfang);
    assertThat(all).isGreaterThan(2);
    wangfang.go(wangfang.page().locator("tbody a").first().getAttribute("href"));
    wangfang.use("已说明").type("理由", "已与支付中心核对").use("处理").see("已处理，待他人复核。");
    wangfang.see("这是您处理的，须由他人复核");

    wangfang.go("/2020/discrepancies?status=open");
    Download taken = wangfang.page().waitForDownload(() -> wangfang.use("下载工作表"));
    FilledWorkList sheet = new FilledWorkList(Files.readAllBytes(taken.path()));
    assertThat(sheet.size()).isEqualTo(all - 1);
    sheet.typeInEach("处理", "已说明").typeInEach("理由", "已逐项核对");
    Path filled = Files.write(taken.path().resolveSibling("filled.xlsx"), sheet.bytes());
    wangfang.choose("填好的工作表", filled);
    wangfang.use("上传并处理").see("填写了 %d 行：%d 行已处理".formatted(all - 1, all - 1)).inspect();

    lisi.go("/2020").use("复核 %d 项差异".formatted(all));
    lisi.go(lisi.page().locator("tbody a").first().getAttribute("href"));
    String first = lisi.page().url();
    lisi.type("退回的理由", "请附银行回单").use("退回").see("已退回，恢复为未处理。");
    wangfang.go("/2020/discrepancies?status=open").see("共 1 项");
    wangfang.page().navigate(first);
    wangfang.see("请附银行回单").use("已说明").type("理由", "回单已附").use("处理").see("待他人复核");

    lisi.go("/2020/discrepancies?status=resolved");
    lisi.go(lisi.page().locator("tbody a").first().getAttribute("href"));
    for (int left = all; left > 1; left--) {
      lisi.use("复核同意，看下一项").see("已复核。这是下一项。");
    }
    lisi.use("复核同意").see("已复核。");
    assertThat(openDiscrepancies(wangfang)).isZero();
  }

  private static void close(Person reviewer, String which) {
    password(reviewer).see("没有未决事项").inspect();
    reviewer.type("请输入年度", "2020").use("2020 年度年结").see("2020 年度已年结，" + which).inspect();
  }

  /** Types the password again, as the page asks for it after five minutes. */
  private static Person password(Person person) {
    return person.go("/again?to=/2020/close").type("密码", Staff.PASSWORD).use("继续");
  }

  private static int openDiscrepancies(Person person) {
    person.go("/2020/discrepancies").see("差异");
    return person.page().locator("tbody tr").count();
  }

  /** The ledger of the year, with one payment of another amount, one less and one more. */
  private static Path disagreeing(Office office, Path folder) throws IOException {
    List<String> lines =
        Files.readAllLines(SmallCounty.ledger(office, 2020)).stream().map(String::strip).toList();
    List<String> changed = new ArrayList<>(lines);
    String last = changed.remove(changed.size() - 1);
    changed.set(1, changed.get(1).replaceFirst("(\\d+)\\.(\\d+)", "1$1.$2"));
    changed.add(last.replaceFirst("^[^,]*", "ZZ-9"));
    return Files.writeString(
        folder.resolve("国库台账-2020.csv"), String.join("\n", changed) + "\n", StandardCharsets.UTF_8);
  }

  private static Path late(Path folder) throws IOException {
    return Files.writeString(folder.resolve("迟到-2020.csv"), LATE, StandardCharsets.UTF_8);
  }
}
