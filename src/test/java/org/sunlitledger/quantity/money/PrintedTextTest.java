package org.sunlitledger.quantity.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sunlitledger.quantity.text.ListText;

/** How numbers are printed in reports. */
class PrintedTextTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0万元",
    "1, 0.000001万元",
    "49, 0.000049万元",
    "50, 0.00005万元",
    "100, 0.0001万元",
    "1379000_00, 137.9万元",
    "88650000, 88.65万元",
    "4651605000, 4651.605万元",
    "726515300, 726.5153万元",
    "1420000000, 1420万元",
    "29862588, 29.8626万元",
    "9999999900, 9999.9999万元",
    "9999999949, 9999.9999万元",
    "9999999950, 1亿元",
    "9999999999, 1亿元",
    "10000000000, 1亿元",
    "12874000000, 1.2874亿元",
    "14600000000, 1.46亿元",
    "12874499999, 1.2874亿元",
    "12874500000, 1.2875亿元",
    "7830020000000, 783.002亿元",
    "-50, -0.00005万元",
    "-14600000000, -1.46亿元",
  })
  void amountsInTheUnitOfTheirSize(String fen, String text) {
    assertThat(AmountText.STANDARD.format(Long.parseLong(fen.replace("_", "")))).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    // 37.50元: 0.0038 would be wrong by 1.3%
    "3750, 0.00375万元",
    "3040, 0.00304万元",
    "40, 0.00004万元",
    "10050, 0.01005万元",
    "12345, 0.01235万元",
    "99995, 0.1万元",
    "123456, 0.1235万元",
    "500050, 0.5001万元",
    "-3750, -0.00375万元",
    "499_50, 0.04995万元",
    "550_50, 0.0551万元",
    "999_50, 0.1万元",
  })
  void roundingChangesAnAmountByLessThanAThousandth(String fen, String text) {
    assertThat(AmountText.STANDARD.format(Long.parseLong(fen.replace("_", "")))).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    // 亿元 as long as six decimals are precise enough, else 万元
    "50_000_000, 4, 0.005亿元",
    "12_340_000, 4, 0.001234亿元",
    "1_234_500, 4, 1.2345万元",
    "123_456, 4, 0.1235万元",
    "3_040, 4, 0.00304万元",
    "54_000_000_000, 0, 5.4亿元",
    "549_990_000_000, 0, 55亿元",
    "5_490_000_000, 0, 0.549亿元",
    "1, 10, 0.0000000001亿元",
  })
  void anAmountInYiTakesTheNextSmallerUnitWhereDecimalsDoNotSuffice(
      String fen, int places, String text) {
    assertThat(new AmountText(0, places).format(Long.parseLong(fen.replace("_", ""))))
        .isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "44, 100000, 2, 0.044%",
    "4, 10000, 2, 0.04%",
    "1234, 1000000, 2, 0.1234%",
    "1, 30000, 2, 0.003333%",
    "914, 1000, 0, 91.4%",
    "9996, 10000, 1, 100.0%",
    "100049, 100000, 0, 100%",
    "2, 3, 0, 66.7%",
    "999, 1000, 0, 99.9%",
  })
  void roundingChangesAShareByLessThanAThousandth(long part, long whole, int places, String text) {
    assertThat(new PercentText(places, RoundingMode.HALF_UP, false).format(part, whole))
        .isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "1880750000, '18,807,500.00元'",
    "3040, 30.40元",
    "0, 0.00元",
    "-5, -0.05元",
    "12.5, 0.125元",
    "1E+6, '10,000.00元'",
  })
  void amountsToTheLastFen(BigDecimal fen, String text) {
    assertThat(Fen.exactly(fen)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "29862588, WAN, 6, 29.862588",
    "965471200, WAN, 5, 965.4712",
    "96547120, WAN, 5, 96.54712",
    "783002000000, WAN, 4, 783002",
    "26428000000, WAN, 4, 26428",
    "17000000001, YI, 10, 1.7000000001",
    "198900000000, YI, 2, 19.89",
    "123456, YUAN, 2, 1234.56",
    "0, YI, 4, 0",
  })
  void amountsInAGivenUnit(long fen, MoneyUnit unit, int places, String text) {
    assertThat(new AmountText(0, places).in(unit, fen)).isEqualTo(text);
  }

  @Test
  void theUnitMayBeFixed() {
    assertThat(new AmountText(Long.MAX_VALUE, 4).format(26_428_000_000L)).isEqualTo("26428万元");
    assertThat(new AmountText(0, 4).format(50_000_000L)).isEqualTo("0.005亿元");
    assertThat(new AmountText(Long.MAX_VALUE, 6).format(29_862_588L)).isEqualTo("29.862588万元");
  }

  @ParameterizedTest
  @CsvSource({
    "922, 1000, 92.20%, 92.2%",
    "91, 100, 91.00%, 91%",
    "1, 3, 33.33%, 33.33%",
    "2, 3, 66.67%, 66.67%",
    "1, 80000, 0.00125%, 0.00125%",
    "1, 20000, 0.005%, 0.005%",
    "146000000, 130000000, 112.31%, 112.31%",
    "0, 7, 0.00%, 0%",
    "7, 7, 100.00%, 100%",
  })
  void sharesInPercent(long part, long whole, String kept, String stripped) {
    assertThat(PercentText.STANDARD.format(part, whole)).isEqualTo(kept);
    assertThat(new PercentText(2, RoundingMode.HALF_UP, true).format(part, whole))
        .isEqualTo(stripped);
  }

  @Test
  void nothingIsAShareOfZero() {
    assertThatThrownBy(() -> PercentText.STANDARD.format(1, 0))
        .isInstanceOf(ArithmeticException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "8599, 10000, 5, 85%以上",
    "8500, 10000, 5, 85%以上",
    "8499, 10000, 5, 80%以上",
    "8999, 10000, 5, 85%以上",
    "8999, 10000, 1, 89%以上",
    "10000, 10000, 5, 100%以上",
    "9999999, 10000000, 1, 99%以上",
    "3, 10000, 5, 0%以上",
  })
  void sharesFlooredToAStep(long part, long whole, int step, String text) {
    assertThat(new FloorText(step).format(part, whole)).isEqualTo(text);
  }

  @Test
  void namesJoined() {
    assertThat(ListText.join(List.of("甲", "乙", "丙"))).isEqualTo("甲、乙、丙");
    assertThat(ListText.join(List.of("甲"))).isEqualTo("甲");
  }
}
