package org.sunlitledger.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sunlitledger.intake.AidSheet.AMOUNT;
import static org.sunlitledger.intake.AidSheet.DATE;
import static org.sunlitledger.intake.AidSheet.cell;
import static org.sunlitledger.intake.AidSheet.row;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Sheet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows and columns that a person does not see count, and are named. */
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
}
