package org.sunlitledger.intake.layout.total;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sunlitledger.definition.Definitions;
import org.sunlitledger.intake.layout.header.Recogniser;
import org.sunlitledger.intake.line.FileFault;
import org.sunlitledger.intake.line.FileFindings;
import org.sunlitledger.intake.line.ShapeFinding;
import org.sunlitledger.intake.line.SourceLine;
import org.sunlitledger.quantity.money.MoneyUnit;
import org.sunlitledger.register.Registers;

/** Totals as offices write them. Each agrees with its lines, or its fault is reported. */
class ControlTotalsTest {
  private static final Registers REGISTERS = new Registers(new Definitions(Optional.empty()));
  private static final String AID = "收据编号,帮扶类别,提供单位,形式,乡镇,行政村,到位日期,折合金额";
  private static final String HOUSEHOLDS = "户编号,户主姓名,户主身份证号,乡镇,行政村,家庭人口,户类型";
  private static final String ONE = "SJ-1,帮扶资金,单位,现金,香山乡,米粮川村,2020-01-11,100";
  private static final String TWO = "SJ-2,帮扶资金,单位,现金,香山乡,米粮川村,2020-01-12,200";
  private static final String THREE = "SJ-3,帮扶资金,单位,现金,兴仁镇,兴仁村,2020-01-13,300.5";

  /** The result for the last of some lines: record, total, or the found and expected values. */
  private static String last(String header, String... lines) {
    List<String> became = new ArrayList<>();
    try {
      Recogniser recogniser = new Recogniser(REGISTERS);
      ControlTotals totals =
          new ControlTotals(
              recogniser.recognise(line(header), MoneyUnit.YUAN).orElseThrow(), new FileFindings());
      for (String text : lines) {
        boolean isTotal = totals.isTotal(line(text));
        if (!isTotal) {
          totals.add(line(text));
        }
        became.add(isTotal ? "total" : "record");
      }
    } catch (FileFault fault) {
      assertThat(became).hasSize(lines.length - 1);
      ShapeFinding finding = fault.finding();
      return "%s %s / %s".formatted(finding.field(), finding.found(), finding.expected()).strip();
    }
    return became.get(became.size() - 1);
  }

  private static SourceLine line(String text) {
    return new SourceLine(1, List.of(text.split(",", -1)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "合　计,,,,,,,600.50",
        "香山乡,小计,,,,,,600.50",
        "合计：3笔，600.50元,,,,,,,600.50",
        "合计（3户）,,,,2个乡镇,2个村,,600.50",
        "合计：3户9人,,,,,,,600.50",
        "合计,3,,,,,,600.50",
        "合计,,陆佰元伍角整,,,,,600.50",
        "合计（大写）：陆佰元伍角整,,,,,,,600.50",
        "合计（万元）,,,,,,,0.06005",
        "合计（3笔）,,,,,,,",
        "合计,,,,,,,",
        "合计,,,,,2020-12-31,,600.50"
      })
  void oneThatAgrees(String total) {
    assertThat(last(AID, ONE, TWO, THREE, total)).isEqualTo("total");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "合　计,,,,,,,600.51 | amount 600.51 元 / 600.50 元（+0.01 元）",
        "合计：3笔，600.51元,,,,,,, | amount 600.51 元 / 600.50 元（+0.01 元）",
        "香山乡,小计,,,,,,600.51 | amount 600.51 元 / 600.50 元（+0.01 元）",
        "合计,,,,,,,#REF! | amount #REF! / 600.50 元",
        "合计,,,,,,,六百元零五角一分 | amount 六百元零五角一分 / 600.50 元",
        "合计（大写）：陆佰元肆角整,,,,,,, | amount 合计（大写）：陆佰元肆角整 / 600.50 元",
        "合计,,,,,,600.51, | received_on 600.51 / 3 行，600.50 元",
        "合计,99人,,,,,,600.50 | kind 99人 / 3 行，600.50 元",
        "合计,99,,,,,,600.50 | kind 99 / 3 行，600.50 元",
        "合计（千元）,,,,,,,600.50 | 合计（千元） / 3 行，600.50 元",
        "合计（4户）,,,,,,,600.50 | 合计（4户） / 3 行，600.50 元",
      })
  void oneThatDoesNot(String total, String told) {
    assertThat(last(AID, ONE, TWO, THREE, total)).isEqualTo(told);
  }

