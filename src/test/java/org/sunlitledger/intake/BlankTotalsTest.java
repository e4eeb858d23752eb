package org.sunlitledger.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sunlitledger.intake.AidRows.Rows;

/** Totals that compare nothing are always reported. */
class BlankTotalsTest {
  private static final String HEADER = AidRows.HEADER + ",面积,情况";
  private static final String ONE = AidRows.line(1, "1000") + ",12,";
  private static final String TWO = AidRows.line(2, "500.5") + ",3.5,";

  private final AidRows aid;

  BlankTotalsTest(@TempDir Path folder) {
    aid = new AidRows(folder);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "合计,,,,,,,,, | 合计",
        "小 计,,,,,,,,, | 小 计",
        "总计：,,,,,,,—,, | 总计：",
        ",香山乡,合计,,,,,,, | 合计",
        "合计,,,,,,2020-12-31,,, | 合计",
        "合计（元）,,,,,,,,,以上 | 合计（元）",
        "累计,,,,,,,/,, | 累计"
      })
  void oneWithoutANumberIsAWarning(String total, String label) throws IOException {
    Rows rows = aid.of(HEADER, ONE, TWO, total);
    assertThat(rows.records()).hasSize(2);
    assertThat(rows.findings())
        .contains("4 file-total-blank =" + label)
        .noneMatch(found -> found.contains("unchecked"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "合计,,,,,,,,1500.5, | 1500.5",
        "合计,,,,,,,,,1500.50 | 1500.50",
        "合计,,,,,,,,,\u00a51500.5 | \u00a51500.5",
        "总计,,,,,,,,1400, | 1400",
        "香山乡,小计,,,,,,,0.15005, | 0.15005",
      })
  void anAmountInAnotherColumnStaysOpen(String total, String amount) throws IOException {
    Rows rows = aid.of(HEADER, ONE, TWO, total);
    assertThat(rows.records()).hasSize(2);
    assertThat(rows.findings()).contains("4 file-total-unchecked amount=" + amount);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "合计,,,,,,,1500.5,15.5,",
        "合计,,,,,,,1500.5,,",
        "合计（2笔）,,,,,,,,,",
        "合计,2,,,,,,,,",
        "合计人民币（大写）：壹仟伍佰元伍角,,,,,,,,,",
        "合计,,,,,,,,,2"
      })
  void oneThatSaysSomethingIsNeither(String total) throws IOException {
    assertThat(aid.of(HEADER, ONE, TWO, total).findings()).noneMatch(f -> f.contains("total"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"合计,,,,,,,1500.5,,,1500.5", "合计,,,,,,,1500.5,15.5,,99"})
  void aNumberBeyondTheLastColumnStaysOpen(String total) throws IOException {
    assertThat(aid.of(HEADER, ONE, TWO, total).findings())
        .anyMatch(f -> f.startsWith("4 file-total-unchecked ="));
  }

  @ParameterizedTest
  @ValueSource(strings = {"小计,,,,,,,,,", "合计,,,,,,,,,"})
  void eachRowIsFoundByItself(String total) throws IOException {
    assertThat(aid.of(HEADER, ONE, total, total, TWO, total).findings())
        .filteredOn(found -> found.contains("file-total-blank"))
        .hasSize(3);
  }
}
