package org.sunlitledger.intake.layout.header;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sunlitledger.definition.Definitions;
import org.sunlitledger.intake.line.FileFault;
import org.sunlitledger.intake.line.SourceLine;
import org.sunlitledger.intake.unit.MoneyTitle;
import org.sunlitledger.quantity.money.MoneyUnit;
import org.sunlitledger.register.Registers;

/** Titles as forms have them: with marks, numbers, hints and units. */
class TitlesTest {
  private static final Recogniser RECOGNISER =
      new Recogniser(new Registers(new Definitions(Optional.empty())));

  private static Header.HeaderColumn column(String title, String instead) throws FileFault {
    List<String> titles =
        new java.util.ArrayList<>(List.of("收据编号,帮扶类别,提供单位,形式,乡镇,行政村,到位日期,折合金额".split(",")));
    int at = titles.indexOf(instead);
    titles.set(at, title);
    Header header = RECOGNISER.recognise(new SourceLine(1, titles), MoneyUnit.YUAN).orElseThrow();
    return header.column(at).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "*收据编号 | 收据编号",
        "收据编号* | 收据编号",
        "★收据编号 | 收据编号",
        "收据编号（必填） | 收据编号",
        "【必填】收据编号 | 收据编号",
        "1.收据编号 | 收据编号",
        "（1）收据编号 | 收据编号",
        "①收据编号 | 收据编号",
        "一、收据编号 | 收据编号",
        "收据编号： | 收据编号",
        "收据编号（如：SJ2020-001） | 收据编号",
        "帮扶类别（下拉选择） | 帮扶类别",
        "帮扶类别（必填，下拉选择） | 帮扶类别",
        "提供单位（全称） | 提供单位",
        "形 式 | 形式",
        "乡（镇） | 乡镇",
        "所属乡镇 | 乡镇",
        "所属乡（镇）（必填） | 乡镇",
        "乡镇（街道） | 乡镇",
        "所属行政村 | 行政村",
        "到位日期（yyyy-mm-dd） | 到位日期",
        "到位日期（yyyy/mm/dd） | 到位日期",
        "到位日期(格式：2020-01-01) | 到位日期",
        "到位日期（年月日）* | 到位日期",
        "折合金额（元） | 折合金额",
        "折合金额(元)（必填） | 折合金额",
        "*折合金额（单位：元，必填） | 折合金额",
        "8、折合金额（保留两位小数） | 折合金额",
        "折合金额（小写） | 折合金额"
      })
  void aTitleIsFound(String title, String field) throws FileFault {
    assertThat(column(title, field).field().title()).isEqualTo(field);
  }

  @ParameterizedTest
  @ValueSource(strings = {"到位日期\n（yyyy-mm-dd）", "到位\n日期", "到位日期\nyyyy-mm-dd", "到位日期\n必填"})
  void aLineBreakIsNone(String title) throws FileFault {
    assertThat(column(title, "到位日期").field().title()).isEqualTo("到位日期");
  }

  @ParameterizedTest
  @ValueSource(strings = {"折合金额（万元，必填）", "*折合金额（单位：万元）（必填）", "（万元）折合金额"})
  void theUnitIsThatOfTheTitle(String title) throws FileFault {
    assertThat(column(title, "折合金额").unit()).isEqualTo(MoneyUnit.WAN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "折合金额（大写）",
        "折合金额（不含税）",
        "折合金额（已退回）",
        "折合余额",
        "上年折合金额",
        "折合金额（累计）",
        "计划折合金额",
        "折合金额2"
      })
  void aTitleThatMeansSomethingElseIsNotFound(String title) {
    List<String> titles = List.of("收据编号,帮扶类别,提供单位,形式,乡镇,行政村,到位日期".split(","));
    List<String> all = new java.util.ArrayList<>(titles);
    all.add(title);
    org.assertj.core.api.Assertions.assertThatCode(
            () ->
                assertThat(RECOGNISER.recognise(new SourceLine(1, all), MoneyUnit.YUAN)).isEmpty())
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "配套资金",
        "贷款余额",
        "补贴标准（元/亩）",
        "投资额",
        "合同价",
        "发放金额",
        "社会捐款",
        "支出合计",
        "租金(万元)",
        "工程款",
        "amount",
        "配套（万）",
        "配套 (万)",
        "配套万",
        "配套 万",
        "社会配套/万",
        "配套：千万",
        "配套（单位：万）",
        "配套【亿】",
        "配套(W)",
        "￥",
        "¥",
        "发放额",
        "预算",
        "已付",
        "应付",
        "结余",
        "拨付数",
        "到账数",
        "实发数",
        "本期发放",
        "利息"
      })
  void aTitleThatNamesMoney(String title) {
    assertThat(MoneyTitle.isOne(title)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "收款单位",
        "资金来源",
        "贷款利率（%）",
        "补贴人数",
        "收款账号",
        "资金文号",
        "贷款日期",
        "备注",
        "单元",
        "经办人",
        "费用类别",
        "贷款期限（月）",
        "人数",
        "人数（万）",
        "覆盖面积万",
        "受益人数(万)",
        "户数/万",
        "苗木（万株）",
        "产量（单位：万）",
        "户数",
        "联系电话",
        "面积",
        "余家"
      })
  void aTitleThatDoesNot(String title) {
    assertThat(MoneyTitle.isOne(title)).isFalse();
  }
}
