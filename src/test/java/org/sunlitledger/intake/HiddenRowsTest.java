package org.sunlitledger.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sunlitledger.intake.AidSheet.AMOUNT;
import static org.sunlitledger.intake.AidSheet.DATE;
import static org.sunlitledger.intake.AidSheet.TOWNSHIP;
import static org.sunlitledger.intake.AidSheet.cell;
import static org.sunlitledger.intake.AidSheet.merge;
import static org.sunlitledger.intake.AidSheet.row;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Sheet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows and columns that a person does not see count, and are reported. */
class HiddenRowsTest {
  private final AidSheet aid;

  HiddenRowsTest(@TempDir Path folder) {
    aid = new AidSheet(folder);
  }

  private Reading.Result read(String ending, int lines, Consumer<Sheet> change) throws IOException {
    return aid.read(ending, lines, change);
  }

  @ParameterizedTest
  @ValueSource(strings = {".xlsx", ".xls"})
  void hiddenRowsAndColumnsCountAndAreNamed(String ending) throws IOException {
    Reading.Result result =
        read(
            ending,
            9,
            sheet -> {
              for (int row : List.of(2, 4, 5, 6, 8)) {
                sheet.getRow(row).setZeroHeight(true);
              }
              sheet.createRow(12).setZeroHeight(true);
              sheet.setColumnHidden(DATE, true);
              sheet.setColumnHidden(20, true);
            });
    assertThat(result.findings()).containsExactly("1 file-rows-hidden =3、5–7、9；G 到位日期 (5 行、1 列)");
    assertThat(result.records()).hasSize(9);
  }

  @ParameterizedTest
  @ValueSource(strings = {".xlsx", ".xls"})
  void whatHasNoHeightOrWidthIsHidden(String ending) throws IOException {
    Reading.Result result =
        read(
            ending,
            4,
            sheet -> {
              sheet.getRow(3).setHeight((short) 0);
              sheet.setColumnWidth(DATE, 0);
            });
    assertThat(result.findings()).containsExactly("1 file-rows-hidden =4；G 到位日期 (1 行、1 列)");
    assertThat(result.records()).hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(strings = {".xlsx", ".xls"})
  void aTotalOfTheVisibleLinesNamesTheHiddenOnes(String ending) throws IOException {
    for (String label : List.of("合计", "小计")) {
      Reading.Result result =
          read(
              ending,
              4,
              sheet -> {
                sheet.getRow(3).setZeroHeight(true);
                row(sheet, 5, List.of(label));
                cell(sheet, 5, AMOUNT).setCellValue(3000);
              });
      assertThat(result.rules()).containsExactly("1 file-rows-hidden", "6 file-total");
      assertThat(result.findings().get(1)).contains("隐藏的行：4");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {".xlsx", ".xls"})
  void aTotalThatFitsNeitherDoesNotBlameHiddenRows(String ending) throws IOException {
    Reading.Result result =
        read(
            ending,
            4,
            sheet -> {
              sheet.getRow(3).setZeroHeight(true);
              row(sheet, 5, List.of("合计"));
              cell(sheet, 5, AMOUNT).setCellValue(3500);
            });
    assertThat(result.rules()).containsExactly("1 file-rows-hidden", "6 file-total");
    assertThat(result.findings().get(1)).doesNotContain("隐藏");
  }

  @ParameterizedTest
  @ValueSource(strings = {".xlsx", ".xls"})
  void rowsOfAClosedOutlineAndAllRowsMayBeHidden(String ending) throws IOException {
    Reading.Result closed =
        read(
            ending,
            5,
            sheet -> {
              sheet.groupRow(2, 3);
              sheet.setRowGroupCollapsed(2, true);
            });
    assertThat(closed.findings()).containsExactly("1 file-rows-hidden =3、4 (2 行)");
    assertThat(closed.records()).hasSize(5);
    Reading.Result all =
        read(
            ending,
            3,
            sheet -> {
              for (int row = 0; row <= 3; row++) {
                sheet.getRow(row).setZeroHeight(true);
              }
            });
    assertThat(all.findings()).containsExactly("1 file-rows-hidden =2–4 (3 行)");
    assertThat(all.records()).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {".xlsx", ".xls"})
  void aHiddenLineHasTheValueOfItsMergedCellAndIsRejectedLikeOthers(String ending)
      throws IOException {
    Reading.Result result =
        read(
            ending,
            4,
            sheet -> {
              merge(sheet, 1, 3, TOWNSHIP, TOWNSHIP);
              sheet.getRow(1).setZeroHeight(true);
              sheet.getRow(2).setZeroHeight(true);
              sheet.getRow(4).setZeroHeight(true);
              cell(sheet, 4, AMOUNT).setCellValue("约1000");
            });
    assertThat(result.all("township")).containsExactly("640502200", "640502200", "640502200");
    assertThat(result.rules()).containsExactly("1 file-rows-hidden", "5 amount");
  }

  @ParameterizedTest
  @ValueSource(strings = {".xlsx", ".xls"})
  void aTotalOfAllLinesAgreesThoughSomeOrItselfAreHidden(String ending) throws IOException {
    Reading.Result result =
        read(
            ending,
            4,
            sheet -> {
              sheet.getRow(2).setZeroHeight(true);
              row(sheet, 5, List.of("合计"));
              cell(sheet, 5, AMOUNT).setCellValue(4000);
              sheet.getRow(5).setZeroHeight(true);
            });
    assertThat(result.rules()).containsExactly("1 file-rows-hidden");
    assertThat(result.records()).hasSize(4);
    Reading.Result wrong =
        read(
            ending,
            4,
            sheet -> {
              row(sheet, 5, List.of("合计"));
              cell(sheet, 5, AMOUNT).setCellValue(4001);
              sheet.getRow(5).setZeroHeight(true);
            });
    assertThat(wrong.rules()).contains("6 file-total");
  }

  @ParameterizedTest
  @ValueSource(strings = {".xlsx", ".xls"})
  void eachSubtotalIsHeldAgainstItsOwnVisibleLines(String ending) throws IOException {
    Reading.Result result =
        read(
            ending,
            6,
            sheet -> {
              row(sheet, 3, List.of("小计"));
              cell(sheet, 3, AMOUNT).setCellValue(2000);
              sheet.getRow(4).setZeroHeight(true);
              sheet.getRow(6).setZeroHeight(true);
              row(sheet, 7, List.of("小计"));
              cell(sheet, 7, AMOUNT).setCellValue(1000);
            });
    assertThat(result.rules()).containsExactly("1 file-rows-hidden", "8 file-total");
    assertThat(result.findings().get(1)).contains("3000.00 元").contains("隐藏的行：5、7");
  }

  @ParameterizedTest
  @ValueSource(strings = {".xlsx", ".xls"})
  void aCountOfTheVisibleLinesNamesTheHiddenOnesToo(String ending) throws IOException {
    Reading.Result result =
        read(
            ending,
            3,
            sheet -> {
              sheet.getRow(1).setZeroHeight(true);
              row(sheet, 4, List.of("合计", "", "共2笔"));
              cell(sheet, 4, AMOUNT).setCellValue(2000);
            });
    assertThat(result.rules()).containsExactly("1 file-rows-hidden", "5 file-total");
    assertThat(result.findings().get(1)).contains("隐藏的行：2");
  }
}
