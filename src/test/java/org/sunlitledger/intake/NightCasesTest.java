package org.sunlitledger.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.job.Outcome;
import org.sunlitledger.testing.Office;

/**
 * Small files from offices, all in one night. Each test checks one kind. The tests of each kind
 * contain further cases.
 */
class NightCasesTest {
  private static final Path CASES = Path.of("src/test/resources/cases/night");

  private static Office office;
  private static Outcome night;
  private static List<String> findings;

  @BeforeAll
  static void oneNight(@TempDir Path folder) throws IOException {
    office = Office.in(folder);
    try (Stream<Path> files = Files.walk(CASES)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        office.deliver(String.valueOf(file.getFileName()), Files.readAllBytes(file));
      }
    }
    night = office.night(2020);
    findings = office.findings();
  }

  @AfterAll
  static void close() {
    office.close();
  }

  private static List<String> found(String file) {
    return findings.stream()
        .filter(found -> found.startsWith(file))
        .map(found -> found.substring(file.length() + 1))
        .toList();
  }

  /** Records with a receipt number of a series, as {@code number township yuan}. */
  private static List<String> records(String series) {
    return office
        .sql()
        .sql(
            """
            select concat_ws(' ', right(receipt_no, 3), c.title, amount / 100.0::float8)
            from live_aid
            join code c on c.list = 'township' and c.code = township
            where receipt_no like 'SJ-' || :series || '-%'
            order by receipt_no
            """)
        .param("series", series)
        .query(String.class)
        .list();
  }

  private static String expected(String rule) {
    return office
        .sql()
        .sql("select expected from finding where rule = :rule")
        .param("rule", rule)
        .query(String.class)
        .single();
  }

  @Test
  void case01EachLineHasTheTownshipOfItsMergedCell() {
    assertThat(found("merged-aid-2020.xlsx")).isEmpty();
    assertThat(records("01"))
        .containsExactly(
            "001 香山乡 1000",
            "002 香山乡 1000",
            "003 香山乡 1000",
            "004 兴仁镇 2000",
            "005 兴仁镇 2000",
            "006 兴仁镇 2000");
  }

  @Test
  void case03TheAmountThatAReaderSees() {
    assertThat(found("scaled-aid-2020.xlsx")).isEmpty();
    assertThat(found("scaled4-aid-2020.xlsx")).isEmpty();
    assertThat(found("literal-aid-2020.xlsx")).isEmpty();
    assertThat(records("03"))
        .containsExactly(
            "001 香山乡 1234500",
            "002 香山乡 1234500",
            "011 香山乡 1234500",
            "012 香山乡 1234500",
            "021 香山乡 125000",
            "022 香山乡 125000");
  }

  @Test
  void case04NumberedNamesMakeNoCorrections() {
    assertThat(records("04")).containsExactly("001 香山乡 1000", "002 兴仁镇 2000", "003 永康镇 3000");
  }

  @Test
  void case06ASheetThatGoesOnIsReadOn() {
    assertThat(records("33"))
        .containsExactly("001 香山乡 1000", "002 香山乡 1000", "003 香山乡 50000", "004 香山乡 60000");
    assertThat(findings).contains("continued-aid-2020.xlsx#Sheet2:0 file-sheet-continued =Sheet2");
  }

  @Test
  void case08TwoYearsInANameAreAskedAbout() {
    assertThat(findings)
        .contains(
            "2020年项目台账（2021年1月报送）.csv:0 file-year =2020、2021",
            "2020年花名册-2021年初更新.csv:0 file-year =2020、2021");
    assertThat(office.open())
        .contains("2020年项目台账（2021年1月报送）.csv: FILE 1", "2020年花名册-2021年初更新.csv: FILE 1");
  }

  @Test
  void case09TabsSeparate() {
    assertThat(records("06")).containsExactly("011 香山乡 1000");
  }

  @Test
  void case10ColumnsAreAsTheHeaderAboveThemSays() {
    assertThat(found("blocks-project-2020.xlsx")).isEmpty();
    assertThat(found("below-aid-2020.xlsx")).isEmpty();
    assertThat(found("paid-payment-2020.csv")).isEmpty();
    assertThat(
            office
                .sql()
                .sql(
                    """
                    select concat_ws(' ', project_code, central, province)
                    from live_project
                    where project_code like 'XM-24-%'
                    order by 1
                    """)
                .query(String.class)
                .list())
        .containsExactly("XM-24-1 100000", "XM-24-3 500000");
    assertThat(records("24"))
        .containsExactly("001 香山乡 1000", "002 香山乡 1000", "003 香山乡 3000", "004 香山乡 3000");
    assertThat(
            office
                .sql()
                .sql("select distinct donor from live_aid where receipt_no like 'SJ-24-%'")
                .query(String.class)
                .list())
        .containsExactly("甲公司");
  }

  @Test
  void case14PhoneticGuidesAreLeftOut() {
    assertThat(found("inlinephonetic-aid-2020.xlsx")).containsExactly("3 amount 折合金额=abc");
    assertThat(
            office
                .sql()
                .sql("select donor || ' ' || village from live_aid where receipt_no = 'SJ-15-011'")
                .query(String.class)
                .single())
        .isEqualTo("乙公司 黄泉村");
  }

  @Test
  void case16And28HiddenRowsCountAndAreNamed() {
    assertThat(found("filtered-aid-2020.xlsx")).containsExactly("1 file-rows-hidden =3、5");
    assertThat(records("02")).hasSize(5);
    assertThat(found("subtotal-aid-2020.xlsx")).containsExactly("7 file-total 折合金额=3000.00 元");
    assertThat(expected("file-total")).contains("5000.00 元").contains("隐藏的行：3、5");
    assertThat(records("38")).isEmpty();
  }

  @Test
  void case17KindsOfFilesAreKnownByTheirContent() {
    assertThat(found("html-aid-2020.xls")).containsExactly("0 file-type =HTML (.htm, .mht)");
    assertThat(records("05"))
        .containsExactly("001 香山乡 1000", "002 香山乡 1234.5", "011 香山乡 1000", "012 香山乡 1000");
    assertThat(night.entries())
        .filteredOn(entry -> entry.shown().equals("wps-aid-2020.et"))
        .singleElement()
        .satisfies(
            entry ->
                assertThat(entry.imports())
                    .singleElement()
                    .matches(
                        twin -> twin.isOfOtherFile() && twin.name().equals("old-aid-2020.xls")));
  }

  @Test
  void case18FootersAreNoRecords() {
    assertThat(findings).noneMatch(found -> found.startsWith("foot"));
    assertThat(records("25")).hasSize(20);
  }

  @Test
  void case19ADashIsNoValueWhereNoneIsAskedFor() {
    assertThat(found("dash-project-2020.csv"))
        .containsExactly("2 project-name-twice 项目名称=甲项目", "4 project-name-twice 项目名称=丙项目");
    assertThat(
            office
                .sql()
                .sql(
                    """
                    select concat_ws(' ', project_code, planned, central, province, city, county)
                    from live_project
                    where project_code like 'XM-26-%'
                    order by 1
                    """)
                .query(String.class)
                .list())
        .containsExactly(
            "XM-26-1 100000 100000", "XM-26-2 100000 100000", "XM-26-3 100000 100000 0");
  }

  @Test
  void case20SignsThatAreNotSeenAreLeftOut() {
    assertThat(records("10"))
        .containsExactly(
            "001 香山乡 1234.5",
            "002 香山乡 1234",
            "004 香山乡 50000",
            "005 香山乡 5000",
            "013 香山乡 1000",
            "014 香山乡 1000",
            "015 香山乡 1000",
            "016 香山乡 1000",
            "017 香山乡 1000",
            "018 香山乡 1234",
            "022 香山乡 1234.5",
            "024 香山乡 1000",
            "025 香山乡 1000",
            "027 香山乡 1234.5");
    assertThat(found("numbers-aid-2020.csv"))
        .containsExactly(
            "4 amount 折合金额=1.2E+7",
            "7 reversal-ambiguous 折合金额=-500",
            "8 reversal-ambiguous 折合金额=-500",
            "9 required 折合金额=-",
            "10 required 折合金额=—",
            "11 required 折合金额=/",
            "12 required 折合金额=无",
            "13 amount 折合金额='1000",
            "20 required 折合金额=-",
            "21 amount 折合金额=壹仟元整",
            "22 amount 折合金额=1 234.50",
            "24 amount-separators 折合金额=1,23",
            "27 amount 折合金额=约1000");
  }

  @Test
  void case21DateCellsOfTheStandardAreRead() {
    assertThat(found("isodate-aid-2020.xlsx")).isEmpty();
    assertThat(
            office
                .sql()
                .sql("select received_on::text from live_aid where receipt_no like 'SJ-17-%'")
                .query(String.class)
                .list())
        .containsExactly("2020-03-05", "2020-03-05", "2020-03-05");
  }

  @Test
  void case23TitlesWithMarksAndHintsAreFound() {
    assertThat(found("t1-aid-2020.csv")).isEmpty();
    assertThat(found("t2-aid-2020.csv")).isEmpty();
    assertThat(records("31")).containsExactly("001 香山乡 1000", "002 香山乡 1000");
  }

  @Test
  void case25RoundedNumbersHaveAllLostTheirDigits() {
    assertThat(found("rounded-household-2020.csv"))
        .isEqualTo(
            IntStream.rangeClosed(2, 34)
                .mapToObj(line -> line + " digits-lost 户主身份证号=990502************")
                .toList());
  }

  @Test
  void whatWasRejectedIsOpen() {
    assertThat(night.isClean()).isFalse();
    assertThat(office.open())
        .containsExactlyInAnyOrder(
            "2020年花名册-2021年初更新.csv: FILE 1",
            "2020年项目台账（2021年1月报送）.csv: FILE 1",
            "html-aid-2020.xls: FILE 1",
            "inlinephonetic-aid-2020.xlsx: LINE 1",
            "numbers-aid-2020.csv: LINE 13",
            "rounded-household-2020.csv: LINE 33",
            "subtotal-aid-2020.xlsx: FILE 1");
  }
}
