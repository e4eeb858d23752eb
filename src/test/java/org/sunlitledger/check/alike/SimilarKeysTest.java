package org.sunlitledger.check.alike;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.testing.Office;

/** Keys that differ only in case, width or leading zeros. */
class SimilarKeysTest {
  private static final String AID = "收据编号,帮扶类别,提供单位,形式,到位日期,折合金额";
  private static final String PROJECTS = "项目编号,项目名称,项目类别,乡镇,实施单位,绩效目标,计划总投资,中央资金";

  @Test
  void rejectALineThatIsProbablyTheSameAndWarnOtherwise(@TempDir Path folder) {
    try (Office office = Office.in(folder)) {
      office
          .deliver(
              "a2020.csv",
              AID,
              aid("SJ-001", "01-10", 100),
              aid("sj-001", "01-10", 100),
              aid("ＳＪ-001", "01-10", 100),
              aid("SJ-0001", "01-11", 100),
              aid("SJ-10", "01-10", 100),
              aid("SJ-100", "01-10", 100),
              aid("SJ-A-7", "02-01", 7),
              aid("SJ-A-07", "02-01", 7),
              aid("00SJ-8", "02-01", 7),
              aid("0SJ-8", "02-01", 8),
              aid("PZ000001", "02-01", 8),
              aid("PZ000010", "02-01", 8))
          .deliver("b2020.csv", AID, aid("SJ-1", "01-10", 100), aid("PZ00001", "02-01", 9))
          .deliver("c2019.csv", AID, aid("SJ-01", "01-10", 100).replace("2020-", "2019-"))
          .deliver(
              "t2020.csv",
              PROJECTS,
              project("XM-A01", 10),
              project("xm-a1", 10),
              project("XM-a01", 20))
          .night(2020);
      assertThat(found(office))
          .containsExactly(
              "a2020.csv:3 similar-key error sj-001 <> a2020.csv : 2 SJ-001",
              "a2020.csv:4 duplicate-key error SJ-001 <> a2020.csv : 2",
              "a2020.csv:5 similar-key warning SJ-0001 <> a2020.csv : 2 SJ-001",
              "a2020.csv:9 similar-key error SJ-A-07 <> a2020.csv : 8 SJ-A-7",
              "a2020.csv:11 similar-key warning 0SJ-8 <> a2020.csv : 10 00SJ-8",
              "b2020.csv:2 similar-key error SJ-1 <> a2020.csv : 2 SJ-001",
              "b2020.csv:3 similar-key warning PZ00001 <> a2020.csv : 12 PZ000001",
              "t2020.csv:3 similar-key error xm-a1 <> t2020.csv : 2 XM-A01",
              "t2020.csv:4 similar-key warning XM-a01 <> t2020.csv : 2 XM-A01");

      // a line of the next night, and the first one gone
      office.deliver("z2020.csv", AID, aid("sj-A-007", "02-01", 7)).night(2020);
      assertThat(found(office))
          .contains("z2020.csv:2 similar-key error sj-A-007 <> a2020.csv : 8 SJ-A-7");
      assertThat(
              office
                  .sql()
                  .sql(
                      "select lines_read, lines_accepted, lines_refused from delivery where name = 'z2020.csv'")
                  .query((row, number) -> List.of(row.getInt(1), row.getInt(2), row.getInt(3)))
                  .single())
          .isEqualTo(List.of(1, 0, 1));
    }
  }

  private static String aid(String receipt, String day, int yuan) {
    return "%s,帮扶资金,甲单位,现金,2020-%s,%d".formatted(receipt, day, yuan);
  }

  private static String project(String code, int yuan) {
    return "%s,某项目,产业,兴仁镇,某镇,增收,%d,%d".formatted(code, yuan, yuan);
  }

  private static List<String> found(Office office) {
    return office
        .sql()
        .sql(
            """
            select format('%s:%s %s %s %s <> %s', d.name, f.line, f.rule, f.severity, f.found, f.expected)
            from finding f
            join delivery d on d.id = f.delivery_id
            where f.rule like '%-key'
            order by d.id, f.line
            """)
        .query(String.class)
        .list();
  }
}
