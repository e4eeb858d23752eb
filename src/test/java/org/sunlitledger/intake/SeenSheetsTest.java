package org.sunlitledger.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sunlitledger.intake.AidSheet.AMOUNT;
import static org.sunlitledger.intake.AidSheet.DATE;
import static org.sunlitledger.intake.AidSheet.DONOR;
import static org.sunlitledger.intake.AidSheet.KEY;
import static org.sunlitledger.intake.AidSheet.TOWNSHIP;
import static org.sunlitledger.intake.AidSheet.cell;
import static org.sunlitledger.intake.AidSheet.formatted;
import static org.sunlitledger.intake.AidSheet.merge;
import static org.sunlitledger.intake.AidSheet.row;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A sheet means what a person sees in it, in both kinds of workbooks. */
class SeenSheetsTest {
  private final AidSheet aid;

  SeenSheetsTest(@TempDir Path folder) {
    aid = new AidSheet(folder);
  }

  private Reading.Result read(String ending, int lines, Consumer<Sheet> change) throws IOException {
    return aid.read(ending, lines, change);
  }

  @ParameterizedTest
  @ValueSource(strings = {".xlsx", ".xls"})
  void aMergedCellGivesItsValueToEachOfItsLines(String ending) throws IOException {
    Reading.Result result =
        read(
            ending,
            6,
            sheet -> {
              cell(sheet, 4, TOWNSHIP).setCellValue("兴仁镇");
              merge(sheet, 1, 3, TOWNSHIP, TOWNSHIP);
              merge(sheet, 4, 6, TOWNSHIP, TOWNSHIP);
              merge(sheet, 2, 4, DATE, DATE);
              merge(sheet, 1, 6, DONOR, DONOR);
            });
    assertThat(result.findings()).isEmpty();
    assertThat(result.all("township"))
        .containsExactly(
            "640502200", "640502200", "640502200", "640502109", "640502109", "640502109");
    assertThat(result.all("donor")).containsOnly("甲公司");
    assertThat(result.all("received_on")).containsOnly("2020-03-05");
  }

  @ParameterizedTest
  @ValueSource(strings = {".xlsx", ".xls"})
  void aMergedKeyIsTheKeyOfEachLineAndAMergedDateInItIsRejectedInEach(String ending)
      throws IOException {
    Reading.Result result =
        read(
            ending,
            3,
            sheet -> {
              formatted(sheet, 1, KEY, "yyyy/m/d").setCellValue(43832);
              merge(sheet, 1, 3, KEY, KEY);
            });
    assertThat(result.rules())
        .containsExactly("2 date-in-text", "3 date-in-text", "4 date-in-text");
  }

  @ParameterizedTest
  @ValueSource(strings = {".xlsx", ".xls"})
  void anAmountOverSeveralLinesIsRejectedWithItsRange(String ending) throws IOException {
    Reading.Result result = read(ending, 4, sheet -> merge(sheet, 2, 3, AMOUNT, AMOUNT));
    assertThat(result.findings())
        .containsExactly(
            "3 amount-merged amount=H3:H4 1000 (折合金额)", "4 amount-merged amount=H3:H4 1000 (折合金额)");
    assertThat(result.all("receipt_no")).containsExactly("SJ-001", "SJ-004");
  }

  @ParameterizedTest
  @ValueSource(strings = {".xlsx", ".xls"})
  void aLineThatIsTwoRowsTallIsOneLine(String ending) throws IOException {
    Reading.Result result =
        read(
            ending,
            3,
            sheet -> {
              for (int column = 0; column <= AMOUNT; column++) {
                merge(sheet, 2, 3, column, column);
              }
            });
    assertThat(result.findings()).isEmpty();
    assertThat(result.all("amount")).containsExactly("100000", "100000");
  }

