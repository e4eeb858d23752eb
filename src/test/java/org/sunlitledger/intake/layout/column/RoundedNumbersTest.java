package org.sunlitledger.intake.layout.column;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.intake.AidSheet;
import org.sunlitledger.quantity.person.IdNumber;
import org.sunlitledger.testing.Office;

/** ID numbers with last digits lost by a spreadsheet, in files of many shapes, in one night. */
class RoundedNumbersTest {
  private static final String HEADER = "户编号,户主姓名,户主身份证号,乡镇,行政村,家庭人口,户类型,识别日期";

  private static Office office;
  private static Map<String, Long> lost;
  private static Map<String, Long> accepted;
  private static int numbers;

  @BeforeAll
  static void oneNight(@TempDir Path folder) throws IOException {
    office = Office.in(folder);
    csv("right by chance", rightAndRounded(0), rightAndRounded(1), rightAndRounded(2));
    csv("one among others", number(), number(), rightAndRounded(3), number());
    csv("a wrong one first", "990502196001011000", rightAndRounded(4), number());
    csv("a wrong one last", rightAndRounded(5), number(), "990502196002071000");
    csv("full width", wide(rightAndRounded(6)), wide(rightAndRounded(7)));
    csv("with blanks", "990502 19600315 1000", rightAndRounded(8));
    csv("by exponent", "9.90502196001011E+17", "9.90502E+17", number());
    csv("one of many", many(600, rightAndRounded(10)));
    csv("two of many", many(600, rightAndRounded(11), rightAndRounded(12)));
    workbook("cells.xlsx", 990502196003151000L, 990502196004211000L);
    workbook("cells.xls", 990502196007041000L, 990502196008101000L);
    office.night(2020);
    lost =
        counts(
            """
            select d.name, count(*)
            from finding f
            join delivery d on d.id = f.delivery_id
            where f.rule = 'digits-lost'
            group by 1
            """);
    accepted = counts("select name, lines_accepted from delivery");
  }

  @AfterAll
  static void close() {
    office.close();
  }

  @Test
  void allOfThemHaveLostTheirDigitsThoughSomeCheckDigitsAgree() {
    assertThat(lost)
        .containsEntry("right by chance-2020.csv", 3L)
        .containsEntry("a wrong one first-2020.csv", 2L)
        .containsEntry("a wrong one last-2020.csv", 2L)
        .containsEntry("full width-2020.csv", 2L)
        .containsEntry("by exponent-2020.csv", 2L)
        .containsEntry("two of many-2020.csv", 2L)
        .containsEntry("2020-cells.xlsx", 2L)
        .containsEntry("2020-cells.xls", 2L);
    assertThat(lost).containsEntry("with blanks-2020.csv", 1L);
    assertThat(accepted)
        .as("what is no ID number at all is rejected too")
        .containsEntry("with blanks-2020.csv", 0L);
  }

  @Test
  void theOthersOfTheFileAreAccepted() {
    assertThat(accepted)
        .containsEntry("right by chance-2020.csv", 0L)
        .containsEntry("a wrong one first-2020.csv", 1L)
        .containsEntry("a wrong one last-2020.csv", 1L)
        .containsEntry("by exponent-2020.csv", 1L)
        .containsEntry("two of many-2020.csv", 598L)
        .containsEntry("2020-cells.xlsx", 0L);
  }

  @Test
  void oneAmongManyIsBelievedAndOneAmongAFewIsNot() {
    assertThat(lost).doesNotContainKey("one of many-2020.csv");
    assertThat(accepted).containsEntry("one of many-2020.csv", 600L);
    assertThat(lost).containsEntry("one among others-2020.csv", 1L);
    assertThat(accepted).containsEntry("one among others-2020.csv", 3L);
  }

  private static Map<String, Long> counts(String query) {
    Map<String, Long> counts = new TreeMap<>();
    office.sql().sql(query).query((row, at) -> counts.put(row.getString(1), row.getLong(2))).list();
    return counts;
  }

  private static String[] many(int all, String... rounded) {
    List<String> numbers = new ArrayList<>(List.of(rounded));
    while (numbers.size() < all) {
      numbers.add(number());
    }
    return numbers.toArray(String[]::new);
  }

  private static void csv(String name, String... numbers) {
    List<String> lines = new ArrayList<>(List.of(HEADER));
    for (String number : numbers) {
      lines.add(household(number));
    }
    office.deliver(name + "-2020.csv", lines.toArray(String[]::new));
  }

  private static void workbook(String name, long... numbers) throws IOException {
    Path file = office.inbox().resolve("2020-" + name);
    try (Workbook workbook = name.endsWith(".xls") ? new HSSFWorkbook() : new XSSFWorkbook();
        OutputStream output = Files.newOutputStream(file)) {
      Sheet sheet = workbook.createSheet();
      AidSheet.row(sheet, 0, List.of(HEADER.split(",")));
      for (int i = 0; i < numbers.length; i++) {
        AidSheet.row(sheet, i + 1, List.of(household("").split(",", -1)));
        AidSheet.formatted(sheet, i + 1, 2, "0").setCellValue((double) numbers[i]);
      }
      workbook.write(output);
    }
  }

  private static String household(String number) {
    return "HT%06d,测试户,%s,香山乡,黄泉村,3,建档立卡户,2015-01-01".formatted(numbers++, number);
  }

  /** A correct number, a different one each time. */
  private static String number() {
    numbers++;
    String first =
        "9905021970%02d%02d%03d"
            .formatted(1 + numbers % 12, 1 + numbers / 12 % 28, 101 + numbers % 89);
    return first + IdNumber.check(first);
  }

  /** A number that ends in 000 and has a correct check digit. */
  private static String rightAndRounded(int which) {
    return IntStream.range(0, 12 * 28)
        .mapToObj(day -> "9905021965%02d%02d100".formatted(1 + day % 12, 1 + day / 12))
        .filter(first -> IdNumber.check(first) == '0')
        .skip(which)
        .map(first -> first + "0")
        .findFirst()
        .orElseThrow();
  }

  private static String wide(String digits) {
    return digits
        .chars()
        .mapToObj(digit -> String.valueOf((char) (digit - '0' + '０')))
        .collect(Collectors.joining());
  }
}
