package org.sunlitledger.cli.print;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Text cut, wrapped and grouped for a screen. */
class ScreenTextTest {

  @Test
  void aLongTextIsCutAtTheWidthOfItsGlyphs() {
    assertThat(ScreenText.cut("abcdef", 6)).isEqualTo("abcdef");
    assertThat(ScreenText.cut("abcdefg", 6)).isEqualTo("abcd…");
    assertThat(ScreenText.cut("项目资金支付", 8)).isEqualTo("项目资…");
  }

  @Test
  void aSentenceIsWrappedAtBlanksAndBetweenChineseGlyphs() {
    assertThat(ScreenText.wrapped("check the date of payment", 12))
        .containsExactly("check the", "date of", "payment");
    assertThat(ScreenText.wrapped("核对支付日期，更正", 12)).containsExactly("核对支付日", "期，更正");
    assertThat(ScreenText.wrapped("administrative-count-2020.csv", 18))
        .containsExactly("administrative-", "count-2020.csv");
    assertThat(ScreenText.wrapped("a".repeat(10), 4)).containsExactly("aaaa", "aaaa", "aa");
  }

  @Test
  void onlyAmountsOfYuanAreGrouped() {
    assertThat(ScreenText.grouped("国库1004383元，记录1004833.5元"))
        .isEqualTo("国库1,004,383元，记录1,004,833.5元");
    assertThat(ScreenText.grouped("12345.6万元，2020年，凭证20200101"))
        .isEqualTo("12,345.6万元，2020年，凭证20200101");
    assertThat(ScreenText.grouped("1,004,383.00 元，999元")).isEqualTo("1,004,383.00 元，999元");
  }
}
