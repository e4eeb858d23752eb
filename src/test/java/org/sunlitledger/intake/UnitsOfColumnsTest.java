package org.sunlitledger.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sunlitledger.definition.Definitions;
import org.sunlitledger.intake.AidRows.Rows;
import org.sunlitledger.intake.delivery.Openings;
import org.sunlitledger.intake.layout.header.HeaderFinder;
import org.sunlitledger.intake.layout.header.Recogniser;
import org.sunlitledger.intake.line.FileFault;
import org.sunlitledger.intake.line.ShapeFinding;
import org.sunlitledger.intake.source.DeliveredFile;
import org.sunlitledger.register.Field;
import org.sunlitledger.register.Registers;

/** Rows below the titles that number the columns or name their units. */
class UnitsOfColumnsTest {
  private static final String LINE = AidRows.line(1, "5");

  private final AidRows aid;

  UnitsOfColumnsTest(@TempDir Path folder) {
    aid = new AidRows(folder);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "甲,乙,丙,丁,戊,己,庚,1（万元）",
        "甲,乙,丙,丁,1,2,3,4(万元)",
        "1,2,3,4,5,6,7,8（单位：万元）",
        "（1）,（2）,（3）,（4）,（5）,（6）,（7）,（8）=（7）（万元）",
        "甲,乙,丙,丁,戊,己,—,1[万元]",
        "栏次,1,2,3,4,5,6,7万元",
        "①,②,③,④,⑤,⑥,⑦,⑧（万元）",
        ",,,,,,,万元",
        ",,,,,,日,万元",
        "—,—,—,—,—,—,年月日,（万元）",
        "必填,下拉选择,全称,下拉选择,,,yyyy-mm-dd,万元",
        "（必填）,（必填）,,,,,,单位：万元"
      })
  void aUnitHoldsForItsColumn(String row) throws IOException {
    Rows rows = aid.of(AidRows.HEADER, row, LINE, "合计,,,,,,,5");
    assertThat(rows.findings()).isEmpty();
    assertThat(rows.records()).containsExactly("3 万元");
  }

  @Test
  void theSameOnEachPage() throws IOException {
    String row = "甲,乙,丙,丁,戊,己,庚,1（万元）";
    String units = ",,,,,,日,万元";
    assertThat(
            aid.of(AidRows.HEADER, row, LINE, AidRows.HEADER, row, AidRows.line(2, "6")).records())
        .containsExactly("3 万元", "6 万元");
    assertThat(aid.of(AidRows.HEADER, units, row, LINE, AidRows.HEADER, units, row, LINE).records())
        .containsExactly("4 万元", "8 万元");
  }

  @Test
  void oneThatComesOnlyLaterRejectsTheFile() throws IOException {
    for (String row : List.of("甲,乙,丙,丁,戊,己,庚,1（万元）", ",,,,,,,万元", "1,2,3,4,5,6,7,8(千元)")) {
      assertThat(aid.of(AidRows.HEADER, LINE, AidRows.HEADER, row, LINE).findings())
          .singleElement()
          .asString()
          .startsWith("4 file-unit 折合金额=");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "甲,乙,丙,丁,戊,己,庚,1（千元） | 折合金额=千元",
        ",,,,,,日,万美元 | 折合金额=万美元",
        "1,2,3,4,5,6,7,8（百万元） | 折合金额=百万元"
      })
  void aUnitThatIsNotReadRejectsTheFile(String row, String found) throws IOException {
    Rows rows = aid.of(AidRows.HEADER, row, LINE);
    assertThat(rows.records()).isEmpty();
    assertThat(rows.findings()).containsExactly("1 file-unit " + found);
  }

  @ParameterizedTest
  @ValueSource(strings = {"甲,乙,丙,丁,戊,己,庚,1（万元）", ",,,,,,日,万元"})
  void twoThatDisagreeRejectTheFile(String row) throws IOException {
    assertThat(aid.of(AidRows.HEADER + "（元）", row, LINE).findings())
        .singleElement()
        .asString()
        .startsWith("1 file-unit 折合金额=");
    assertThat(aid.of("单位：元", AidRows.HEADER, row, LINE).findings())
        .singleElement()
        .asString()
        .startsWith("2 file-unit 折合金额=");
  }

  @Test
  void ofSeveralAmountsOneMayHaveAnother() throws IOException {
    String project = "项目编号,项目名称,项目类别,乡镇,实施单位,绩效目标,计划总投资,中央资金,自治区资金,开工日期";
    String line = "CY-1,甲,产业,兴仁镇,某镇,增收,3,1,20000,2020-03-01";
    Path folder = aid.folder();
    assertThat(Units.of(folder, project, ",,,,,,万元,万元,元,日", line))
        .isEqualTo("planned 万元, central 万元, province 元");
    assertThat(Units.of(folder, project, "甲,乙,丙,丁,戊,己,1（万元）,2（万元）,3（元）,4", line))
        .isEqualTo("planned 万元, central 万元, province 元");
    assertThat(Units.of(folder, project, "甲,乙,丙,丁,戊,己,1（万元）,2,3,4", line))
        .isEqualTo("file-unit 中央资金=万元、中央资金（？）");
    assertThat(Units.of(folder, "单位：元", project, ",,,,,,万元,,,", line)).startsWith("file-unit");
  }

  @ParameterizedTest
  @ValueSource(strings = {"甲,乙,丙,丁,戊,己,庚,辛", "甲,乙,丙,丁,戊,1,2,3", "A,B,C,D,E,1,2,3=1+2"})
  void numbersAloneAreNoLine(String row) throws IOException {
    assertThat(aid.of(AidRows.HEADER, row, LINE)).isEqualTo(new Rows(List.of("3 元"), List.of()));
  }

  /** The units of the amounts of a project's header. */
  private static final class Units {
    static String of(Path folder, String... lines) throws IOException {
      Path path = Files.writeString(folder.resolve("p-2020.csv"), String.join("\n", lines));
      Openings openings =
          new Openings(
              new HeaderFinder(new Recogniser(new Registers(new Definitions(Optional.empty())))));
      try (DeliveredFile file = new DeliveredFile(path, StandardCharsets.UTF_8);
          Openings.OpenedDelivery opened = openings.open(file, "p-2020.csv", 0)) {
        return opened.header().header().columns().stream()
            .flatMap(Optional::stream)
            .filter(c -> c.field().type() == Field.FieldType.MONEY)
            .map(c -> c.field().name() + " " + c.unit().text())
            .collect(Collectors.joining(", "));
      } catch (FileFault fault) {
        ShapeFinding found = fault.finding();
        return found.rule().id() + " " + found.field() + "=" + found.found();
      }
    }
  }
}
