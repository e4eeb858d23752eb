package org.sunlitledger.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.testing.Office;

/** The years of files whose names do not decide it. */
class YearOfAFileTest {
  private static final String AID = "收据编号,帮扶类别,提供单位,形式,到位日期,折合金额";
  private static final String PROJECTS = "项目编号,项目名称,项目类别,乡镇,行政村,实施单位,绩效目标,计划总投资,中央资金";

  @Test
  void linesDecideAndNothingIsGuessed(@TempDir Path folder) {
    try (Office office = Office.in(folder)) {
      office
          .deliver(
              "2020年项目台账（2021年1月报送）.csv", PROJECTS, "XM-34-1,甲项目,产业,香山乡,黄泉村,香山乡人民政府,增收,1000,1000")
          .deliver(
              "2020年花名册-2021年初更新.csv",
              "户编号,户主姓名,户主身份证号,乡镇,行政村,家庭人口,户类型,识别日期",
              "HT340001,测试户,990502197101012811,香山乡,黄泉村,3,建档立卡户,2015-01-01")
          .deliver(
              "2020年项目表-2021年报.csv",
              "2020年度项目台账,,,,,,,,",
              PROJECTS,
              "XM-35-1,甲项目,产业,香山乡,黄泉村,香山乡人民政府,增收,1000,1000")
          .deliver("2020年帮扶（2021年1月报送）.csv", AID, aid("A-1", "2020-05-01"))
          .deliver("2021年报2020年帮扶.csv", AID, aid("A-2", "2020/5/1"), aid("A-3", "坏"))
          .deliver("2020年帮扶-2021年.csv", AID, aid("A-4", "2021-05-01"))
          .deliver("帮扶2020-2021.csv", AID, aid("A-5", "2020-05-01"), aid("A-6", "2021-05-01"))
          .deliver("帮扶2020-2021年.csv", AID, aid("A-7", "2019-05-01"))
          .deliver("帮扶2020及2021.csv", AID, aid("A-8", "坏"))
          .deliver("帮扶2020（2021-01-05）.csv", AID, aid("A-9", "2020-05-01"))
          .deliver("帮扶20210105.csv", AID, aid("A-10", "2020-05-01"))
          .deliver("项目20210105.csv", PROJECTS)
          .deliver("2019年帮扶.csv", AID, aid("A-11", "2020-05-01"))
          .night(2020);
      assertThat(
              office
                  .sql()
                  .sql("select concat_ws(' ', name, status, year) from delivery order by name")
                  .query(String.class)
                  .list())
          .containsExactlyInAnyOrder(
              "2020年项目台账（2021年1月报送）.csv refused 2020",
              "2020年花名册-2021年初更新.csv refused 2020",
              "2020年项目表-2021年报.csv live 2020",
              "2020年帮扶（2021年1月报送）.csv live 2020",
              "2021年报2020年帮扶.csv live 2020",
              "2020年帮扶-2021年.csv live 2021",
              "帮扶2020-2021.csv refused 2020",
              "帮扶2020-2021年.csv refused 2020",
              "帮扶2020及2021.csv refused 2020",
              "帮扶2020（2021-01-05）.csv live 2020",
              "帮扶20210105.csv live 2020",
              "项目20210105.csv refused 2020",
              "2019年帮扶.csv live 2019");
      assertThat(office.findings())
          .contains(
              "2020年项目台账（2021年1月报送）.csv:0 file-year =2020、2021",
              "帮扶2020-2021.csv:0 file-year =2020、2021 ≠ 2020、2021",
              "帮扶2020-2021年.csv:0 file-year =2020、2021 ≠ 2019",
              "2019年帮扶.csv:2 date-outside-year 到位日期=2020-05-01");

      // known the next night, and closed once the name is right
      assertThat(office.night(2020).deliveries()).isZero();
      office
          .deliver("2020年项目台账.csv", PROJECTS, "XM-34-1,甲项目,产业,香山乡,黄泉村,香山乡人民政府,增收,1000,1000")
          .night(2020);
      assertThat(office.findings()).noneMatch(told -> told.startsWith("2020年项目台账（"));
      assertThat(
              office
                  .sql()
                  .sql("select project_code from live_project order by 1")
                  .query(String.class)
                  .list())
          .isEqualTo(List.of("XM-34-1", "XM-35-1"));
    }
  }

  private static String aid(String receipt, String date) {
    return "SJ-%s,帮扶资金,甲单位,现金,%s,100".formatted(receipt, date);
  }
}
