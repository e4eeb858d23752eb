package org.sunlitledger.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sunlitledger.definition.Definitions;
import org.sunlitledger.intake.delivery.Openings;
import org.sunlitledger.intake.layout.header.HeaderFinder;
import org.sunlitledger.intake.layout.header.Recogniser;
import org.sunlitledger.intake.line.FileFault;
import org.sunlitledger.intake.line.SourceLine;
import org.sunlitledger.intake.source.DeliveredFile;
import org.sunlitledger.intake.source.LineSource;
import org.sunlitledger.register.Registers;

/** Texts below a table: signatures, telephones, dates. They are not records, and hide none. */
class FootersTest {
  private static final Openings OPENINGS =
      new Openings(
          new HeaderFinder(new Recogniser(new Registers(new Definitions(Optional.empty())))));
  private static final String HEADER = "收据编号,帮扶类别,提供单位,形式,乡镇,行政村,到位日期,折合金额";
  private static final String LINE = "SJ-1,帮扶资金,甲公司,现金,香山乡,黄泉村,2020-03-05,1000";

  private final Path folder;

  FootersTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private List<Integer> records(String... lines) throws IOException, FileFault {
    Path path = Files.writeString(folder.resolve("a.csv"), String.join("\n", lines));
    DeliveredFile file = new DeliveredFile(path, StandardCharsets.UTF_8);
    Openings.OpenedDelivery opened = OPENINGS.open(file, "a.csv", 0);
    List<Integer> records = new ArrayList<>();
    try (file;
        LineSource source = opened.source()) {
      Optional<SourceLine> line = opened.lines().next();
      while (line.isPresent()) {
        records.add(line.get().number());
        line = opened.lines().next();
      }
      assertThat(source.bytesRead()).isPositive();
    }
    assertThat(opened.lines().findings().all()).isEmpty();
    return records;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "监督举报电话：12317",
        "监督电话,12317",
        "公示时间：2020年12月1日至12月7日",
        "公示时间,2020年12月1日,至,2020年12月7日",
        "会计：张三,,出纳：李四",
        "会计,张三,出纳,李四",
        "村民委员会（盖章）",
        "单位（盖章）：,,,负责人（签字）：,,,2020年12月31日",
        "2020年12月31日",
        ",,,,,,2020年12月31日",
        "2020-12-31",
        "二〇二〇年十二月三十一日",
        "    年  月  日",
        "此表一式三份，村、乡、县各存一份",
        "领导签字：",
        "（以下空白）",
        "以下空白",
        "—以下无正文—",
        "第1页，共1页",
        "第 1 页 共 3 页",
        ",,,第一页",
        "- 1 -",
        "合计人民币（大写）：壹仟元整",
        "村务监督委员会成员签字：",
        "驻村第一书记：王五,包村干部：赵六",
        "如有异议，请于公示期内向乡人民政府反映",
        "公示地点：村务公开栏",
        "填表人：张三  审核人：李四  填表日期：2020-12-31",
        "备注：",
        "注：1.本表由各乡镇填报",
        "2、金额按实际到位数填列，不含折价",
        "说明：本表金额单位为元",
        "二、企业捐助",
        "（一）现金部分",
        "制表单位：某办,,,制表时间：,2020-12-31",
        "联系人：张三,,联系电话：,0955-7012345"
      })
  void aNote(String footer) throws Exception {
    assertThat(records(HEADER, LINE, footer)).containsExactly(2);
    assertThat(records(HEADER, LINE, footer, LINE.replace("SJ-1", "SJ-2"))).containsExactly(2, 4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SJ-2",
        ",,,,,,,500",
        "备注：补记,,,,,,,500",
        "会计：张三,,,,,,,500",
        "另有未入账捐款5000元",
        "公示期内收到捐款，其中2万元未入账",
        "SJ-3,帮扶资金,,,,,,",
        "监督电话：12317,,甲公司,现金,,,2020-03-05,",
        ",,甲公司,,,,,",
        "香山乡",
        "张三",
        ",帮扶资金,甲公司,现金,香山乡,黄泉村,2020-03-05,约5000",
        "2020年12月31日,,,,,,,500",
        "第1页,,,,,,,500"
      })
  void aLineThatIsNoNote(String line) throws Exception {
    assertThat(records(HEADER, LINE, line)).containsExactly(2, 3);
  }
}
