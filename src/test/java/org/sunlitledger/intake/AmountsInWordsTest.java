package org.sunlitledger.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sunlitledger.intake.AidSheet.cell;
import static org.sunlitledger.intake.AidSheet.merge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A column of amounts in words beside the one in digits is compared with it, line by line. */
class AmountsInWordsTest {
  private static final String HEADER = "收据编号,帮扶类别,提供单位,形式,到位日期,";
  private static final String LINE = "SJ-%d,帮扶资金,甲单位,现金,2020-01-10,%s,%s";

  private final Path folder;

  AmountsInWordsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Reading.Result read(String titles, String... amounts) throws IOException {
    StringBuilder text = new StringBuilder(HEADER + titles);
    for (int i = 0; i < amounts.length; i++) {
      String[] both = amounts[i].split(" ", 2);
      text.append('\n').append(LINE.formatted(i + 1, both[0], both[1]));
    }
    return new Reading().of(Files.writeString(folder.resolve("a.csv"), text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"大写金额", "金额（大写）", "人民币大写", "人民币（大写）", "折合金额（大写）", "大写", "金额大写（必填）"})
  void wordsThatSayAnotherAmountRejectTheirLine(String title) throws IOException {
    Reading.Result result = read("折合金额," + title, "5000 伍仟元整", "500 伍仟元整", "12.30 壹拾贰元叁角");
    assertThat(result.findings())
        .containsExactly("3 amount-words amount=伍仟元整 = 5,000.00元 (500.00元)");
    assertThat(result.all("amount")).containsExactly("500000", "1230");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "折合金额（万元） | 5 伍万元整 | ''",
        "折合金额（万元） | 5 伍元整 | 伍元整 = 5.00元 (50,000.00元)",
        "折合金额 | 5000.05 伍仟元零伍分 | ''",
        "折合金额 | 5000 人民币伍仟圆整 | ''",
        "折合金额 | 5000 （大写）：伍仟元正 | ''",
        "折合金额 | 5000 五千元 | ''",
        "折合金额 | 5000 5000元整 | ''",
        "折合金额 | 5000 50000元整 | 50000元整 = 50,000.00元 (5,000.00元)",
        "折合金额 | -5000 负伍仟元整 | ''",
        "折合金额 | -5000 伍仟元整 | ''",
        "折合金额 | 5000 负伍仟元整 | 负伍仟元整 = 5,000.00元 (5,000.00元)",
        "折合金额 | 5000 伍万元整 | 伍万元整 = 50,000.00元 (5,000.00元)",
        "折合金额 | 5000 / | ''",
        "折合金额 | 5000.50 伍仟元整 | 伍仟元整 = 5,000.00元 (5,000.50元)",
      })
  void wordsAndDigits(String title, String amounts, String expected) throws IOException {
    Reading.Result result = read(title + ",大写金额", amounts);
    if (expected.isEmpty()) {
      assertThat(result.findings()).isEmpty();
      assertThat(result.records()).hasSize(1);
    } else {
      assertThat(result.findings()).containsExactly("2 amount-words amount=" + expected);
    }
  }

  @Test
  void wordsThatCannotBeReadAreReportedOnceAFile() throws IOException {
    Reading.Result result =
        read("折合金额,大写金额", "1 壹元整", "2 约贰元", "3 叁", "4 肆元肆", "5 见凭证", "6 张三", "7 柒元整");
    assertThat(result.findings()).containsExactly("3 file-words-unchecked 大写金额=大写金额 (5)");
    assertThat(result.records()).hasSize(7);
  }

  @Test
  void digitsThatAreMissingBesideWordsRejectTheLine() throws IOException {
    Reading.Result result = read("折合金额,大写金额", " 伍仟元整", "1 壹元整");
    assertThat(result.rules()).contains("2 amount-words");
    assertThat(result.all("amount")).containsExactly("100");
  }

  @Test
  void wordsWithoutDigitsAreAMissingColumn() throws IOException {
    assertThat(read("大写金额,备注", "伍仟元整 无").rules()).containsExactly("1 file-columns-missing");
  }

  @ParameterizedTest
  @ValueSource(strings = {".xlsx", ".xls"})
  void wordsOverSeveralLinesAreNotCompared(String ending) throws IOException {
    Reading.Result result =
        new AidSheet(folder)
            .read(
                ending,
                4,
                sheet -> {
                  int words = AidSheet.AMOUNT + 1;
                  cell(sheet, 0, words).setCellValue("大写金额");
                  cell(sheet, 1, words).setCellValue("壹仟元整");
                  cell(sheet, 2, words).setCellValue("贰仟元整");
                  merge(sheet, 2, 3, words, words);
                  cell(sheet, 4, words).setCellValue("壹佰元整");
                });
    assertThat(result.findings())
        .containsExactlyInAnyOrder(
            "3 file-words-unchecked 大写金额=大写金额 (1)",
            "5 amount-words amount=壹佰元整 = 100.00元 (1,000.00元)");
    assertThat(result.records()).hasSize(3);
  }
}
