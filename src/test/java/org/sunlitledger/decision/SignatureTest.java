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
    "张三（出纳）, 张三",
    "李四, 李四1",
    "李四, Lisi2",
    "李四, 四李",
    "李四, Mr Li Si",
    "李四, 李四先生",
    "李四, 小李四",
    "李四, 李四 复核",
    "李四, 复核人李四",
    "李四, 李四②",
    "李四, 001 李四",
    "李四, 李4四",
    "李四, 李四/会计",
    "李四, 复核：李四（签字）",
    "李四, 副局长李四",
    "李四, 李四副主任",
    "李四, 老李四同志",
    "李四, 總會計師李四",
    "李四, 审核人員 李四 女士",
    "李四, 复核（李四）",
    "李四, 李四A",
    "李四, 李四 LI SI",
    "李四, 李si",
    "李四, MrLiSi",
    "李四, mrlisi",
    "李四, Si Li (reviewer)",
    "李四, Dr. Lǐ-Sì 3",
    "李四, 李主任",
    "李四, 财政局李四",
    "李四, 县财政局会计李四",
    "李四, 李四财政局",
    "李四, 四李会计",
    "李四（经办）, 李四（复核）",
    "李四（1）, 李四（2）",
    "李四会计, 李四出纳",
    "李四, 李四李四",
    "李四, 2号李四",
    "李四, 我是李四",
    "李四, 李四（本人）",
    "李四, 李四總會計師",
    "李四, 李四_审核人员_01",
    "会计1, 会计2",
    "李四, 财务科李四",
    "李四, 审计局副局长李四 2",
    "李四, 会计核算中心李四（复核）",
    "李四（教育局经办）, 李四（教育局复核）",
    "教育局王芳, 王芳（教育局）",
    "欧阳锋, 欧阳主任",
    "Li Si, Si Li",
    "Li Si, Ms Si LI 2",
    "Lisi, Si Li",
    "Wang Xiao Ming, Xiao Ming Wang",
    "Wang Fang, Accountant Wang Fang"
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
    "张丽, 张莉",
    "王主任, 李主任",
    "李四, 李四光",
    "李四光, 李四光明",
    "李四, 小李",
    "李四1, 李五1",
    "李四会计, 李五会计",
    "会计, 出纳",
    "1, 2",
    "Mr Li Si, Mr Li Wu",
    "Li Si, Li Si Guang",
    "教育局王芳, 财政局王芳",
    "教育局王芳, 王芳（财政局）",
    "王芳（教育局会计）, 王芳（财政局会计）",
    "王老师, 李老师",
    "王芳（会计科）, 王芳（财务科）",
    "会计科王芳, 财务科王芳",
    "会计科王芳, 王芳（财务科）",
    "马科, 马科王",
    "张建, 张建工",
    "Ann Lee, Anna Lee",
    "!!!, ???"
  })
  void twoPersons(String one, String other) {
    assertThat(isSame(one, other)).as("%s, %s", one, other).isFalse();
  }
}
