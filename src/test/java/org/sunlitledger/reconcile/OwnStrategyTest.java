package org.sunlitledger.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.job.YearEnd;
import org.sunlitledger.testing.Office;

/** A county's own strategies that guess: nothing may be matched twice, whatever they propose. */
class OwnStrategyTest {
  private static final String ANY_OF_THE_AMOUNT =
      """
      -- id: any-amount
      -- order: 5
      -- takes: records
      -- title.zh: 金额相同
      -- title.en: Same amount
      select e.delivery_id as entry_delivery, e.line as entry_line,
        r.register, r.delivery_id, r.line, r.source, r.function_code, r.amount,
        concat(r.voucher, e.voucher) as match
      from entry_left e
      join record_left r on r.amount = e.amount
      where e.batch = ''
      """;
  private static final String ANY_OF_THE_BATCH =
      """
      -- id: any-batch
      -- order: 25
      -- takes: batches
      -- title.zh: 批次金额相同
      -- title.en: Same amount as a batch
      select e.delivery_id as entry_delivery, e.line as entry_line, b.id as batch_id,
        e.voucher as match
      from entry_left e
      join batch_left b on b.amount = e.amount
      """;

  @Test
  void whatIsProposedTwiceFailsTheRunAndNamesTheStrategy(@TempDir Path folder) throws IOException {
    Path own = Files.createDirectories(folder.resolve("own/sql/matching"));
    Files.writeString(own.resolve("any-amount.sql"), ANY_OF_THE_AMOUNT);
    Files.writeString(own.resolve("any-batch.sql"), ANY_OF_THE_BATCH);
    Map<String, Object> settings = Map.of("sunlit.definitions", folder.resolve("own").toString());
    try (Office office = Office.in(folder, settings)) {
      office
          .deliver(
              "project-2020.csv",
              "项目编号,项目名称,项目类别,乡镇,实施单位,绩效目标,计划总投资,中央资金",
              "CY-1,甲养殖园,产业,兴仁镇,兴仁镇人民政府,增收,9000,9000")
          .deliver(
              "payment-2020.csv",
              "支付凭证号,项目编号,支付日期,收款单位,资金来源,支出功能分类科目,批次号,支付金额",
              "PZ1,CY-1,2020-03-01,甲公司,中央,2130505,,1000",
              "PZ2,CY-1,2020-04-01,甲公司,中央,2130505,,1000",
              "PZ3,CY-1,2020-05-01,甲公司,中央,2130505,B1,30",
              "PZ4,CY-1,2020-06-01,甲公司,中央,2130505,,500")
          .night(2020);

      assertThat(failure(office, "PZ9,2020-03-01,甲公司,2130505,中央,,CY-1,1000"))
          .isEqualTo(
              "sql/matching/any-amount.sql: proposes for more than one match an entry or a batch: 2"
                  + " matched, 1 taken");
      assertThat(
              failure(
                  office,
                  "PZ8,2020-06-01,甲公司,2130505,中央,,CY-1,500",
                  "PZ9,2020-06-01,甲公司,2130505,中央,,CY-1,500"))
          .isEqualTo("sql/matching/any-amount.sql: proposes for more than one match a record");
      assertThat(
              failure(
                  office,
                  "PZ8,2020-05-01,甲公司,2130505,中央,B1,CY-1,30",
                  "PZ9,2020-05-01,甲公司,2130505,中央,B1,CY-1,30"))
          .isEqualTo(
              "sql/matching/any-batch.sql: proposes for more than one match an entry or a batch: 2"
                  + " matched, 1 taken");
    }
  }

  private static String failure(Office office, String... entries) {
    String[] lines = new String[entries.length + 1];
    lines[0] = "支付凭证号,日期,收款人,支出功能分类科目,资金来源,批次号,项目编号,金额";
    System.arraycopy(entries, 0, lines, 1, entries.length);
    YearEnd.Result result = office.yearEnd(2020, office.ledger("treasury-2020.csv", lines));
    assertThat(result).isInstanceOf(YearEnd.Failed.class);
    assertThat(office.sql().sql("select count(*) from matched_entry").query(Long.class).single())
        .isZero();
    return String.join("\n", ((YearEnd.Failed) result).failures());
  }
}
