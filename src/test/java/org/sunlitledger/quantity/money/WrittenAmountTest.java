package org.sunlitledger.quantity.money;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Amounts in words. */
class WrittenAmountTest {

  @ParameterizedTest
  @CsvSource({
    "贰仟元整, 200000",
    "贰仟圆正, 200000",
    "壹万贰仟元整, 1200000",
    "陆佰元伍角整, 60050",
    "六百元零五角, 60050",
    "六百元零五分, 60005",
    "叁佰伍拾元零柒分, 35007",
    "壹拾贰元叁角肆分, 1234",
    "拾贰元, 1200",
    "十万元整, 10000000",
    "壹仟零伍元整, 100500",
    "壹仟零伍拾元整, 105000",
    "壹万零伍佰元, 1050000",
    "壹万零伍元, 1000500",
    "壹拾万零叁仟元整, 10300000",
    "壹亿贰仟叁佰万元整, 12300000000",
    "壹亿零伍元整, 10000000500",
    "贰仟万元, 2000000000",
    "廿万元, 20000000",
    "两千零二十元, 202000",
    "二〇元, ''",
    "零元整, 0",
    "貳仟萬圓整, 2000000000",
    "壹 仟 元 整, 100000",
    "壹仟贰佰叁拾肆万伍仟陆佰柒拾捌元玖角壹分, 1234567891",
    "壹元, 100"
  })
  void anAmount(String words, String fen) {
    assertThat(WrittenAmount.parse(words).map(String::valueOf).orElse("")).isEqualTo(fen);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "贰仟", "约贰仟元", "一千五元", "一万五元", "贰贰元", "元整", "佰元", "负壹元", "壹元贰", "2000元", "贰万叁万元", "十百元",
        "百五元"
      })
  void noClearAmount(String words) {
    assertThat(WrittenAmount.parse(words)).isEmpty();
  }
}
