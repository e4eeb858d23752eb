package org.sunlitledger.console.discrepancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which parts of what was found are marked, here with square brackets. */
class FoundTextTest {
  @ParameterizedTest
  @CsvSource({
    "'国库1200元，记录1000.5元', '国库[1200元]，记录[1000.5元]'",
    "凭证PZ3，收款人：国库“李**”，记录“王**”, 凭证PZ3，收款人：国库[“李**”]，记录[“王**”]",
    "凭证PZ1，日期：国库2020-03-01，记录2020-04-02，相差32天, 凭证PZ1，日期：国库[2020-03-01]，记录[2020-04-02]，相差[32]天",
    "国库记为中央，记录为省级, 国库记为[中央]，记录为[省级]",
    "凭证PZ1，项目：国库CY-1，记录CY-2, 凭证PZ1，项目：国库[CY-1]，记录[CY-2]",
    "凭证PZ1，指标文号：国库宁财〔2020〕1号，记录宁财〔2020〕2号, 凭证PZ1，指标文号：国库[宁财〔2020〕1号]，记录[宁财〔2020〕2号]",
    "支付在2019年度的国库台账中, 支付在2019年度的国库台账中",
    "凭证ZZ9，戊公司, 凭证ZZ9，戊公司",
    "'计划6700元，累计支付4955元', '计划[6700元]，累计支付[4955元]'"
  })
  void whatDiffersIsMarked(String found, String marked) {
    assertThat(
            FoundText.of(found).stream()
                .map(part -> part.differs() ? "[" + part.text() + "]" : part.text())
                .collect(Collectors.joining()))
        .isEqualTo(marked);
  }
}
