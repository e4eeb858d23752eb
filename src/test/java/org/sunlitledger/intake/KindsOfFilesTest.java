package org.sunlitledger.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of all kinds from offices: read, or rejected with their kind. */
class KindsOfFilesTest {
  private static final Path CASES = Path.of("src/test/resources/cases/night");
  private static final String LINES =
      """
      收据编号,帮扶类别,提供单位,形式,乡镇,行政村,到位日期,折合金额
      SJ-001,帮扶资金,甲公司,现金,香山乡,黄泉村,2020-03-05,1000
      SJ-002,帮扶资金,乙公司,现金,香山乡,黄泉村,2020-03-05,"2,000.00"
      """;

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  private Reading.Result read(String name, byte[] bytes) throws IOException {
    return new Reading().of(Files.write(folder.resolve(name), bytes));
  }

  private static String tabbed() {
    return LINES.replace("\"2,000.00\"", "2;000.00").replace(',', '\t').replace(';', ',');
  }

  @Test
  void theWorkbookOfWps() throws IOException {
    Reading.Result result = new Reading().of(CASES.resolve("17-kinds-of-files/wps-aid-2020.et"));
    assertThat(result.findings()).isEmpty();
    assertThat(result.all("receipt_no")).containsExactly("SJ-05-001", "SJ-05-002");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.tsv", "a.txt", "a.csv", "a.xls", "a.et", "a.xlsx", "a.md", "a"})
  void tabsSeparateUnderAnyEnding(String name) throws IOException {
    for (String charset : List.of("UTF-8", "GB18030")) {
      Reading.Result result = read(name, tabbed().getBytes(Charset.forName(charset)));
      assertThat(result.findings()).as(charset).isEmpty();
      assertThat(result.all("amount")).containsExactly("100000", "200000");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.tsv", "a.txt", "a.csv", "a.xls", "a"})
  void commasSeparateUnderAnyEnding(String name) throws IOException {
    Reading.Result result = read(name, ("\ufeff" + LINES).getBytes(StandardCharsets.UTF_8));
    assertThat(result.findings()).isEmpty();
    assertThat(result.all("amount")).containsExactly("100000", "200000");
  }

  @Test
  void tabsBehindNumbersOrInTextsAreNoSeparators() throws IOException {
    String kept = LINES.replace("SJ-001,", "\tSJ-001\t,").replace("黄泉村,", "黄泉村\t,\t");
    assertThat(read("a.csv", kept.getBytes(StandardCharsets.UTF_8)).all("receipt_no"))
        .containsExactly("SJ-001", "SJ-002");
    String quoted = tabbed().replace("甲公司", "\"甲\t公司\"").replace("乙公司", "\"乙\n公司\"");
    Reading.Result result = read("a.tsv", quoted.getBytes(StandardCharsets.UTF_8));
    assertThat(result.findings()).isEmpty();
    assertThat(result.all("donor")).containsExactly("甲\t公司", "乙\n公司");
    String titled = "2020年帮扶台账,县\n" + tabbed();
    assertThat(read("a.tsv", titled.getBytes(StandardCharsets.UTF_8)).records()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
  void unicodeTextOfExcelIsRejectedWithWhatToDo(String charset) throws IOException {
    byte[] bytes = ("\ufeff" + tabbed()).getBytes(Charset.forName(charset));
    for (String name : List.of("a.txt", "a.csv", "a.xls")) {
      assertThat(read(name, bytes).rules()).as(name).containsExactly("0 file-binary");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a.xls | <html><table><tr><td>收据编号</td></tr></table></html> | HTML (.htm, .mht)",
        "a.csv | <!DOCTYPE html><p>请登录 | HTML (.htm, .mht)",
        "a.xls | <?xml version='1.0'?><Workbook"
            + " xmlns='urn:schemas-microsoft-com:office:spreadsheet'/> | XML (XML Spreadsheet"
            + " 2003)",
        "a.xlsx | %PDF-1.5 | PDF, OFD",
        "a.doc | {\\rtf1 | Word (.doc, .docx, .wps, .rtf)",
        "说明.md | # 说明：本目录放报送文件 | 说明.md",
        "a.txt | 今天天气很好 | a.txt",
        "a.log | 2020-03-05 12:00 起动, 完成 | a.log",
        "a.xls | 请见附件 | a.xls",
      })
  void otherFilesAreNamedForWhatTheyAre(String name, String text, String found) throws IOException {
    Reading.Result result = read(name, text.getBytes(StandardCharsets.UTF_8));
    assertThat(result.findings())
        .containsExactly("0 file-type =" + found + " (.xlsx、.xls、.et、.csv、.tsv)");
  }

  @Test
  void aWorkbookIsReadUnderAnyEnding() throws IOException {
    byte[] workbook = Files.readAllBytes(CASES.resolve("17-kinds-of-files/macro-aid-2020.xlsm"));
    byte[] binary = Files.readAllBytes(CASES.resolve("17-kinds-of-files/old-aid-2020.xls"));
    for (String name : List.of("a.xls", "a.csv", "a.et", "a.xlsx", "a.txt", "a")) {
      assertThat(read(name, workbook).all("receipt_no")).as(name).containsExactly("SJ-05-012");
      assertThat(read(name, binary).all("receipt_no"))
          .as(name)
          .containsExactly("SJ-05-001", "SJ-05-002");
    }
  }

  @Test
  void whatIsNoFileOfAnyKind() throws IOException {
    assertThat(read("a.csv", new byte[] {1, 0, 2}).rules()).containsExactly("0 file-binary");
    assertThat(read("a.dat", new byte[] {1, 0, 2}).rules()).containsExactly("0 file-type");
    assertThat(read("a.xls", new byte[] {1, 0, 2}).rules())
        .containsExactly("0 file-workbook-broken");
    assertThat(read("a.csv", new byte[0]).rules()).containsExactly("0 file-empty");
    assertThat(read("a.xls", new byte[0]).rules()).containsExactly("0 file-empty");
  }
}
