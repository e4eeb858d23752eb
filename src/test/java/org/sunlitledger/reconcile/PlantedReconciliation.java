package org.sunlitledger.reconcile;

import java.nio.file.Path;
import org.springframework.jdbc.core.JdbcTemplate;
import org.sunlitledger.testing.Office;

/**
 * Puts the result of a reconciliation of 2020 into an office of the small county, as small as can
 * be added up on paper.
 */
public final class PlantedReconciliation {
  private PlantedReconciliation() {}

  public static void plant(Office office) {
    office.deliver(
        "treasury-2020.csv",
        "支付凭证号,日期,收款人,支出功能分类科目,资金来源,批次号,金额",
        "PZ-1,2020-03-01,某公司,2130504,中央,,1000.01",
        "PZ-2,2020-03-02,某公司,2130504,中央,,200",
        "PZ-3,2020-03-03,某公司,2130504,自治区,P1,300");
    office.deliverAll(Path.of("src/test/resources/small-county/2020"));
    office.night(2020);
    office.the(JdbcTemplate.class).execute(SQL);
  }

  private static final String SQL =
      """
      insert into reconciliation
      values (2020, '2021-01-08 09:30+08', '', 5, 170001, 3, 150001);
      insert into reconciliation_proof
      values
        (2020, '', 170001, 30000, 10000, 0, 150001),
        (2020, 'central', 130001, 10000, 10000, -10000, 120001),
        (2020, 'province', 40000, 20000, 0, 10000, 30000);
      insert into reconciliation_strategy
      values
        (2020, 10, 'voucher', '凭证号与金额相同', 'Same voucher and amount', 2, 2, 2, 120001),
        (2020, 30, 'batch', '一笔支出等于一批记录之和', 'A batch', 1, 1, 3, 30000);
      insert into matched_entry
      select 2020, delivery_id, line, line - 1, case line when 4 then 'batch' else 'voucher' end,
        source, function_code, amount
      from treasury_entry;
      insert into matched_record
      select 2020, 'payment', id, line, line - 1, 'central', case line when 2 then 100001 else 20000 end, ''
      from delivery, generate_series(2, 3) as line
      where name = 'payment-2020.csv';
      insert into matched_batch
      values (2020, 'subsidy', 'P1', 'province', '2130507', '', 3, 3, 30000);
      insert into reconciliation_category
      values
        (2020, 'central', 'industry', 3, 130001, 1, 10000),
        (2020, 'province', 'yulu', 2, 40000, 1, 20000);
      insert into reconciliation_project
      values
        (2020, 'CY-1', '=HYPERLINK("http://x","点")', 'industry', 200000, 50000, 130001, 120001),
        (2020, 'JC-2', '道路', 'infrastructure', 0, 0, 0, 5);
      """;
}
