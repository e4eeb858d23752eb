package org.sunlitledger.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sunlitledger.intake.AidRows.Rows;
import org.sunlitledger.intake.layout.total.NoteAmounts;
import org.sunlitledger.intake.line.ShapeFinding;
import org.sunlitledger.intake.line.SourceLine;

/** An amount in a note does not make a record, and is always reported. */
class AmountsInNotesTest {
  private static final String LINE = AidRows.line(1, "1000");
  private static final String NEXT = AidRows.line(2, "500");

  private final AidRows aid;

  AmountsInNotesTest(@TempDir Path folder) {
    aid = new AidRows(folder);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "注：另有张三 5000 元未列入本表 | 5000元",
        "上述金额不含运费 300 元 | 300元",
        "备注：李四的500元退回 | 500元",
        "备注：李四五百元已退回 | 五百元",
        "说明：漏报王五￥1200.50 | ￥1200.50",
        "注：1.本表不包括县级配套1.5万元 | 1.5万元",
        "注：另有２００元（张三110105194912310021）未入账 | 200元",
        "以上未含利息 45.6 | 45.6",
        "注：张三联系电话13800138000，少列3000元，电话0955-7012345 | 3000元",
        "备注：赵六户有伍仟元整于2021年1月5日发放，未计入 | 伍仟元",
        "注：两笔（800元、900元、7块）重复 | 800元、900元、7块",
        "备注：另有2万未到账（宁财农指标〔2020〕300号） | 2万",
        "备注：运费未列,,300,,,,, | 300",
        "说明：孙七5000另有，不在本表 | 5000"
      })
  void oneThatIsNotInTheTableStaysOpen(String note, String amounts) throws IOException {
    Rows rows = aid.of(AidRows.HEADER, LINE, note);
    assertThat(rows.records()).containsExactly("2 元");
    assertThat(rows.findings()).containsExactly("3 file-amount-left-out =" + amounts);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "注：每户补助标准为2000元 | 2000元",
        "说明：其中5.5万元由某公司捐赠 | 5.5万元",
        "备注：张三、李四各一千二百元 | 一千二百元",
        "会计：张三,,出纳：李四,,经手￥600 | ￥600",
        "注：1.某乡100000.00元于12月31日到账 | 100000.00元",
        "备注：运费,,300,,,,, | 300",
        "经办人：张三  审核金额：人民币1200元 | 人民币1200"
      })
  void anyOtherIsAWarning(String note, String amounts) throws IOException {
    for (boolean isBetween : new boolean[] {false, true}) {
      Rows rows =
          isBetween ? aid.of(AidRows.HEADER, LINE, note, NEXT) : aid.of(AidRows.HEADER, LINE, note);
      assertThat(rows.records()).hasSize(isBetween ? 2 : 1);
      assertThat(rows.findings()).containsExactly("3 file-amount-in-note =" + amounts);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "注：依据宁财农指标〔2020〕300号文件，2020年12月31日前未报送的不计入",
        "监督电话：12317，0955-7012345，未接请拨13800138000",
        "第1页，共12页",
        "注：2020.12.31止，另有3户5人未列入",
        "说明：本表以元为单位，不含万元以下零头",
        "注：另有面积300亩、苗木5万株未列入",
        "备注：第2、3项未列入",
        "填报日期：,2020,年,12,月",
        "联系电话：,7012345",
        "注：金额单位为元，2020年元月至12月，不含2019年度",
        "说明：张三（110105194912310021）未列入",
        "注：凭证见2020-12-31至2021-01-05，未附"
      })
  void whatIsNoAmountIsNotFound(String note) throws IOException {
    assertThat(aid.of(AidRows.HEADER, LINE, note).findings()).isEmpty();
  }

  @Test
  void amountsMayHaveCommas() {
    assertThat(NoteAmounts.in(new SourceLine(1, List.of("注：另有100,000.5元和1,200元，运费,300元"))))
        .map(ShapeFinding::found)
        .contains("100,000.5元、1,200元、300元");
  }

  @Test
  void eachRowIsFoundByItself() throws IOException {
    String note = "注：另有300元未列入";
    assertThat(aid.of(AidRows.HEADER, LINE, note, NEXT, note).findings())
        .containsExactly("3 file-amount-left-out =300元", "5 file-amount-left-out =300元");
  }

  @Test
  void oneAboveTheHeaderOrBetweenTwoIsFoundToo() throws IOException {
    String note = "注：另有张三300元未列入";
    assertThat(aid.of("补助标准2000元", note, AidRows.HEADER, LINE).findings())
        .containsExactly("2 file-amount-left-out =300元");
    assertThat(aid.of(AidRows.HEADER, LINE, "另有300元未列入", AidRows.HEADER, NEXT))
        .isEqualTo(new Rows(List.of("2 元", "5 元"), List.of("3 file-amount-left-out =300元")));
    assertThat(aid.of(AidRows.HEADER, LINE, note, AidRows.HEADER, NEXT).findings())
        .containsExactly("3 file-amount-left-out =300元");
  }

  @Test
  void oneBesideATotalIsFoundToo() throws IOException {
    assertThat(aid.of(AidRows.HEADER + ",情况", LINE + ",", "合计,,,,,,,1000,另有张三300元未列入").findings())
        .containsExactly("3 file-amount-left-out =300元");
  }
}
