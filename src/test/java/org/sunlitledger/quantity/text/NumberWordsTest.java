package org.sunlitledger.quantity.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sunlitledger.quantity.text.CountFloor.FloorWord;

/** Numbers in words, as reports write them; the cases are written by hand. */
class NumberWordsTest {
  @ParameterizedTest
  @CsvSource({
    "0, 零",
    "1, 一",
    "10, 十",
    "12, 十二",
    "20, 二十",
    "99, 九十九",
    "100, 一百",
    "105, 一百零五",
    "110, 一百一十",
    "117, 一百一十七",
    "1000, 一千",
    "1001, 一千零一",
    "1010, 一千零一十",
    "1100, 一千一百",
    "2020, 二千零二十",
    "10000, 一万",
    "10001, 一万零一",
    "10010, 一万零一十",
    "12000, 一万二千",
    "20030, 二万零三十",
    "100000, 十万",
    "105000, 十万五千",
    "120000, 十二万",
    "1000000, 一百万",
    "10010000, 一千零一万",
    "100000000, 一亿",
    "100000001, 一亿零一",
    "100010000, 一亿零一万",
    "110000000, 一亿一千万",
    "1000000000, 十亿",
    "999999999999, 九千九百九十九亿九千九百九十九万九千九百九十九",
    "1000000000000, 1000000000000",
    "-12, 负十二",
    "3.0, 三",
    "3.5, 3.5",
  })
  void wholeNumbersInChineseNumerals(String number, String words) {
    assertThat(ChineseNumber.of(new BigDecimal(number))).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({
    "2853, 100, 户, 2800余户, 2800户以上",
    "2800, 100, 户, 2800户, 2800户以上",
    "2899.9, 100, 亩, 2800余亩, 2800亩以上",
    "99, 100, 户, 99户, 99户",
    "0, 100, 户, 0户, 0户",
    "100, 100, 户, 100户, 100户以上",
    "108250, 10000, 条次, 10万余条次, 10万条次以上",
    "100000, 100000, 条次, 10万条次, 10万条次以上",
    "123456, 1000, 条次, 123000余条次, 123000条次以上",
    "28, 10, 个, 20余个, 20个以上",
  })
  void countsRoundedDown(String count, int step, String unit, String over, String atLeast) {
    BigDecimal exact = new BigDecimal(count);
    assertThat(new CountFloor(step, FloorWord.OVER, unit).format(exact)).isEqualTo(over);
    assertThat(new CountFloor(step, FloorWord.AT_LEAST, unit).format(exact)).isEqualTo(atLeast);
  }
}
