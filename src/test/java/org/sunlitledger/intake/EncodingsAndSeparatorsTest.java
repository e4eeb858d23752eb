package org.sunlitledger.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each encoding with each separator, quoted or not, with each end of line: read, or rejected with
 * the reason.
 */
class EncodingsAndSeparatorsTest {
  private static final List<List<String>> TABLE =
      List.of(
          List.of("收据编号", "帮扶类别", "提供单位", "形式", "乡镇", "行政村", "到位日期", "折合金额"),
          List.of("SJ-001", "帮扶资金", "甲公司", "现金", "香山乡", "黄泉村", "2020-03-05", "1000"),
          List.of("SJ-002", "帮扶资金", "乙;公司", "现金", "香山乡", "黄泉村", "2020-03-06", "200.5"));

  private final Reading reading = new Reading();
  private final Path folder;

  EncodingsAndSeparatorsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private enum Quotes {
    NONE,
    ALL,
    SOME
  }

  private static String cell(String cell, char separator, Quotes quotes) {
    boolean isQuoted =
        quotes == Quotes.ALL
            || (quotes == Quotes.SOME && cell.hashCode() % 2 == 0)
            || cell.indexOf(separator) >= 0;
    return isQuoted ? "\"" + cell + "\"" : cell;
  }

  private Reading.Result read(String encoding, String text) throws IOException {
    String mark = encoding.endsWith("+") ? "\ufeff" : "";
    Charset charset = Charset.forName(encoding.replace("+", ""));
    return reading.of(Files.write(folder.resolve("aid-2020.csv"), (mark + text).getBytes(charset)));
  }

  private static String text(String title, char separator, Quotes quotes, String end) {
    List<String> lines = new ArrayList<>();
    if (!title.isEmpty()) {
      lines.add(title);
    }
    for (List<String> row : TABLE) {
      lines.add(
          row.stream()
              .map(cell -> cell(cell, separator, quotes))
              .collect(Collectors.joining(String.valueOf(separator))));
    }
    return String.join(end, lines) + end;
  }

  @Test
  void everyCombinationIsReadOrRejectedForWhatItIs() throws IOException {
    SoftAssertions all = new SoftAssertions();
    for (String encoding :
        List.of(
            "UTF-8",
            "UTF-8+",
            "GBK",
            "GB18030",
            "GB18030+",
            "UTF-16LE+",
            "UTF-16BE+",
            "UTF-16LE")) {
      for (char separator : List.of(',', '\t', ';', '|', '；', '，')) {
        for (Quotes quotes : Quotes.values()) {
          for (String end : List.of("\n", "\r\n", "\r")) {
            for (String title : List.of("", "2020年帮扶台账：一、二", "\"甲;乙\"")) {
              Reading.Result result = read(encoding, text(title, separator, quotes, end));
              String which =
                  Arrays.asList(encoding, (int) separator, quotes, title).toString()
                      + end.length()
                      + (int) end.charAt(0);
              if (encoding.startsWith("UTF-16")) {
                all.assertThat(result.rules()).as(which).containsExactly("0 file-binary");
              } else if (separator == ',' || separator == '\t') {
                all.assertThat(result.findings()).as(which).isEmpty();
                all.assertThat(result.all("donor")).as(which).containsExactly("甲公司", "乙;公司");
              } else {
                all.assertThat(result.rules())
                    .as(which)
                    .containsExactly((title.isEmpty() ? 1 : 2) + " file-separator");
              }
            }
          }
        }
      }
    }
    all.assertAll();
  }

  @Test
  void signsInsideOfTextsAreNoSeparators() throws IOException {
    for (String donor :
        List.of("甲;乙;丙;丁;戊", "甲，乙，丙，丁，戊，己", "\"甲,乙,丙\n丁,戊\"", "甲|乙|丙|丁", "甲\"乙", "\"甲\t乙\t丙\"")) {
      for (char separator : List.of(',', '\t')) {
        String text = text("", separator, Quotes.NONE, "\n").replace("甲公司", donor);
        assertThat(read("UTF-8", text).records()).as(donor).hasSize(2);
      }
    }
    String notes = "1;2;3;4\n" + "一；二；三；四；五\n".repeat(2) + "甲，乙，丙，丁\n";
    assertThat(read("GBK", notes + text("", ',', Quotes.ALL, "\r\n")).records()).hasSize(2);
  }

  @Test
  void aQuoteLeftOpenIsNamedWhateverTheSeparator() throws IOException {
    for (char separator : List.of(',', '\t')) {
      for (String encoding : List.of("UTF-8", "GBK")) {
        String text = text("", separator, Quotes.ALL, "\n").replace("\"甲公司\"", "\"甲公司");
        assertThat(read(encoding, text).rules()).containsExactly("2 file-broken-quote");
      }
    }
  }

  @Test
  void bytesOfNoEncodingAreNamedWhateverTheSeparator() throws IOException {
    for (char separator : List.of(',', '\t', ';')) {
      byte[] bytes = text("", separator, Quotes.ALL, "\n").getBytes(Charset.forName("GBK"));
      bytes[bytes.length / 2] = (byte) 0xff;
      assertThat(reading.of(Files.write(folder.resolve("b-2020.csv"), bytes)).rules())
          .containsExactly("0 file-encoding");
    }
  }
}
