package org.sunlitledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.cli.shell.DatabaseCommand;
import org.sunlitledger.testing.Office;

/** What a night says of notes and totals around the lines, and who may set it aside. */
class AroundTheLinesIT {
  private static final String HEADER = "收据编号,帮扶类别,提供单位,形式,到位日期,折合金额";

  private static String line(int number) {
    return "SJ-%d,帮扶资金,甲单位,现金,2020-01-10,100".formatted(number);
  }

  @Test
  void theNightTheListAndTheDecisions(@TempDir Path folder) {
    try (Office office = Office.in(folder)) {
      Terminal terminal = new Terminal(office);
      office
          .deliver("帮扶甲2020.csv", HEADER, line(1), "注：其中张三丰 60 元由甲单位代垫,,,,,", "小计,,,,,", line(2))
          .deliver("帮扶乙2020.csv", HEADER, line(3), "注：另有张三丰 5000 元未列入本表（110105194912310021）,,,,,")
          .deliver(
              "花名册合计2020.csv", "户编号,户主姓名,户主身份证号,乡镇,行政村,家庭人口,户类型", "HH000001,合计,,香山乡,米粮川村,4,已脱贫户");
      String[] nightly = {
        "--lang",
        "zh",
        "nightly",
        "--year",
        "2020",
        "--inbox",
        office.inbox().toString(),
        "--out",
        office.out().toString()
      };
      assertThat(terminal.run(nightly)).isEqualTo(DatabaseCommand.REFUSED);
      assertThat(terminal.out())
          .contains(
              "帮扶甲2020.csv：已计入社会帮扶资金台账 2020 年度，2 行，0.02万元，说明中写有金额，未作为记录：第 3 行 60元，合计行没有填数，未核对：第 4 行 小计\n",
              "帮扶乙2020.csv：已计入社会帮扶资金台账 2020 年度，1 行，0.01万元，说明中写明有金额不在表内，或表内金额不对：第 3 行 5000元\n",
              "帮扶乙2020.csv：有内容未读入：5000元",
              "花名册合计2020.csv：")
          .doesNotContain("张三丰", "110105194912310021");
      assertThat(terminal.run("deliveries")).isZero();
      assertThat(terminal.out())
          .contains(
              "warnings: A note contains an amount, which is not read as a record: line 3 60元;");
      assertThat(
              office
                  .sql()
                  .sql("select string_agg(f::text, '') from finding f")
                  .query(String.class)
                  .single())
          .doesNotContain("张三丰", "110105194912310021");

      String number =
          office
              .sql()
              .sql("select id from open_item where subject = '5000元'")
              .query(String.class)
              .single();
      assertThat(terminal.run("set-aside", number, "--why", "下月列入", "--by", "张三")).isZero();
      for (String same :
          new String[] {"張三", "张三。", "张三（会计）", "张 三", "ＺＨＡＮＧ", "Zhang San", "（会计）张三"}) {
        assertThat(terminal.run("approve", number, "--by", same))
            .as(same)
            .isEqualTo(DatabaseCommand.REFUSED);
      }
      assertThat(terminal.run("approve", number, "--by", "李四")).isZero();
    }
  }
}
