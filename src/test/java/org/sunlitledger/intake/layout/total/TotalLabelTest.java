package org.sunlitledger.intake.layout.total;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sunlitledger.intake.layout.total.TotalLabel.Reach;

/** Labels of totals: the lines that they cover, and other numbers in them. */
class TotalLabelTest {

  @ParameterizedTest
  @CsvSource({
    "小计, SINCE_LAST_TOTAL",
    "香山乡小计, SINCE_LAST_TOTAL",
    "小计3笔, SINCE_LAST_TOTAL",
    "合　计, ALL",
    "合 计：, ALL",
    "合计数, ALL",
    "合计金额, ALL",
    "【合计】, ALL",
    "总合计, ALL",
    "总 额, ALL",
    "累计, ALL",
    "汇总, ALL",
    "Total, ALL",
    "合计（大写）, ALL",
    "合计人民币（大写）, ALL",
    "全区合计, ALL",
    "全区总计, ALL",
    "香山乡合计, SINCE_LAST_GRAND_TOTAL_OR_ALL",
    "本年累计, SINCE_LAST_GRAND_TOTAL_OR_ALL",
    "一、合计, SINCE_LAST_GRAND_TOTAL_OR_ALL",
  })
  void aLabel(String cell, Reach reach) {
    assertThat(TotalLabel.parse(cell, List.of()).map(TotalLabel::reach)).contains(reach);
  }

  @Test
  void aTownshipInTheCellBeforeNamesItANumberDoesNot() {
    assertThat(TotalLabel.parse("合计", List.of("香山乡")).orElseThrow().reach())
        .isEqualTo(Reach.SINCE_LAST_GRAND_TOTAL_OR_ALL);
    assertThat(TotalLabel.parse("合计", List.of("4")).orElseThrow().reach()).isEqualTo(Reach.ALL);
  }

  @ParameterizedTest
  @CsvSource({
    "合计, '', ''",
    "合计（３笔）, 3, ''",
    "合计（3户）, 3, ''",
    "合计共3人, 3, ''",
    "合计：3户9人, '3,9', ''",
    "'合计：3笔，1,600.51元', 3, '1,600.51元'",
    "'合计：￥600.50', '', ￥600.50",
    "合计600元, '', 600元",
  })
  void numbersInALabel(String cell, String counts, String amounts) {
    TotalNumbers numbers = TotalLabel.parse(cell, List.of()).orElseThrow().numbers();
    assertThat(String.join(",", numbers.counts())).isEqualTo(counts);
    assertThat(String.join(";", numbers.amounts())).isEqualTo(amounts);
  }

  @Test
  void aUnitInALabelHoldsForItsLine() {
    assertThat(TotalLabel.parse("合计（万元）", List.of()).orElseThrow().unit()).contains("万元");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "合计划项目",
        "会计",
        "总投资",
        "设计费",
        "合计划5万元工程",
        "总工会",
        "统计局",
        "Totally",
        "合计3个村",
        "累计受益户"
      })
  void noLabel(String cell) {
    assertThat(TotalLabel.parse(cell, List.of())).isEmpty();
  }
}
