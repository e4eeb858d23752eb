package org.sunlitledger.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.testing.Office;

/**
 * Ledgers in the forms that treasuries and banks export: sides, balances, accounts, returned money.
 */
class LedgerFormsTest {
  private static final String SIDES = "支付凭证号,日期,收款人,摘要,支出功能分类科目,资金来源,借方金额,贷方金额";
  private static final String BALANCED = SIDES + ",余额";
  private static final String PLAIN = "支付凭证号,日期,收款人,摘要,支出功能分类科目,资金来源,金额";

  private static Office office;

  @BeforeAll
  static void read(@TempDir Path folder) throws IOException {
    office = Office.in(folder);
    office.deliver(
        "sides-2020.csv",
        SIDES,
        "PZ000001,2020-07-22,某某公司,工程款,2130505,中央,8030441,",
        "PZ000001,2020-07-25,某某公司,退款,2130505,中央,,1000",
        "合计,,,,,,8030441,1000");
    office.deliver(
        "zeros-2020.csv",
        SIDES,
        "PZ1,2020-07-22,某某公司,冲销错账,2130505,中央,300.00,0.00",
        "PZ2,2020-07-25,某某公司,工程款,2130505,中央,0.00,1000.00",
        "PZ3,2020-07-26,某某公司,工程款,2130505,中央,,20.00");
    office.deliver(
        "red-2020.csv",
        SIDES,
        "PZ11,2020-07-22,某某公司,工程款,2130505,中央,500,",
        "PZ11,2020-07-25,某某公司,红字更正,2130505,中央,-500,");
    // an account with an opening balance that is spent: the side that lowers it was paid
    office.deliver(
        "spent-2020.csv",
        BALANCED,
        ",2020-01-01,,年初余额,,,,,10000.00",
        "PZ21,2020-03-01,某某公司,工程款,2130505,中央,,4000,6000.00",
        "PZ22,2020-03-02,某某公司,拨入,2130505,中央,1000,,7000.00",
        "本月合计,,,,,,1000,4000,7000.00",
        "PZ23,2020-04-02,某某公司,工程款,2130505,中央,,500.5,6499.50",
        "本年累计,,,,,,1000,4500.5,6499.50",
        ",2020-12-31,,期末余额,,,,,6499.50");
    // spending that adds up from nothing
    office.deliver(
        "added-2020.csv",
        BALANCED,
        "PZ31,2020-03-01,某某公司,工程款,2130505,中央,4000,,4000",
        "PZ32,2020-03-02,某某公司,工程款,2130505,中央,2000,,6000",
        "PZ33,2020-03-03,某某公司,误拨调整,2130505,中央,,1500,4500");
    office.deliver(
        "newest-first-2020.csv",
        BALANCED,
        "PZ43,2020-03-03,某某公司,工程款,2130505,中央,,100,200",
        "PZ42,2020-03-02,某某公司,利息,2130505,中央,50,,300",
        "PZ41,2020-03-01,某某公司,工程款,2130505,中央,,250,250",
        ",,,期初余额,,,,,500");
    office.deliver(
        "accounts-2020.csv",
        "账号," + BALANCED,
        "6217000011112222,,2020-01-01,,年初余额,,,,,1000",
        "6217000033334444,,2020-01-01,,年初余额,,,,,50",
        "6217000011112222,PZ51,2020-03-01,某某公司,工程款,2130505,中央,,400,600",
        "6217000033334444,PZ52,2020-03-02,某某公司,工程款,2130505,中央,,20,30",
        "6217000011112222,PZ53,2020-03-03,某某公司,拨款,2130505,中央,10,,610");
    office.deliver(
        "direction-2020.csv",
        PLAIN + ",借贷方向",
        "PZ61,2020-03-01,某某公司,工程款,2130505,中央,400,贷",
        "PZ62,2020-03-02,某某公司,退汇,2130505,中央,30,借");
    office.deliver(
        "words-2020.csv",
        PLAIN + ",收支方向",
        "PZ63,2020-03-01,某某公司,工程款,2130505,中央,400,支出",
        "PZ64,2020-03-02,某某公司,工程款,2130505,中央,30,收入");
    office.deliver(
        "returned-2020.csv",
        PLAIN + ",退回金额",
        "PZ71,2020-03-01,某某公司,工程款,2130505,中央,400,",
        "PZ72,2020-03-02,某某公司,工程款,2130505,中央,,30",
        "合计,,,,,,400,30");
    office.deliver(
        "ends-2020.csv",
        PLAIN,
        "期初余额：1000.00元,,,,,,",
        "PZ81,2020-03-01,某某公司,工程款,2130505,中央,400",
        "PZ82,2020-03-02,某某公司,工程款,2130505,中央,-100",
        "期末余额：700.00元,,,,,,");
    office.deliver(
        "above-2020.csv",
        "账号：6217000011112222 期初余额：10000.00元 期末余额：5499.50元,,,,,,,,",
        BALANCED,
        "PZ101,2020-03-01,某某公司,工程款,2130505,中央,,4000,6000.00",
        "PZ102,2020-03-02,某某公司,工程款,2130505,中央,,500.5,5499.50");
    office.deliver(
        "above-newest-first-2020.csv",
        "期初余额,10000.00,,期末余额,5499.50,,,,",
        BALANCED,
        "PZ112,2020-03-02,某某公司,工程款,2130505,中央,,500.5,5499.50",
        "PZ111,2020-03-01,某某公司,工程款,2130505,中央,,4000,6000.00");
    office.deliver(
        "above-alone-2020.csv",
        "期初余额：1000.00 期末余额：300.00,,,,,,",
        PLAIN,
        "PZ121,2020-03-01,某某公司,工程款,2130505,中央,400",
        "PZ122,2020-03-02,某某公司,工程款,2130505,中央,300");
    office.deliver(
        "above-wrong-2020.csv",
        "期初余额：10000.01元,,,,,,,,",
        BALANCED,
        "PZ131,2020-03-01,某某公司,工程款,2130505,中央,,4000,6000.00",
        "PZ132,2020-03-02,某某公司,工程款,2130505,中央,,500.5,5499.50");
    office.deliver(
        "above-cut-off-2020.csv",
        "期初余额：10000.00元；期末余额：5499.50元,,,,,,,,",
        BALANCED,
        "PZ141,2020-03-01,某某公司,工程款,2130505,中央,,4000,6000.00",
        "PZ142,2020-03-02,某某公司,工程款,2130505,中央,,400,5600.00");
    office.deliver(
        "above-alone-wrong-2020.csv",
        "期初余额：1000.00 期末余额：200.00,,,,,,",
        PLAIN,
        "PZ151,2020-03-01,某某公司,工程款,2130505,中央,400",
        "PZ152,2020-03-02,某某公司,工程款,2130505,中央,300");
    office.deliver(
        "sheets-2020.xlsx",
        workbook(
            Map.of(
                "基本户",
                List.of(
                    ",2020-01-01,,年初余额,,,,,1000", "PZ161,2020-03-01,某某公司,工程款,2130505,中央,,400,600"),
                "专户",
                List.of(",2020-01-01,,年初余额,,,,,50", "PZ162,2020-03-02,某某公司,工程款,2130505,中央,,20,30"),
                "代发户",
                List.of(
                    ",2020-01-01,,年初余额,,,,,50", "PZ163,2020-03-02,某某公司,工程款,2130505,中央,,20,31"))));
    office.deliver(
        "undecided-2020.csv",
        SIDES,
        "PZ91,2020-03-01,某某公司,工程款,2130505,中央,400,",
        "PZ92,2020-03-02,某某公司,工程款,2130505,中央,,300");
    office.deliver(
        "one-fen-2020.csv",
        BALANCED,
        ",2020-01-01,,年初余额,,,,,10000.00",
        "PZ01,2020-03-01,某某公司,工程款,2130505,中央,,4000,6000.00",
        "PZ02,2020-03-02,某某公司,工程款,2130505,中央,,1000,5000.01");
    office.deliver(
        "left-out-2020.csv",
        PLAIN,
        ",2020-01-01,,上年结转,,,1000.00",
        "PZ03,2020-03-01,某某公司,工程款,2130505,中央,400",
        ",,,结转下年,,,500.00");
    office.deliver(
        "other-account-2020.csv",
        "账户," + BALANCED,
        "甲,,2020-01-01,,年初余额,,,,,1000",
        "乙,,2020-01-01,,年初余额,,,,,50",
        "甲,PZ04,2020-03-01,某某公司,工程款,2130505,中央,,400,600",
        "乙,PZ05,2020-03-02,某某公司,工程款,2130505,中央,,20,31");
    office.deliver(
        "both-2020.csv",
        SIDES,
        "PZ06,2020-03-01,某某公司,工程款,2130505,中央,400,",
        "PZ07,2020-03-02,某某公司,工程款,2130505,中央,300,200",
        "PZ08,2020-03-02,某某公司,工程款,2130505,中央,,");
    office.deliver(
        "serial-2020.csv",
        "序号," + PLAIN,
        "1,PZ12,2020-03-01,某某公司,工程款,2130505,中央,400",
        "2,PZ13,2020-03-02,某某公司,退回重付,2130505,中央,300",
        "5,PZ14,2020-03-03,某某公司,工程款,2130505,中央,300");
    office.night(2020);
  }