  @ParameterizedTest
  @ValueSource(strings = {".xlsx", ".xls"})
  void titlesAndHeadersStayAsTheyAre(String ending) throws IOException {
    Reading.Result result =
        read(
            ending,
            2,
            sheet -> {
              sheet.shiftRows(0, 2, 2);
              row(sheet, 0, List.of("2020年帮扶台账"));
              sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, AMOUNT));
              sheet.shiftRows(3, 4, 1);
              sheet.createRow(3);
              sheet.createRow(1);
              for (int column = 0; column <= AMOUNT; column++) {
                sheet.addMergedRegion(new CellRangeAddress(2, 3, column, column));
              }
            });
    assertThat(result.findings()).isEmpty();
    assertThat(result.all("receipt_no")).containsExactly("SJ-001", "SJ-002");
  }

  @ParameterizedTest
  @ValueSource(strings = {".xlsx", ".xls"})
  void subtotalsAmongMergedLinesAreNoLines(String ending) throws IOException {
    Reading.Result result =
        read(
            ending,
            4,
            sheet -> {
              row(sheet, 3, List.of("小计"));
              cell(sheet, 3, AMOUNT).setCellValue(2000);
              merge(sheet, 1, 4, TOWNSHIP, TOWNSHIP);
            });
    assertThat(result.findings()).isEmpty();
    assertThat(result.all("township")).containsExactly("640502200", "640502200", "640502200");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        ".xlsx | 0!.0, | 1235000 | 万元 | 123500000",
        ".xls | 0!.0, | 1235000 | 万元 | 123500000",
        ".xls | 0!.0, | 1234567 | 万元 | 123456700",
        ".xlsx | 0\".\"#, | 1234567 | 万元 | 123456700",
        ".xls | 0.00,, | 123456789 | 亿元 | 1234567890000",
        ".xlsx | #,##0, | 5000 | 万元 | 5000000",
        ".xlsx | 0.00\"万元\" | 5 | 元 | 5000000",
        ".xls | 0.00\"万元\" | 5 | 元 | 5000000",
        ".xlsx | 0.0万 | 12.5 | 元 | 12500000",
        ".xls | #,##0.00\\万\\元 | 1234.56 | 元 | 1234560000",
        ".xlsx | #!.0,\"万\" | 1235000 | 元 | 123500000",
        ".xlsx | 0!.0000\"万元\" | 1235000 | 元 | 123500000",
        ".xls | [>=10000]0!.0,\"万\";0 | 1235000 | 元 | 123500000",
        ".xls | [>=10000]0!.0,\"万\";0 | 9999 | 元 | 999900",
        ".xlsx | \"¥\"#,##0.00 | 5 | 元 | 500",
        ".xlsx | [$¥-804]#,##0.00;[红色]-[$¥-804]#,##0.00 | 5 | 元 | 500",
        ".xls | _ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;_ @_  | 1234.5 | 元 | 123450",
        ".xlsx | 0.00\"元\" | 5 | 元 | 500",
        ".xls | [DBNum2]G/通用格式 | 5 | 元 | 500",
        ".xlsx | 0.00_);(0.00) | 5 | 元 | 500",
        ".xls | 0.00\"整\" | 5 | 元 | 500",
        ".xlsx | \"人民币\"0.00 | 5 | 元 | 500",
        ".xlsx | 0.00\" rmb\" | 5 | 元 | 500",
      })
  void theAmountThatIsSeenCounts(String ending, String format, double kept, String unit, String fen)
      throws IOException {
    Reading.Result result =
        read(
            ending,
            1,
            sheet -> {
              cell(sheet, 0, AMOUNT).setCellValue("折合金额（" + unit + "）");
              formatted(sheet, 1, AMOUNT, format).setCellValue(kept);
            });
    assertThat(result.findings()).isEmpty();
    assertThat(result.all("amount")).containsExactly(fen);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "0\"000\" | 5 | 5000 (5)",
        "0\"万\"0000 | 1235000 | 123万5000 (1235000)",
        ";;; | 1000 | \"\" (1000)",
        "\"1\"0 | 5 | 15 (5)",
        "0.00;0.00 | -5 | 5.00 (-5)",
        "(0.00) | 5 | (5.00) (5)",
        "\"-\"0 | 5 | -5 (5)",
        "\"已付\" | 5 | 已付 (5)",
        "[>100]0 | 5 | ### (5)",
        "00-00-00 | 123456 | 12-34-56 (123456)",
        "0.00\"萬\" | 1.8 | 1.80萬 (1.8)",
        "0.0\" w\" | 5 | 5.0 w (5)",
        "0.0\"亩\" | 5 | 5.0亩 (5)",
        "0!.0, | 50000 | 5.0 (50000)",
        "0.00,, | 18000000 | 18.00 (18000000)",
        "0.00\"wan\" | 5 | 5.00wan (5)",
        "0.00\"k\" | 5 | 5.00k (5)",
        "0.00\"M\" | 5 | 5.00M (5)",
        "0\"人\" | 5 | 5人 (5)",
        "0.00,, \"M\" | 18000000 | 18.00 M (18000000)",
        "\"RMB\"0!.0, | 50000 | RMB5.0 (50000)",
        "\"M\"0\"元\" | 5 | M5元 (5元)",
        "\"约\"0.00\"元\" | 5 | 约5.00元 (5元)",
        "0.00\"元/户\" | 5 | 5.00元/户 (5元/户)",
        "\"K\"0.0\"万元\" | 5 | K5.0万元 (5万元)",
        "\"≈\"0.00 | 5 | ≈5.00 (5)",
        "[$M-804]0.00\"元\" | 5 | M5.00元 (5元)",
      })
  void aNumberThatIsSeenAsAnotherOneRejectsTheFileWithBoth(String format, double kept, String both)
      throws IOException {
    for (String ending : List.of(".xlsx", ".xls")) {
      Reading.Result result =
          read(ending, 2, sheet -> formatted(sheet, 2, AMOUNT, format).setCellValue(kept));
      assertThat(result.findings()).containsExactly("3 file-format amount=" + both);
      assertThat(result.records()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "单位：元 | 折合金额 | 0!.0, | 1235000 | 123.5",
        "单位：元 | 折合金额 | 0.00,, | 18000000 | 18.00",
        "单位：元 | 折合金额 | #,##0, | 5000 | 5",
        "金额单位为元 | 折合金额 | 0!.0, | 1235000 | 123.5",
        "2020年台账 | 折合金额（元） | 0!.0, | 1235000 | 123.5",
        "2020年台账 | 折合金额（单位：元） | 0.0, | 1235000 | 1235.0",
      })
  void anAmountThatIsSeenSmallerUnderYuanRejectsTheFileWithBoth(
      String above, String title, String format, double kept, String seen) throws IOException {
    for (String ending : List.of(".xlsx", ".xls")) {
      Reading.Result result =
          read(
              ending,
              1,
              sheet -> {
                cell(sheet, 0, AMOUNT).setCellValue(title);
                formatted(sheet, 1, AMOUNT, format).setCellValue(kept);
                sheet.shiftRows(0, 1, 1);
                row(sheet, 0, List.of(above));
              });
      assertThat(result.findings())
          .containsExactly("3 file-format amount=%s (%.0f)".formatted(seen, kept));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "[$$-409]#,##0.00 | $1000",
        "0.00\"美元\" | 1000美元",
        "0\"千元\" | 1000千元",
        "0\"元\" | 1000元",
        "[$€-2] 0.00 | €1000",
      })
  void anotherCurrencyOrASmallerUnitIsNoAmount(String format, String found) throws IOException {
    Reading.Result result =
        read(
            ".xlsx",
            1,
            sheet -> {
              cell(sheet, 0, AMOUNT).setCellValue("折合金额（万元）");
              formatted(sheet, 1, AMOUNT, format);
            });
    assertThat(result.findings()).hasSize(1);
    assertThat(result.findings().get(0)).startsWith("2 amount amount=" + found);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "000000 | 123 | 000123",
        "\"HH\"000000 | 123 | HH000123",
        "HH0000 | 123 | HH0123",
        "\"SJ-\"0 | 45 | SJ-45",
        "\"SJ-\"000\"-A\" | 7 | SJ-007-A",
        "000-000 | 123456 | 123-456",
        "[$SJ]00000 | 12345 | SJ12345",
        "0 | 1234 | 1234",
        "#,##0 | 1234 | 1234",
      })
  void aKeyIsTheTextThatIsSeen(String format, double kept, String key) throws IOException {
    for (String ending : List.of(".xlsx", ".xls")) {
      Reading.Result result =
          read(ending, 1, sheet -> formatted(sheet, 1, KEY, format).setCellValue(kept));
      assertThat(result.findings()).isEmpty();
      assertThat(result.all("receipt_no")).containsExactly(key);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "m\"月\"d\"日\" | 43832 | 2020-01-02",
        "yyyy/m/d | 43832 | 2020-01-02",
        "mmm-yy | 44197 | 2021-01-01",
        "h:mm | 0.0625 | 01:30:00",
        "yyyy-mm-dd hh:mm | 43832.5 | 2020-01-02T12:00:00",
      })
  void aDateInAKeyIsRejected(String format, double kept, String found) throws IOException {
    for (String ending : List.of(".xlsx", ".xls")) {
      Reading.Result result =
          read(
              ending,
              2,
              sheet -> {
                formatted(sheet, 1, KEY, format).setCellValue(kept);
                formatted(sheet, 2, DATE, format).setCellValue("2020-03-06");
              });
      assertThat(result.findings())
          .containsExactly("2 date-in-text receipt_no=" + found + " (收据编号)");
      assertThat(result.all("received_on")).containsExactly("2020-03-06");
    }
  }
}
