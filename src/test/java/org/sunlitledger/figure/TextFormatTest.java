package org.sunlitledger.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sunlitledger.definition.DefinitionException;
import org.sunlitledger.definition.YamlNode;

/** What the formats of figures make of their values; the cases are written by hand. */
class TextFormatTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "format: yuan | 2726235 | 27262.35元",
        "format: yuan | 2726200 | 27262元",
        "format: yuan | 5 | 0.05元",
        "format: yuan | -150 | -1.5元",
        "format: yuan | 0 | 0元",
        "{format: decimal, places: 1} | 4505.74 | 4505.7",
        "{format: decimal, places: 1} | 4505.75 | 4505.8",
        "{format: decimal, places: 1} | 4505 | 4505",
        "{format: decimal, places: 1} | 0.04 | 0.04",
        "{format: decimal, places: 0} | 4505.5 | 4506",
        "{format: count-over, unit: 户} | 2853 | 2800余户",
        "{format: count-over, unit: 户, step: 10} | 2853 | 2850余户",
        "{format: count-at-least, unit: 条次, step: 10000} | 108250 | 10万条次以上",
        "format: chinese | 13 | 十三",
        "format: plain | 4505.70 | 4505.7",
        "format: amount | 12874000000 | 1.2874亿元",
        "format: number-of-wan | 88650000 | 88.65",
      })
  void aNumber(String format, String value, String text) {
    assertThat(read(format).of(new FigureValue.Quantity(new BigDecimal(value)))).isEqualTo(text);
  }

  @Test
  void aCountRoundedDownNeedsItsUnitAndAStep() {
    assertThatThrownBy(() -> read("format: count-over"))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("unit");
    assertThatThrownBy(() -> read("{format: count-over, unit: 户, step: 0}"))
        .hasMessageContaining("'step' must be 1 or more");
    assertThatThrownBy(() -> read("format: roman")).hasMessageContaining("count-at-least");
  }

  @Test
  void onlyAmountsOfMoneyAreShownInYuanWhereTheyAreExact() {
    assertThat(read("format: yuan").isMoney()).isTrue();
    assertThat(read("{format: decimal, places: 1}").isMoney()).isFalse();
  }

  private static TextFormat read(String yaml) {
    return TextFormat.read("X1", YamlNode.parse("figures.yaml", yaml));
  }
}