  @AfterAll
  static void close() {
    office.close();
  }

  @Test
  void whatWasPaidIsPositiveAndWhatCameBackIsNot() {
    assertThat(amounts("sides-2020.csv")).containsExactly("8030441.00", "-1000.00");
    assertThat(amounts("zeros-2020.csv")).containsExactly("-300.00", "1000.00", "20.00");
    assertThat(amounts("red-2020.csv")).containsExactly("500.00", "-500.00");
    assertThat(amounts("direction-2020.csv")).containsExactly("400.00", "-30.00");
    assertThat(amounts("words-2020.csv")).containsExactly("400.00", "-30.00");
    assertThat(amounts("returned-2020.csv")).containsExactly("400.00", "-30.00");
  }

  @Test
  void balancesShowWhichSideWasPaid() {
    assertThat(amounts("spent-2020.csv")).containsExactly("4000.00", "-1000.00", "500.50");
    assertThat(amounts("added-2020.csv")).containsExactly("4000.00", "2000.00", "-1500.00");
    assertThat(amounts("newest-first-2020.csv")).containsExactly("100.00", "-50.00", "250.00");
    assertThat(amounts("accounts-2020.csv")).containsExactly("400.00", "20.00", "-10.00");
    assertThat(amounts("ends-2020.csv")).containsExactly("400.00", "-100.00");
    assertThat(amounts("above-2020.csv")).containsExactly("4000.00", "500.50");
    assertThat(amounts("above-newest-first-2020.csv")).containsExactly("500.50", "4000.00");
    assertThat(amounts("above-alone-2020.csv")).containsExactly("400.00", "300.00");
  }

