package org.sunlitledger.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sunlitledger.quantity.digest.KeyedHash;
import org.sunlitledger.quantity.money.Fen;
import org.sunlitledger.quantity.money.MoneyUnit;
import org.sunlitledger.quantity.person.IdNumber;
import org.sunlitledger.quantity.person.PersonName;
import org.sunlitledger.quantity.text.CreditCode;
import org.sunlitledger.quantity.text.Dates;
import org.sunlitledger.quantity.text.DocumentNumber;
import org.sunlitledger.quantity.text.Parsed;
import org.sunlitledger.quantity.text.Parsed.ParseFault;

/** How cells are read. */
class ReadTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | YUAN | 0",
        "12 | YUAN | 1200",
        "12.3 | YUAN | 1230",
        "12.34 | YUAN | 1234",
        "12.3400 | YUAN | 1234",
        "1,234,567.89 | YUAN | 123456789",
        "１２，３４５．６７ | YUAN | 1234567",
        "¥1,200 | YUAN | 120000",
        "￥88 | YUAN | 8800",
        "-5.01 | YUAN | -501",
        "+5 | YUAN | 500",
        "−5 | YUAN | -500",
        "－５．０１ | YUAN | -501",
        "–5 | YUAN | -500",
        "¥-1,200.00 | YUAN | -120000",
        "-¥5 | YUAN | -500",
        "(500.00) | YUAN | -50000",
        "（５００．００） | YUAN | -50000",
        "(¥1,234.5) | YUAN | -123450",
        "( 12 ) | YUAN | -1200",
        "(5万元) | YUAN | -5000000",
        "(5)万元 | YUAN | -5000000",
        "-5万元 | YUAN | -5000000",
        "−2.5 | WAN | -2500000",
        "　77.70　 | YUAN | 7770",
        "0.000001 | WAN | 1",
        "137.9 | WAN | 137900000",
        "29.862588 | WAN | 29862588",
        "1.46 | YI | 14600000000",
        "0.0000000001 | YI | 1",
        "7 | FEN | 7",
        "12元 | YUAN | 1200",
        "￥1,234.50 元 | YUAN | 123450",
        "５万元 | YUAN | 5000000",
        "5万 | YUAN | 5000000",
        "0.000001万元 | YUAN | 1",
        "5万元 | WAN | 5000000",
        "1.5亿 | WAN | 15000000000",
        "30分 | FEN | 30",
        "900000000000 | YUAN | 90000000000000",
        "(12) | YUAN | -1200",
        "（1,500.00） | YUAN | -150000",
        "( 5万元 ) | YUAN | -5000000",
        "5000元整 | YUAN | 500000",
        "¥5,000.00元整 | YUAN | 500000",
        "人民币5000元整 | YUAN | 500000",
        "人民币：5,000.50元 | YUAN | 500050",
        "人民币￥5000元正 | YUAN | 500000",
        "５０００元整 | YUAN | 500000",
        "5000整 | YUAN | 500000",
        "5000.- | YUAN | 500000",
        "￥5000.— | YUAN | 500000",
        "5，000 | YUAN | 500000",
        "￥5000 | YUAN | 500000",
        "RMB 5000 | YUAN | 500000",
        "rmb5,000.5 | YUAN | 500050",
        "CNY 5000.00 | YUAN | 500000",
        "5000元人民币 | YUAN | 500000",
        "5000 RMB | YUAN | 500000",
        "5000圆整 | YUAN | 500000",
        "5000块 | YUAN | 500000",
        "0.5万 | YUAN | 500000",
        "1.2万元 | YUAN | 1200000",
        "1.2万元整 | WAN | 1200000",
        "人民币1.2万元 | WAN | 1200000",
        "-人民币5000元 | YUAN | -500000",
        "（人民币5000元整） | YUAN | -500000",
        "RMB 5 | WAN | 5000000",
      })
  void amounts(String text, MoneyUnit unit, long fen) {
    assertThat(Fen.parse(text, unit)).isEqualTo(Parsed.of(fen));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | YUAN | FORM",
        "- | YUAN | FORM",
        "12. | YUAN | FORM",
        ".5 | YUAN | FORM",
        "1e3 | YUAN | FORM",
        "壹佰 | YUAN | FORM",
        "5元 | WAN | FORM",
        "5万元 | YI | FORM",
        "5千元 | YUAN | FORM",
        "5万元元 | YUAN | FORM",
        "5美元 | YUAN | FORM",
        "约5万元 | YUAN | FORM",
        "5万2千元 | YUAN | FORM",
        "万元 | YUAN | FORM",
        "0.001元 | YUAN | PRECISION",
        "1,23元 | YUAN | SEPARATORS",
        "1 2 | YUAN | FORM",
        "5000元整 | WAN | FORM",
        "5000整 | WAN | FORM",
        "5000.- | WAN | FORM",
        "5000- | YUAN | FORM",
        "¥5000- | YUAN | FORM",
        "5千 | YUAN | FORM",
        "5k | YUAN | FORM",
        "5000元5角 | YUAN | FORM",
        "5000元/户 | YUAN | FORM",
        "约5000元整 | YUAN | FORM",
        "5000元整左右 | YUAN | FORM",
        "USD 5000 | YUAN | FORM",
        "人民币 | YUAN | FORM",
        "整 | YUAN | FORM",
        "5000整整 | YUAN | FORM",
        "港币5000元整 | YUAN | FORM",
        "伍仟元整 | YUAN | FORM",
        "5,00元整 | YUAN | SEPARATORS",
        "5.001元整 | YUAN | PRECISION",
        "(-12) | YUAN | FORM",
        "(12 | YUAN | FORM",
        "() | YUAN | FORM",
        "--1 | YUAN | FORM",
        "1.2.3 | YUAN | FORM",
        "(12 | YUAN | FORM",
        "12) | YUAN | FORM",
        "(-12) | YUAN | FORM",
        "((12)) | YUAN | FORM",
        "(¥-12) | YUAN | FORM",
        "() | YUAN | FORM",
        "−−1 | YUAN | FORM",
        "-¥-1 | YUAN | FORM",
        "5− | YUAN | FORM",
        "1,23 | YUAN | SEPARATORS",
        "12,34,567 | YUAN | SEPARATORS",
        "1234,567 | YUAN | SEPARATORS",
        ",123 | YUAN | SEPARATORS",
        "1,234, | YUAN | SEPARATORS",
        "0.001 | YUAN | PRECISION",
        "0.0000001 | WAN | PRECISION",
        "1.5 | FEN | PRECISION",
        "900000000000.01 | YUAN | RANGE",
        "99999999999999999999 | YUAN | RANGE",
        "9223372036854775807 | FEN | RANGE",
      })
  void noAmounts(String text, MoneyUnit unit, ParseFault fault) {
    assertThat(Fen.parse(text, unit)).isEqualTo(Parsed.refused(fault));
  }

  @Test
  void thousandsSeparatorsWhereTheFractionHasNone() {
    assertThat(Fen.parse("1,000.5", MoneyUnit.YUAN)).isEqualTo(Parsed.of(100_050L));
    assertThat(Fen.parse("1.000,5", MoneyUnit.YUAN)).isEqualTo(Parsed.refused(ParseFault.FORM));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2020-03-05",
        "2020/3/5",
        "2020.3.5",
        "20200305",
        "2020年3月5日",
        "2020年03月05日",
        "２０２０－０３－０５",
        "　2020-3-05 ",
        "2020-03-05 00:00:00",
        "2020/3/5 0:00",
        "2020-03-05T00:00:00.000",
        "20200305  23:59",
        "2020年3月5日 8:05:30"
      })
  void dates(String text) {
    assertThat(Dates.parse(text)).isEqualTo(Parsed.of(LocalDate.of(2020, 3, 5)));
  }

  @ParameterizedTest
  @CsvSource({
    "2020-02-30, CALENDAR",
    "2021-02-29, CALENDAR",
    "2020-13-01, CALENDAR",
    "2020-00-10, CALENDAR",
    "20201301, CALENDAR",
    "1899-12-31, CALENDAR",
    "2020-03, FORM",
    "2020-3-5-1, FORM",
    "2020/3-5, FORM",
    "2020年3月5, FORM",
    "5/3/2020, FORM",
    "2020--5-1, FORM",
    "43895, FORM",
    "昨天, FORM",
    "2020-03-05 24:00, FORM",
    "2020-03-05 0:60, FORM",
    "2020-03-05 00:00:00 00:00, FORM",
    "2020-03-0500:00, FORM",
    "00:00:00, FORM",
    "2020-02-30 00:00:00, CALENDAR",
  })
  void noDates(String text, ParseFault fault) {
    assertThat(Dates.parse(text)).isEqualTo(Parsed.refused(fault));
  }

  @Test
  void aLeapDay() {
    assertThat(Dates.parse("2020-02-29")).isEqualTo(Parsed.of(LocalDate.of(2020, 2, 29)));
    assertThat(Dates.parse("2000-02-29")).isEqualTo(Parsed.of(LocalDate.of(2000, 2, 29)));
    assertThat(Dates.parse("1900-02-29")).isEqualTo(Parsed.refused(ParseFault.CALENDAR));
  }

  /** The first number is the worked example of GB 11643. */
  @ParameterizedTest
  @ValueSource(strings = {"11010519491231002X", "440524188001010014", "99050219970327800X"})
  void idNumbers(String text) {
    if (text.startsWith("440524")) {
      assertThat(IdNumber.parse(text)).isEqualTo(Parsed.refused(ParseFault.CALENDAR));
      assertThat(IdNumber.check(text.substring(0, 17))).isEqualTo('4');
      return;
    }
    assertThat(IdNumber.parse(text)).isEqualTo(Parsed.of(text));
    assertThat(IdNumber.parse(text.toLowerCase(Locale.ROOT))).isEqualTo(Parsed.of(text));
  }

  @ParameterizedTest
  @CsvSource({
    "110105194912310021, CHECK_DIGIT",
    "11010519491231002, FORM",
    "11010519491231002XX, FORM",
    "11010519491331002X, CALENDAR",
    "1101051949123100AX, FORM",
    "11010519491231002Y, FORM",
    "110105491231002, FORM",
  })
  void noIdNumbers(String text, ParseFault fault) {
    assertThat(IdNumber.parse(text)).isEqualTo(Parsed.refused(fault));
  }

  @Test
  void everySingleWrongDigitOfAnIdNumberIsNoticed() {
    String good = "11010519491231002X";
    for (int i = 0; i < 17; i++) {
      for (char digit = '0'; digit <= '9'; digit++) {
        if (digit != good.charAt(i)) {
          String wrong = good.substring(0, i) + digit + good.substring(i + 1);
          assertThat(IdNumber.parse(wrong)).as(wrong).isInstanceOf(Parsed.Unparsable.class);
        }
      }
    }
  }

  @Test
  void idNumbersAndNamesAreMasked() {
    assertThat(IdNumber.masked("11010519491231002X")).isEqualTo("110105************");
    assertThat(IdNumber.masked("12345")).isEqualTo("1****");
    assertThat(PersonName.masked("王建国")).isEqualTo("王**");
    assertThat(PersonName.masked("𠮷田")).isEqualTo("𠮷*");
    assertThat(PersonName.masked("")).isEmpty();
  }

  /** One code has a letter at the end of the organisation code; one is from the sample. */
  @ParameterizedTest
  @ValueSource(strings = {"91350100M000100Y43", "91990502MA0087106P"})
  void creditCodes(String text) {
    assertThat(CreditCode.parse(text)).isEqualTo(Parsed.of(text));
    assertThat(CreditCode.parse(" " + text.toLowerCase(Locale.ROOT))).isEqualTo(Parsed.of(text));
  }

  @ParameterizedTest
  @CsvSource({
    "91990502MA0087106Q, CHECK_DIGIT",
    "91990502MA0087107P, CHECK_DIGIT",
    "91990502MA008710, FORM",
    "91990502IA0087106P, FORM",
  })
  void noCreditCodes(String text, ParseFault fault) {
    assertThat(CreditCode.parse(text)).isEqualTo(Parsed.refused(fault));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "卫沙扶贫办发〔2020〕2号",
        "卫沙扶贫办发[2020]2号",
        "卫沙扶贫办发（2020）2号",
        "卫沙扶贫办发【2020】第2号",
        "卫沙扶贫办发﹝2020﹞002号",
        " 卫沙扶贫办发 〔２０２０〕 ２号"
      })
  void documentNumbers(String text) {
    assertThat(DocumentNumber.parse(text)).isEqualTo(Parsed.of("卫沙扶贫办发〔2020〕2号"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2号", "卫沙扶贫办发2020年2号", "卫沙扶贫办发〔2020〕", "卫沙扶贫办发〔20〕2号", "发〔2020〕0号"})
  void noDocumentNumbers(String text) {
    assertThat(DocumentNumber.parse(text)).isEqualTo(Parsed.refused(ParseFault.FORM));
  }

  /** RFC 4231, test case 2. */
  @Test
  void theKeyedHashIsHmacSha256() {
    assertThat(HexFormat.of().formatHex(new KeyedHash("Jefe").hash("what do ya want for nothing?")))
        .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  }
}
