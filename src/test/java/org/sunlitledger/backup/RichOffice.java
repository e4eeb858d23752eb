package org.sunlitledger.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import org.sunlitledger.cli.Terminal;
import org.sunlitledger.close.Desk;
import org.sunlitledger.close.RichYear;
import org.sunlitledger.notice.channel.WebRobot;
import org.sunlitledger.testing.Office;
import org.sunlitledger.testing.SmallCounty;

/**
 * The small database that is kept of each release. It has something of everything: a year with
 * rejects, corrections and decisions that was closed, reopened and closed again, a late delivery
 * with its restatement, a year with open items, accounts, and notices that were sent.
 */
final class RichOffice {
  private static final String PAYMENTS = "支付凭证号,项目编号,支付日期,收款单位,资金来源,支付金额";

  private final LostOffice lost;

  RichOffice(LostOffice lost) {
    this.lost = lost;
  }

  void fill() throws IOException {
    Office office = lost.office();
    RichYear.close(office);
    office.deliver("补付2020.csv", PAYMENTS, "PZ-L,CY-1,2020-12-30,某公司,中央,100");
    office.night(2020);
    run("restatement", "--year", "2020", "--record");
    run("reopen", "--year", "2020", "--by", "李四", "--why", "补录一笔支付");
    office.night(2020);
    SmallCounty.reconcile(office, 2020);
    new Desk(office).mustClose(2020);
    office.deliver("再补2020.csv", PAYMENTS, "PZ-M,CY-1,2020-12-31,某公司,省级,250");
    office.night(2020);
    run("restatement", "--year", "2020", "--record");
    lost.handIn(
        "支付2021.csv",
        Files.readAllBytes(
            office.ledger("支付2021.csv", PAYMENTS, "PZ-1,CY-1,2021-02-01,某公司,中央,不详")));
    lost.handIn("不明2021.csv", Files.readAllBytes(office.ledger("不明.csv", "编号", "1")));
    lost.night(2021);
    run("users", "add", "wangfang", "--name", "王芳", "--role", "clerk,reviewer");
    run("users", "add", "zhaoliu", "--name", "赵六", "--role", "administrator");
    try (WebRobot robot = new WebRobot()) {
      Terminal terminal = new Terminal(office, Map.of("SUNLIT_NOTICE_JSON_URL", robot.address()));
      assertThat(terminal.run("notify")).as(terminal.err()).isEqualTo(3);
      assertThat(robot.requests()).isNotEmpty();
    }
  }

  /** A file of one gift. */
  static byte[] aid(String receipt) {
    return ("收据编号,帮扶类别,提供单位,形式,到位日期,折合金额\n" + receipt + ",帮扶资金,甲单位,现金,2021-01-10,100\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  private void run(String... command) {
    Terminal terminal = lost.terminal();
    assertThat(terminal.run(command)).as(terminal.out() + terminal.err()).isIn(0, 3);
  }
}