  @Test
  void whatIsReadIsWhatIsCounted() {
    assertThat(
            list(
                """
                select name
                from delivery
                where status = 'live'
                  and fen_read <> fen_accepted + fen_refused
                """))
        .isEmpty();
    assertThat(list("select (fen_read / 100)::text from delivery where name = 'sides-2020.csv'"))
        .containsExactly("8029441");
  }

  @Test
  void aBalanceThatDoesNotAddUpRefusesTheFileWithTheFigures() {
    assertThat(refusals("one-fen-2020.csv"))
        .containsExactly("4 file-balance 5000.01 元: 5000.00 元，差 0.01 元");
    assertThat(refusals("left-out-2020.csv"))
        .containsExactly("4 file-balance 500.00 元: 600.00 元，差 -100.00 元");
    assertThat(refusals("other-account-2020.csv"))
        .containsExactly("5 file-balance 31.00 元（账户 乙）: 30.00 元，差 1.00 元");
    assertThat(refusals("above-wrong-2020.csv"))
        .containsExactly("1 file-balance 10000.01 元: 10000.00 元，差 0.01 元");
    assertThat(refusals("above-cut-off-2020.csv"))
        .containsExactly("1 file-balance 5499.50 元: 5600.00 元，差 -100.50 元");
    assertThat(refusals("above-alone-wrong-2020.csv"))
        .containsExactly("1 file-balance 200.00 元: 300.00 元，差 -100.00 元");
  }

