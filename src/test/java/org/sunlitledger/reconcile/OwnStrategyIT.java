package org.sunlitledger.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.definition.Definitions;
import org.sunlitledger.job.YearEnd;
import org.sunlitledger.testing.Office;

/** A county's own strategies and kinds: whatever they say, nothing is matched twice or lost. */
class OwnStrategyIT {
  private static final String ANY_OF_THE_AMOUNT =
      """
      -- order: 5
      -- takes: records
      -- title:
      --   zh: 金额相同
      --   en: Same amount
      select e.delivery_id as entry_delivery, e.line as entry_line,
        r.register, r.delivery_id, r.line, r.source, r.function_code, r.amount,
        concat(r.voucher, e.voucher) as match
      from entry_left e
      join record_left r on r.amount = e.amount
      where e.batch = ''
      """;
  private static final String AMOUNT_DIFFERS = "sql/discrepancies/amount-differs.sql";
  private static final String ANY_OF_THE_BATCH =
      """
      -- order: 25
      -- takes: batches
      -- title:
      --   zh: 批次金额相同
      --   en: Same amount as a batch
      select e.delivery_id as entry_delivery, e.line as entry_line, b.id as batch_id,
        e.voucher as match
      from entry_left e
      join batch_left b on b.amount = e.amount
      """;

  private final Path folder;

  OwnStrategyIT(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void whatIsProposedTwiceFailsTheRunAndNamesTheStrategy() throws IOException {
    write("sql/matching/any-amount.sql", ANY_OF_THE_AMOUNT);
    write("sql/matching/any-batch.sql", ANY_OF_THE_BATCH);
    try (Office office = office()) {
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

  @Test
  void whatLacksAColumnOrAValueFailsTheRunByItsFile() throws IOException {
    String entry = "PZ1,2020-03-01,甲公司,2130505,中央,,CY-1,900";
    write("sql/matching/any-amount.sql", ANY_OF_THE_AMOUNT.replace("as entry_line", "as line_no"));
    try (Office office = office()) {
      assertThat(failure(office, entry))
          .isEqualTo("sql/matching/any-amount.sql: column \"entry_line\" does not exist");
    }
    write(
        "sql/matching/any-amount.sql",
        ANY_OF_THE_AMOUNT.replace("concat(r.voucher, e.voucher)", "null::text"));
    try (Office office = office()) {
      assertThat(failure(office, "PZ9,2020-03-01,甲公司,2130505,中央,,CY-1,500"))
          .isEqualTo(
              "sql/matching/any-amount.sql: proposes lines without saying which belong together:"
                  + " match is null");
    }
    Files.delete(folder.resolve("own/sql/matching/any-amount.sql"));
    String differs = new Definitions(Optional.empty()).text(AMOUNT_DIFFERS);
    write(AMOUNT_DIFFERS, differs.replace("select reference as key", "select null::text as key"));
    try (Office office = office()) {
      assertThat(failure(office, entry))
          .isEqualTo(
              AMOUNT_DIFFERS
                  + ": gives a row without key, amount, since or content, or with a side that is"
                  + " neither entry nor record");
    }
  }

  @Test
  void twoInOnePlaceFailTheRunByTheirFiles() throws IOException {
    write("sql/matching/any-amount.sql", ANY_OF_THE_AMOUNT);
    write("sql/matching/any-batch.sql", ANY_OF_THE_BATCH.replace("order: 25", "order: 5"));
    assertThatThrownBy(() -> office().close())
        .rootCause()
        .hasMessage("sql/matching/any-batch.sql: order 5 is that of sql/matching/any-amount.sql");
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve("own").resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, text);
  }

  /** With a project and four payments. */
  private Office office() {
    Office office =
        Office.in(folder, Map.of("sunlit.definitions", folder.resolve("own").toString()));
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
    return office;
  }

  private static String failure(Office office, String... entries) {
    String[] lines = new String[entries.length + 1];
    lines[0] = "支付凭证号,日期,收款人,支出功能分类科目,资金来源,批次号,项目编号,金额";
    System.arraycopy(entries, 0, lines, 1, entries.length);
    YearEnd.YearEndResult result = office.yearEnd(2020, office.ledger("treasury-2020.csv", lines));
    assertThat(result).isInstanceOf(YearEnd.Failed.class);
    assertThat(office.sql().sql("select count(*) from matched_entry").query(Long.class).single())
        .isZero();
    return String.join("\n", ((YearEnd.Failed) result).failures());
  }
}
