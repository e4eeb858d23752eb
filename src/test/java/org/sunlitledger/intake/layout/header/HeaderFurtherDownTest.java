package org.sunlitledger.intake.layout.header;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sunlitledger.intake.AidRows;
import org.sunlitledger.intake.AidRows.Rows;

/** A header below many lines of instructions. */
class HeaderFurtherDownTest {
  private final AidRows aid;

  HeaderFurtherDownTest(@TempDir Path folder) {
    aid = new AidRows(folder);
  }

  private static String[] below(int notes, String... lines) {
    List<String> all = new ArrayList<>();
    for (int i = 1; i <= notes; i++) {
      all.add(i + "、乡镇填写本辖区的行政村名称，收据编号按票据填写，折合金额按实际到位数填列");
    }
    all.addAll(Arrays.asList(lines));
    return all.toArray(String[]::new);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 5, 24, 28, 29, 30, 31, 39, 40, 64, 120, 198})
  void itIsFound(int notes) throws IOException {
    Rows rows = aid.of(below(notes, AidRows.HEADER, AidRows.line(1, "5"), "合计,,,,,,,5"));
    assertThat(rows.findings()).isEmpty();
    assertThat(rows.records()).containsExactly((notes + 2) + " 元");
  }

  @ParameterizedTest
  @ValueSource(ints = {27, 28, 29, 39, 100})
  void itMayTakeTwoLinesAndHaveUnitsBelow(int notes) throws IOException {
    String upper = "收据编号,来源,,,地点,,到位日期,折合金额";
    String lower = ",帮扶类别,提供单位,形式,乡镇,行政村,,";
    String[] lines = below(notes, upper, lower, "甲,乙,丙,丁,戊,己,庚,1（万元）", AidRows.line(1, "5"));
    assertThat(aid.of(lines).records()).containsExactly((notes + 4) + " 万元");
  }

  @ParameterizedTest
  @ValueSource(strings = {"单位：万元", "金额以万元为单位", ",,,,,,,单位：万元", "（金额单位：万元）", "三、本表金额单位为万元。"})
  void aUnitAmongTheNotesHolds(String unit) throws IOException {
    for (int at : new int[] {3, 33, 44}) {
      String[] lines = below(45, AidRows.HEADER, AidRows.line(1, "5"));
      lines[at] = unit;
      assertThat(aid.of(lines)).isEqualTo(new Rows(List.of("47 万元"), List.of()));
    }
  }

  @Test
  void aUnitThatIsNotReadRejectsTheFile() throws IOException {
    String[] lines = below(45, AidRows.HEADER, AidRows.line(1, "5"));
    lines[40] = "单位：千元";
    assertThat(aid.of(lines).findings()).containsExactly("41 file-unit =千元");
  }

  @Test
  void anAmountAmongTheNotesThatIsLeftOutIsFound() throws IOException {
    String[] lines = below(45, AidRows.HEADER, AidRows.line(1, "5"));
    lines[40] = "注：另有张三300元未列入";
    assertThat(aid.of(lines).findings()).containsExactly("41 file-amount-left-out =300元");
  }

  @Test
  void whatIsFurtherDownIsRejectedAsBefore() throws IOException {
    assertThat(aid.of(below(300, AidRows.HEADER, AidRows.line(1, "5"))).findings())
        .singleElement()
        .asString()
        .contains(" file-header ");
  }

  @Test
  void linesAboveItAreNeverLost() throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 1; i <= 50; i++) {
      lines.add(AidRows.line(i, "5"));
    }
    lines.add(AidRows.HEADER);
    assertThat(aid.of(lines.toArray(String[]::new)).findings())
        .singleElement()
        .asString()
        .startsWith("1 file-lines-above ");
  }
}
