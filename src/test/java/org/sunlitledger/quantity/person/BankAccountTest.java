package org.sunlitledger.quantity.person;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sunlitledger.quantity.text.Parsed;

class BankAccountTest {
  @ParameterizedTest
  @CsvSource({
    "12345678, 12345678",
    "6217001234567890123, 6217001234567890123",
    "6217 0012 3456 7890 123, 6217001234567890123",
    "6217-0012-3456-7890-123, 6217001234567890123",
    "６２１７００１２３４５６７８９０１２３, 6217001234567890123",
    "６２１７－００１２　３４５６—7890‐123, 6217001234567890123",
    "00012345, 00012345",
    "12345678901234567890123456789012, 12345678901234567890123456789012",
  })
  void isReadHoweverItIsGrouped(String text, String digits) {
    assertThat(BankAccount.parse(text)).isEqualTo(Parsed.of(digits));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1234567",
        "123456789012345678901234567890123",
        "6217****1234",
        "6217001234567890123.0",
        "6.21700123456789E+18",
        "农行6228481234567890123",
        "'6217001234567890123",
        "6217001234567890123/6228481234567890123",
        "6217，0012",
        "62170012345678901２x",
        "HH000078",
        "无此账号"
      })
  void anythingElseIsNone(String text) {
    assertThat(BankAccount.parse(text)).isInstanceOf(Parsed.Unparsable.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "6217001234567890123",
        "6217 0012 3456 7890 123",
        "６２１７００１２３４５６７８９０１２３",
        "123456789012",
        "62170012",
        "6217001234567890123农行",
        "农行6217001234567890123",
      })
  void fewOfItsDigitsAreShown(String text) {
    String masked = BankAccount.masked(text);
    assertThat(masked.replaceAll("[^0-9]", "")).hasSizeLessThanOrEqualTo(4);
    assertThat(masked).contains("*");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "代领，卡号6217001234567890123",
        "收款账号：1050 1234 5600 0000",
        "帐号是１０５０１２３４５６００７８",
        "银行卡 105012345600078",
        "一卡通号:105012345600078，已注销",
        // no word before it, but a card with a correct check digit
        "改发到6217001234567890122",
        "改发 6217 0012 3456 7890 122 处"
      })
  void oneIsHiddenInText(String text) {
    assertThat(PersonalText.masked(text)).contains("*").doesNotContainPattern("[0-9０-９]{5}");
    assertThat(PersonalText.masked(PersonalText.masked(text))).isEqualTo(PersonalText.masked(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2020-03-05 12345678",
        "合同 620502200012345678901",
        "账户20200305核销",
        "建档立卡户 20200305",
        "编号105012345600078",
        "电话13800138000",
        "宁财农指标〔2020〕100号",
        "改发到6217001234567890128"
      })
  void otherNumbersAreLeft(String text) {
    assertThat(PersonalText.masked(text)).isEqualTo(text);
  }

  @Test
  void oneThatIsKnownIsHiddenAndNoLongerNumberThatHasItsDigits() {
    assertThat(BankAccountSearch.masked("见1234 5678，12345678；212345678", "12345678"))
        .isEqualTo("见12******，12******；212345678");
  }
}
