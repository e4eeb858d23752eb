package org.sunlitledger.cli.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sunlitledger.quantity.text.Glyphs;
import org.sunlitledger.quantity.text.Messages;
import org.sunlitledger.view.ListingCell;

/** Tables that fit the screen; JSON and CSV that keep every value in full. */
class ListingTest {
  private static final String NAME = "易地扶贫搬迁后续产业发展项目资金支付明细台账".repeat(3);

  private static Listing listing() {
    Listing listing =
        new Listing("delivery", "register", "file", "yuan_accepted", "supersedes", "warnings")
            .whole("delivery")
            .beneath("warnings");
    listing.add(7, new ListingCell("aid", "社会帮扶资金台账"), NAME, "1,004,383.00", "", "");
    listing.add(8, new ListingCell("aid", "社会帮扶资金台账"), "a.csv", "2.00", "", "合计没有核对");
    return listing;
  }

  @Test
  void aTableFitsTheScreenAndCutsTextButNoNumber() {
    StringWriter out = new StringWriter();
    listing().printTable(new PrintWriter(out, true), Messages.chinese("commands"), 80);
    List<String> lines = out.toString().lines().toList();
    assertThat(lines).hasSize(4).allMatch(line -> Glyphs.width(line) <= 80);
    assertThat(lines.get(0)).contains("批次", "台账", "文件", "接受金额（元）").doesNotContain("更正");
    assertThat(lines.get(1)).startsWith("7 ").contains("社会帮扶资金台账", "…", "1,004,383.00");
    assertThat(lines.get(3)).isEqualTo("    提示：合计没有核对");
  }

  @Test
  void aWrappedColumnIsShownInFull() {
    StringWriter out = new StringWriter();
    listing()
        .wrapped("file")
        .printTable(new PrintWriter(out, true), Messages.chinese("commands"), 80);
    assertThat(out.toString()).doesNotContain("…");
    assertThat(out.toString().replaceAll("[^\\p{IsHan}]", "")).contains("易地扶贫搬迁");
    assertThat(out.toString().lines()).allMatch(line -> Glyphs.width(line) <= 80);
  }

  @Test
  void programsGetEveryColumnWithCodesInFull() throws IOException {
    StringWriter json = new StringWriter();
    listing().print(new PrintWriter(json, true), Messages.chinese("commands"), true);
    assertThat(json.toString())
        .contains("\"register\" : \"aid\"", NAME, "\"supersedes\" : \"\"")
        .doesNotContain("社会帮扶");
    StringWriter csv = new StringWriter();
    listing().printCsv(csv, Messages.chinese("commands"));
    assertThat(csv.toString()).contains("7,aid," + NAME + ",\"1,004,383.00\",,");
  }

  @Test
  void theScreenHasAHundredAndTwentyColumnsUnlessItSaysOtherwise() {
    assertThat(ScreenWidth.columns(null)).isEqualTo(120);
    assertThat(ScreenWidth.columns("x")).isEqualTo(120);
    assertThat(ScreenWidth.columns("200")).isEqualTo(200);
    assertThat(ScreenWidth.columns("7")).isEqualTo(60);
  }
}
