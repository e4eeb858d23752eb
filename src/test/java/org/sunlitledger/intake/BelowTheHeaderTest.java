package org.sunlitledger.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.testing.Office;

/** Lines among records that are not records: notes, and the header on each page. */
class BelowTheHeaderTest {
  private static final String HEADER = "收据编号,帮扶类别,提供单位,形式,乡镇,行政村,到位日期,折合金额";

  private final Office office;

  BelowTheHeaderTest(@TempDir Path folder) {
    office = Office.in(folder);
  }

  @AfterEach
  void close() {
    office.close();
  }

  private static String line(int number, String amount) {
    return "SJ-%d,帮扶资金,单位,现金,香山乡,米粮川村,2020-01-1%d,%s".formatted(number, number, amount);
  }

  @Test
  void aNoteHasNoMoney() {
    office
        .deliver(
            "payment-2020.csv",
            "摘要,支付凭证号,项目编号,支付日期,收款单位,资金来源,支付金额",
            "备注：补付2019年工程款,,CY-001,2020-07-22,某公司,中央,5000",
            "备注：补付,,,,,,6000",
            "备注：补付,,CY-001,2020-07-22,,,",
            "制表人：张三,审核人：,李四,2020-12-31,,,",
            "备注：无,,,,,,")
        .night(2020);
    assertThat(office.findings())
        .filteredOn(found -> found.endsWith("required 支付凭证号="))
        .containsExactly(
            "payment-2020.csv:2 required 支付凭证号=",
            "payment-2020.csv:3 required 支付凭证号=",
            "payment-2020.csv:4 required 支付凭证号=");
    assertThat(office.sql().sql("select lines_read from delivery").query(Integer.class).single())
        .isEqualTo(3);
  }

  @Test
  void aHeaderOnEachPageAndTheNumbersOfItsColumnsArePassedOver() {
    String numbers = "1,2,3,4,5,6,7,8";
    office
        .deliver(
            "aid-2020.csv",
            HEADER,
            numbers,
            line(1, "100"),
            "小计,,,,,,,100",
            HEADER,
            numbers,
            line(2, "200"),
            "小计,,,,,,,200",
            "合计,,,,,,,300")
        .deliver("b-2020.csv", HEADER, "甲,乙,（1）,（2）,（3）,（4）,（5）,（6）=（5）", line(3, "8"))
        .night(2020);
    assertThat(office.findings()).isEmpty();
    assertThat(office.sql().sql("select sum(amount) from aid").query(Long.class).single())
        .isEqualTo(30_800);
  }

  @Test
  void numbersFurtherBelowAreALine() {
    office.deliver("aid-2020.csv", HEADER, line(1, "1"), "1,2,3,4,5,6,7,8").night(2020);
    assertThat(office.findings()).anyMatch(found -> found.startsWith("aid-2020.csv:3 "));
  }

  @Test
  void aHeaderOfTwoLinesMayComeAgainToo() {
    String upper = "收据编号,来源,,,地点,,到位日期,折合金额";
    String lower = ",帮扶类别,提供单位,形式,乡镇,行政村,,";
    office
        .deliver("aid-2020.csv", upper, lower, line(1, "100"), upper, lower, line(2, "200"))
        .night(2020);
    assertThat(office.findings()).isEmpty();
  }
}