  @Test
  void aNumberBeforeTheLabelIsThatOfTheLine() {
    assertThat(last("序号," + AID, "1," + ONE, "2,合计,,,,,,,100")).isEqualTo("total");
    assertThat(last("序号," + AID, "1," + ONE, "2,合计,,,,,,,99.99"))
        .isEqualTo("amount 99.99 元 / 100.00 元（-0.01 元）");
  }

  @Test
  void wholeNumbersAreAddedUpToo() {
    String one = "HH000001,王一,990502196001010019,香山乡,米粮川村,4,已脱贫户";
    assertThat(last(HOUSEHOLDS, one, one, "合计（2户）,,,,,8,")).isEqualTo("total");
    assertThat(last(HOUSEHOLDS, one, one, "合计,,,,,8人,")).isEqualTo("total");
    assertThat(last(HOUSEHOLDS, one, one, "合计,,,,,99999,")).isEqualTo("persons 99999 / 8（+99991）");
  }

  @Test
  void aNumberUnderThoseOfPeopleIsNotShown() {
    String one = "HH000001,王一,990502196001010019,香山乡,米粮川村,4,已脱贫户";
    assertThat(last(HOUSEHOLDS, one, "合计,,990502196001010019,,,4,"))
        .isEqualTo("id_number 990502************ / 1 行");
  }

  @Test
  void theWholeDistrictsTotalIsNotThatOfItsLastTownship() {
    assertThat(last(AID, ONE, "香山乡小计,,,,,,,100", TWO, THREE, "全区合计,,,,,,,500.5"))
        .isEqualTo("amount 500.50 元 / 600.50 元（-100.00 元）");
    assertThat(last(AID, ONE, "香山乡合计,,,,,,,100", TWO, THREE, "全区合计,,,,,,,500.5"))
        .isEqualTo("amount 500.50 元 / 600.50 元（-100.00 元）");
  }

  @Test
  void aTotalWithANameIsOfTheLinesSinceTheLastTotalThatIsNoSubtotal() {
    assertThat(
            last(
                AID,
                ONE,
                "香山乡合计,,,,,,,100",
                TWO,
                "某村小计,,,,,,,200",
                THREE,
                "某村小计,,,,,,,300.5",
                "兴仁镇,合计,,,,,,500.5",
                "合计,,,,,,,600.5"))
        .isEqualTo("total");
  }

  @Test
  void aTotalIsOfThoseLinesInAllOfItsNumbersOrOfAll() {
    assertThat(last(AID, ONE, "香山乡合计,,,,,,,100", TWO, THREE, "乙合计（3笔）,,,,,,,500.5"))
        .isEqualTo("amount 500.50 元 / 600.50 元（-100.00 元）");
  }

  @Test
  void aLineThatCannotBeReadHoldsUpItsOwnTotalsOnly() {
    String unreadable = TWO.replace("200", "贰佰");
    assertThat(last(AID, unreadable, "合计,,,,,,,5")).isEqualTo("total");
    assertThat(last(AID, unreadable, "小计,,,,,,,5", THREE, "小计,,,,,,,300.51"))
        .isEqualTo("amount 300.51 元 / 300.50 元（+0.01 元）");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "合计划项目,帮扶资金,单位,现金,香山乡,,2020-01-10,5",
        "SJ-1,帮扶资金,合计,现金,香山乡,,2020-01-10,5",
        "合计,帮扶资金,单位,现金,香山乡,,2020-01-10,5",
        ",帮扶资金,合计有限公司,现金,,,2020-01-10,5"
      })
  void aRecord(String line) {
    assertThat(last(AID, line)).isEqualTo("record");
  }

  @Test
  void whereARegisterHasNoKeyARecordIsToldByTheRest() {
    String header = "支付凭证号,日期,收款人,摘要,支出功能分类科目,资金来源,金额";
    assertThat(last(header, "PZ-1,2020-01-10,某公司,合计,2130504,中央,5")).isEqualTo("record");
    assertThat(last(header, "合计,,,,,,0")).isEqualTo("total");
  }
}
