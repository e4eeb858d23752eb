package org.sunlitledger.decision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is one person: nobody approves their own decision under another spelling. */
class SignatureTest {

  private static boolean isSame(String one, String other) {
    boolean isSame = Signature.of(one).isSamePerson(Signature.of(other));
    assertThat(Signature.of(other).isSamePerson(Signature.of(one))).isEqualTo(isSame);
    return isSame;
  }

  @ParameterizedTest
  @CsvSource({
    "张三, 張三",
    "张三, 张三。",
    "张三, 张三（会计）",
    "张三, 张三(会计",
    "张三, （会计）张三",
    "张三, 张三【财政局】",
    "张三, 张 三",
    "张三, 张　三",
    "张三, 张\u200b三\u2060",
    "张三, \ufeff张三\ufe0f",
    "张三, （张三）",
    "张三, 张·三",
    "张三, “张三”",
    "陈铁柱, 陳鐵柱",
    "萧龙, 蕭龍（總會計）",
    "⼀凡, 一凡",
    "张三, ZHANG",
    "张三, ＺＨＡＮＧ",
    "张三, Zhang San",
    "张三, San ZHANG",
    "張三, Zhāng Sān",
    "买买提·艾力, 买买提艾力",
    "ZHANG, ＺＨＡＮＧ",
    "Li Si, LI SI",
    "Li-Si, li si",
    "José, JOSE",
    "ZHANG, ZНАNG",
    "zhang, zhаng",
    "李一, 李ー",
    "张三（财政局）, 张三(财政局)",
    "张三（财政局）, 张三（县财政局）",
    "张三（出纳）, 张三"
  })
  void onePerson(String one, String other) {
    assertThat(isSame(one, other)).as("%s, %s", one, other).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "张三, 李四",
    "张三, 张三丰",
    "张三, 章三",
    "王芳（教育局）, 王芳（财政局）",
    "王芳(教育局), 王芳【财政局】",
    "王士, 王土",
    "张三, LI SI",
    "张三, LI",
    "张三, SAN",
    "张三（会计）, 李四（会计）",
    "乙, 甲",
    "!!!, ???"
  })
  void twoPersons(String one, String other) {
    assertThat(isSame(one, other)).as("%s, %s", one, other).isFalse();
  }
}
