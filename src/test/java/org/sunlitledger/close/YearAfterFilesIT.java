package org.sunlitledger.close;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.close.store.RecordStore.RecordsStored;
import org.sunlitledger.job.YearEnd;
import org.sunlitledger.testing.Office;

/**
 * A night and a reconciliation of 2021 find the same whether the records of 2020, which they are
 * compared with, are in their tables or in files.
 */
@Tag("long")
class YearAfterFilesIT {
  private static final List<String> FOUND =
      List.of(
          "payment-over-plan",
          "payment-voucher-other-year",
          "reversal-below-zero",
          "reversal-ambiguous",
          "microloan-contract-other-year",
          "microloan-household-over-limit",
          "subsidy-voucher-other-year",
          "interest-without-loan",
          "yulu-twice");

  @Test
  void findsTheSame(@TempDir Path folder) {
    List<String> inTables;
    try (Office office = Office.in(folder.resolve("tables"))) {
      close(office);
      inTables = after(office);
    }
    try (Office office = Office.in(folder.resolve("files"))) {
      close(office);
      StoringDesk storing = new StoringDesk(office);
      storing.mustStore(2020);
      assertThat(storing.rows()).contains("payment 0", "subsidy 0");
      assertThat(after(office)).isEqualTo(inTables);
    }
    assertThat(FOUND)
        .allSatisfy(rule -> assertThat(inTables).anyMatch(line -> line.startsWith(rule + " ")));
    assertThat(inTables)
        .anyMatch(line -> line.startsWith("reversal PN3 PZ4"))
        .anyMatch(line -> line.startsWith("other-year "))
        .anyMatch(line -> line.startsWith("project JC-1 10002345600 "))
        .anyMatch(line -> line.startsWith("risk new-in-december 新来的公司"))
        .noneMatch(line -> line.startsWith("risk new-in-december 某公司"));
  }

  @Test
  void aMissingFileStopsTheNightAndNothingCounts(@TempDir Path folder) throws IOException {
    try (Office office = Office.in(folder)) {
      close(office);
      RecordsStored stored = new StoringDesk(office).mustStore(2020);
      Path payments =
          new StoringDesk(office)
              .files(stored).stream()
                  .filter(file -> file.toString().contains("payment-"))
                  .findFirst()
                  .get();
      byte[] was = Files.readAllBytes(payments);
      Files.delete(payments);
      deliver(office);
      assertThat(office.night(2021).failures())
          .singleElement()
          .asString()
          .contains("is missing: " + payments);
      assertThat(live(office)).isEmpty();
      Files.write(payments, was);
      assertThat(office.night(2021).failures()).isEmpty();
      assertThat(live(office)).hasSize(3);
    }
  }

  private static List<String> live(Office office) {
    return list(office, "select name from delivery where year = 2021 and status = 'live'");
  }

  private static void close(Office office) {
    new Desk(office).yearReady().mustClose(2020);
    try (Stream<Path> files = Files.list(office.inbox())) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    } catch (IOException problem) {
      throw new IllegalStateException(problem);
    }
  }

  private static void deliver(Office office) {
    office
        .deliver(
            "支付2021.csv",
            "支付凭证号,项目编号,支付日期,收款单位,资金来源,支付金额,冲销凭证号",
            "PN1,CY-2,2021-03-01,某公司,中央,300000,",
            "PN2,CY-1,2021-03-02,某公司,中央,-100,",
            "PN3,CY-3,2021-03-02,某公司,中央,-50,",
            "PN4,CY-1,2021-04-01,某公司,中央,-1000,PZ1",
            "PN5,JC-1,2021-12-05,某公司,中央,400,",
            "PN6,JC-1,2021-12-06,新来的公司,中央,500,",
            "PZ7,ZC-1,2021-04-01,某公司,中央,100,")
        .deliver(
            "贷款2021.csv",
            "借款合同号,乡镇,户编号,借款人,借款人身份证号,承贷银行,放款日期,到期日期,贷款金额,年利率,担保方式,贷款用途",
            "JK2,兴仁镇,HH0004,赵四,990502196001010056,某银行,2021-06-01,2022-04-01,100,3.85,信用,养羊",
            "JN1,香山乡,HH0002,李二,990502196001010021,某银行,2021-04-01,2022-04-01,80000,3.85,信用,养羊",
            "JN2,兴仁镇,HH0001,张一,990502196001010013,某银行,2021-05-01,2022-04-01,25000,3.85,信用,养羊")
        .deliver(
            "补贴2021.csv",
            "发放凭证号,补贴类别,发放日期,乡镇,户编号,姓名,身份证号,学期,资金来源,发放金额",
            "BT3,驾驶员培训,2021-06-01,香山乡,HH0002,李二,990502196001010021,,自治区,1000",
            "BN1,贴息,2021-03-01,香山乡,HH0002,李二,990502196001010021,,中央,100",
            "BN2,贴息,2021-03-01,香山乡,HH0003,王三,99050219600101003X,,中央,100",
            "BN3,雨露计划,2021-03-01,兴仁镇,HH0001,张一,990502196001010013,2020年春季学期,中央,1500");
  }

  private static List<String> after(Office office) {
    deliver(office);
    office.night(2021);
    Path ledger =
        office.ledger(
            "国库2021.csv",
            "支付凭证号,日期,收款人,支出功能分类科目,资金来源,金额,批次号",
            "PN3,2021-03-02,某公司,2130504,中央,-50,",
            "PN5,2021-12-05,某公司,2130504,中央,400,",
            "PN6,2021-12-06,新来的公司,2130504,中央,500,",
            "PZ3,2021-05-06,某公司,2130505,中央,600000,");
    assertThat(office.yearEnd(2021, ledger)).isInstanceOf(YearEnd.Done.class);
    List<String> found = new ArrayList<>();
    for (String query : List.of(FINDINGS, REVERSALS, DISCREPANCIES, PROJECTS, RISKS)) {
      found.addAll(list(office, query));
    }
    return found;
  }

  private static final String FINDINGS =
      """
      select concat_ws(' ', f.rule, d.name, f.line, f.found, f.expected)
      from finding f
      join delivery d on d.id = f.delivery_id
      where d.year = 2021
      order by 1
      """;
  private static final String REVERSALS =
      """
      select concat_ws(' ', 'reversal', p.voucher, case l.of_line when 5 then 'PZ4' else l.of_line::text end, l.fen)
      from reversal l
      join payment p on p.delivery_id = l.delivery_id and p.line = l.line
      order by 1
      """;
  private static final String DISCREPANCIES =
      "select concat_ws(' ', kind, key, amount, found, evidence) from discrepancy where year = 2021 order by 1";
  private static final String PROJECTS =
      """
      select concat_ws(' ', 'project', project_code, earlier_fen, record_fen, entry_fen)
      from reconciliation_project
      where year = 2021
      order by 1
      """;
  private static final String RISKS =
      "select concat_ws(' ', 'risk', rule, key, line, amount) from risk_line where year = 2021 order by 1";

  private static List<String> list(Office office, String query) {
    return office.sql().sql(query).query(String.class).list();
  }
}