  @Test
  void eachSheetIsAnAccountOfItsOwn() {
    assertThat(amounts("sheets-2020.xlsx#基本户")).containsExactly("400.00");
    assertThat(amounts("sheets-2020.xlsx#专户")).containsExactly("20.00");
    assertThat(refusals("sheets-2020.xlsx#代发户"))
        .containsExactly("3 file-balance 31.00 元: 30.00 元，差 1.00 元");
  }

  private static byte[] workbook(Map<String, List<String>> sheets) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
      sheets.forEach(
          (name, lines) -> {
            Worksheet sheet = workbook.newWorksheet(name);
            List<String> rows = new ArrayList<>(lines);
            rows.add(0, BALANCED);
            for (int row = 0; row < rows.size(); row++) {
              String[] cells = rows.get(row).split(",", -1);
              for (int column = 0; column < cells.length; column++) {
                sheet.value(row, column, cells[column]);
              }
            }
          });
    }
    return bytes.toByteArray();
  }

  @Test
  void sidesThatLeaveOpenWhatWasPaidRefuseTheFile() {
    assertThat(refusals("undecided-2020.csv"))
        .containsExactly("0 file-sides 借方 1 笔 400.00 元；贷方 1 笔 300.00 元: ");
    assertThat(refusals("both-2020.csv"))
        .containsExactly("3 amount-sides 300.00 / 200.00: ", "4 required : 金额");
  }

  @Test
  void missingNumbersAndNotesThatSayOtherwiseAreSaidAndNothingMore() {
    assertThat(amounts("serial-2020.csv")).containsExactly("400.00", "300.00", "300.00");
    assertThat(
            list(
                """
                select f.rule || ' ' || f.found
                from finding f
                join delivery d on d.id = f.delivery_id
                where d.name = 'serial-2020.csv'
                  and d.status = 'live'
                  and f.severity = 'warning'
                order by f.rule
                """))
        .containsExactly("file-return-positive 1 行", "file-serial-gaps 1–5：3 行，缺 2 个");
  }

  @Test
  void numbersOfAccountsAreKeptNowhere() {
    assertThat(
            list(
                """
                select t::text from treasury_entry t where t::text like '%621700001%'
                union all
                select f::text from finding f where f::text like '%621700001%'
                """))
        .isEmpty();
  }

  private static List<String> amounts(String file) {
    return list(
        """
        select (t.amount / 100.0)::numeric(20, 2)::text
        from treasury_entry t
        join delivery d on d.id = t.delivery_id
        where d.name = '%s'
          and d.status = 'live'
          and t.verdict = 'a'
        order by t.line
        """
            .formatted(file));
  }

  private static List<String> refusals(String file) {
    return list(
        """
        select concat(coalesce(f.line, 0), ' ', f.rule, ' ', f.found, ': ', f.expected)
        from finding f
        join delivery d on d.id = f.delivery_id
        where d.name = '%s'
          and f.severity = 'error'
        order by f.line, f.id
        """
            .formatted(file));
  }

  private static List<String> list(String query) {
    return office.sql().sql(query).query(String.class).list();
  }
}
