package org.sunlitledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.testing.Office;
import org.sunlitledger.testing.SmallCounty;

/** A batch whose number is written once, in a cell that is merged over its lines, agrees. */
class MergedBatchIT {
  private static final String HEADER = "发放凭证号,补贴类别,发放日期,乡镇,户编号,姓名,身份证号,资金来源,支出功能分类科目,指标文号,批次号,发放金额";
  private static final List<String> PEOPLE =
      List.of(
          "兴仁镇,HH0001,张一,990502196001010013",
          "香山乡,HH0002,李二,990502196001010021",
          "香山乡,HH0003,王三,99050219600101003X");

  private final List<String> ledger =
      new ArrayList<>(List.of("支付凭证号,日期,收款人,支出功能分类科目,资金来源,指标文号,批次号,金额"));
  private int vouchers;

  @Test
  void aBatchInAMergedCellAgreesWithTheOneEntryThatPaysIt(@TempDir Path folder) throws IOException {
    try (Office office = Office.in(folder)) {
      Terminal terminal = new Terminal(office);
      SmallCounty.deliver(office, 2020);
      office.night(2020);
      SmallCounty.reconcile(office, 2020);
      long before = count(office);

      // the batch and its document, as delivered
      merged(office, "P91", 2, "9,10");
      merged(office, "P92", 3, "10");
      merged(office, "P93", 3, "9,10,7,8");
      merged(office, "P94", 2, "1,7,8,10");
      merged(office, "P95", 3, "8,10");
      merged(office, "P96", 3, "2,10");
      office.night(2020);
      assertThat(count(office) - before).as(String.join("\n", office.findings())).isEqualTo(16);

      int status =
          terminal.run(
              "year-end",
              "--year",
              "2020",
              "--ledger",
              folder.resolve("ledgers/treasury-2020.csv").toString(),
              office.ledger("batches.csv", ledger.toArray(String[]::new)).toString(),
              "--out",
              office.out().toString());
      assertThat(status).as(terminal.err() + terminal.out()).isZero();
      assertThat(
              office
                  .sql()
                  .sql(
                      """
                      select b.batch
                      from matched_batch b
                      where b.batch like 'P9%'
                      order by b.batch
                      """)
                  .query(String.class)
                  .list())
          .containsExactly("P91", "P92", "P93", "P94", "P95", "P96");
    }
  }

  /** Delivers lines of which some columns are merged, and adds the entry that pays them. */
  private void merged(Office office, String batch, int lines, String columns) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    long sum = 0;
    try (XSSFWorkbook book = new XSSFWorkbook()) {
      Sheet sheet = book.createSheet();
      fill(sheet.createRow(0), HEADER);
      for (int i = 0; i < lines; i++) {
        vouchers++;
        long yuan = 100L + vouchers;
        sum += yuan;
        fill(
            sheet.createRow(i + 1),
            "BT-9-%03d,贴息,%s,%s,中央,2130507,宁财农指标〔2020〕200号,%s,%d"
                .formatted(vouchers, day(batch), PEOPLE.get(i), batch, yuan));
      }
      for (String column : columns.split(",", -1)) {
        int at = Integer.parseInt(column);
        for (int i = 2; i <= lines; i++) {
          sheet.getRow(i).getCell(at).setBlank();
        }
        sheet.addMergedRegion(new CellRangeAddress(1, lines, at, at));
      }
      book.write(bytes);
    }
    office.deliver("补贴%s-2020.xlsx".formatted(batch), bytes.toByteArray());
    ledger.add(
        "DF%s,%s,农商行代发,2130507,中央,宁财农指标〔2020〕200号,%s,%d".formatted(batch, day(batch), batch, sum));
  }

  private String day(String batch) {
    return "2020-%02d-%02d".formatted(3 + batch.charAt(2) % 6, vouchers);
  }

  private static void fill(Row row, String line) {
    String[] cells = line.split(",", -1);
    for (int i = 0; i < cells.length; i++) {
      row.createCell(i).setCellValue(cells[i]);
    }
  }

  private static long count(Office office) {
    return office
        .sql()
        .sql("select count(*) from live_subsidy where year = 2020")
        .query(Long.class)
        .single();
  }
}
