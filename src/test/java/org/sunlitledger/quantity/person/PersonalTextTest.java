package org.sunlitledger.quantity.person;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sunlitledger.quantity.text.SafeText;

/** Personal data is found wherever it is written, and other text is left alone. */
class PersonalTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "11010519491231002X",
        "11010519491231002x",
        "１１０１０５１９４９１２３１００２Ｘ",
        "110105 19491231 002X",
        "110105-19491231-002X",
        "110105　1949　1231　002X",
        "1101 0519 4912 3100 2X",
        "110105.19491231.002X",
        "110105_19491231_002x",
        "110105\u200b19491231\u200b002X",
        "110105\u00a019491231\n002X",
        "张三丰110105194912310 02X代领",
        "HH11010519491231002X",
        "X11010519491231002X",
        "110105194912310021",
        "990502198502033421",
        // a digit too many: at the end, at the front, in between
        "1101051949123100210",
        "11010519491231002X1",
        "1110105194912310021",
        "110105194912310002X",
        "1101105194912310 02X",
        // a digit too few
        "1101051949123100X",
        "11010519491231002",
        // old numbers of fifteen digits
        "110105491231002",
        "110105 491231 002",
        "６４０３２４８００１０１０１２",
        "编号640324800101012号",
        // the region does not exist, but the check character is correct
        "011234194912310024",
        // among other numbers
        "2020-03-05,11010519491231002X,13800138000",
        "1 11010519491231002X",
        "11010519491231002X13800138000",
        "6228481100000000000 11010519491231002X"
      })
  void anIdNumberIsFoundHoweverItIsWritten(String text) {
    assertThat(IdNumber.isIn(text)).isTrue();
    assertThat(digits(IdNumber.maskedIn(text)))
        .doesNotContain("19491231", "491231", "19850203", "800101012");
    assertThat(IdNumber.maskedIn(IdNumber.maskedIn(text))).isEqualTo(IdNumber.maskedIn(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "202001011234567890",
        "20200305000123",
        "PZ-2020-000123456789",
        "JK2018-00001",
        "13800138000、13900139000",
        "0951-5067890 15209510001",
        "2020-03-05 2020-04-01",
        "91640300MA76E1234X",
        "916403007508000002",
        "1,234,567.89",
        "6228480402564890018",
        "621700123456789012",
        "110105194913310021",
        "110105194902300021",
        "061105194912310021",
        "财农〔2020〕15号 2130504 2020年第3批",
        "合同 620102-2018-0001234",
        "0",
        ""
      })
  void otherNumbersAreLeftAsTheyAre(String text) {
    assertThat(IdNumber.maskedIn(text)).isEqualTo(text);
    assertThat(IdNumber.isInKey(text, 2020)).isFalse();
  }

  @Test
  void inAKeyTheDateOfAPaymentIsNobodysBirth() {
    assertThat(IdNumber.isInKey("990502202003050001", 2020)).isFalse();
    assertThat(IdNumber.isInKey("990502-20181130-1234", 2020)).isFalse();
    assertThat(IdNumber.isInKey("640324200305001", 2020)).isFalse();
    assertThat(IdNumber.isInKey("990502198502033421", 2020)).isTrue();
    assertThat(IdNumber.isInKey("HH640324800101012", 2020)).isTrue();
    assertThat(IdNumber.isInKey("110105 19491231 002x", 2020)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "张三丰代领, 张**代领",
    "由张 三 丰代领, 由张**代领",
    "张三丰, 张**",
    "张三丰（个体）, 张**（个体）",
    "张三丰和张三丰, 张**和张**",
    "张三丰慰问金由村委会代发, 张**慰问金由村委会代发",
    "张三丰2020年村部维修, 张**2020年村部维修",
    "张三丰养殖专业合作社, 张三丰养殖专业合作社",
    "红寺堡区张三丰商行, 红寺堡区张三丰商行",
    "张三丰（红寺堡）农业有限公司, 张三丰（红寺堡）农业有限公司",
    "张三, 张三",
    "李三丰, 李三丰"
  })
  void aKnownNameIsMaskedWhereItIsThatOfAPerson(String text, String masked) {
    assertThat(PersonName.in("张三丰").orElseThrow().maskedIn(text)).isEqualTo(masked);
  }

  @Test
  void aNameOfTwoGlyphsLeavesPlacesAlone() {
    PersonName name = PersonName.in("李庄").orElseThrow();
    assertThat(name.maskedIn("李庄村")).isEqualTo("李庄村");
    assertThat(name.maskedIn("大李庄沟村委会")).isEqualTo("大李庄沟村委会");
    assertThat(name.maskedIn("李庄代")).isEqualTo("李*代");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "张", "110105194912310021", "甲1", "某某养殖专业合作社", "大河乡人民政府"})
  void whatIsNoNameIsNotLookedFor(String text) {
    assertThat(PersonName.in(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "合计", "合 计", "小　计", "本页合计", "总计", "金额", "支付金额", "姓名", "户主姓名", "户主", "借款人", "备注", "单位",
        "填报单位", "共计", "万元", "以下空白", "同上", "其中", "序号", "补贴金额"
      })
  void aLabelIsNobodysName(String label) {
    assertThat(PersonName.in(label)).isEmpty();
    assertThat(PersonName.isLike(label)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"张三", "额尔敦", "计成", "款冬", "费孝通", "阿依古丽·买买提"})
  void othersAreNames(String name) {
    assertThat(PersonName.in(name)).isPresent();
  }

  @Test
  void wordsThatMayBeNames() {
    assertThat(PersonName.isLikely("张三丰")).isTrue();
    assertThat(PersonName.isLikely("欧阳 锋")).isTrue();
    assertThat(PersonName.isLikely("马文·尔里")).isTrue();
    assertThat(PersonName.isLike("阿依古丽·买买提")).isTrue();
    assertThat(PersonName.isLikely("香山乡")).isFalse();
    assertThat(PersonName.isLike("王家村")).isFalse();
    assertThat(PersonName.isLike("现金1")).isFalse();
    assertThat(PersonName.isLikely("备注")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "户主：张三丰, 户主：张**",
    "联系人: 李四 13800138000, 联系人: 李* 13800138000",
    "单位：万元 制表人：王 小明, 单位：万元 制表人：王***",
    "领款人（签字）：赵六, 领款人（签字）：赵*",
    "收款人：银行, 收款人：银行",
    "备注：补发, 备注：补发"
  })
  void aNameBehindAWordForIt(String text, String masked) {
    assertThat(PersonalText.masked(text)).isEqualTo(masked);
  }

  @ParameterizedTest
  @CsvSource({
    "姓名（张三丰）, 姓名（张**）",
    "制表 张三丰  电话 1, 制表 张**  电话 1",
    "户主张三丰, 户主张**",
    "经办人张三丰, 经办人张**",
    "户主关系, 户主关系",
    "户主类型, 户主类型",
    "联系 方式, 联系 方式",
    "借款（金额）, 借款（金额）",
    "负责（某某公司）, 负责（某某公司）",
    "捐赠人：张三丰, 捐赠人：张**",
  })
  void aNameThatIsLikelyBehindAWordForItIsNotShown(String text, String shown) {
    assertThat(PersonalText.shown(text)).isEqualTo(shown);
  }

  @Test
  void aNameInTheFormatOfANumberIsNotShown() {
    assertThat(PersonalText.words("100张三丰")).isEqualTo("100张**");
    assertThat(PersonalText.words("1.5万元")).isEqualTo("1.5万元");
    assertThat(PersonalText.words("100人民币")).isEqualTo("100人民币");
  }

  @Test
  void signsThatAreObeyedAreWrittenOut() {
    assertThat(SafeText.escape("甲\u202e乙\u001b[2J\u009b丙\u2028丁\ud800"))
        .isEqualTo("甲\\u202E乙\\u001B[2J\\u009B丙\\u2028丁\\uD800");
    assertThat(SafeText.escape("a\n\tb𠮷")).isEqualTo("a\n\tb𠮷");
    assertThat(SafeText.line("a\n\tb\rc\u0007\u061c\u200f"))
        .isEqualTo("a\\u000A\\u0009b\\u000Dc\\u0007\\u061C\\u200F");
    assertThat(SafeText.escape("")).isEmpty();
    assertThat(SafeText.name(0x202e)).isEqualTo("U+202E");
  }

  private static String digits(String text) {
    return text.replaceAll("[^0-9]", "");
  }
}
