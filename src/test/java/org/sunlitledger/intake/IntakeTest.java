package org.sunlitledger.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.intake.file.DeliveryName;
import org.sunlitledger.job.Outcome;
import org.sunlitledger.testing.Office;

/** Files as offices hand them in, one peculiarity at a time. */
class IntakeTest {
  private static final String HEADER = "收据编号,帮扶类别,提供单位,形式,到位日期,折合金额";
  private static final String LINE = "SJ-1,帮扶资金,甲单位,现金,2020-01-10,10000";

  private final Office office;

  IntakeTest(@TempDir Path folder) {
    office = Office.in(folder);
  }

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void encodingsLineEndsUnitsAndAliases() throws IOException {
    office
        .deliver(
            "a-2020.csv",
            ("\ufeff" + HEADER + "\r\n" + LINE + "\r\n").getBytes(StandardCharsets.UTF_8))
        .deliver(
            "b-2020.csv",
            (HEADER + "\n" + LINE.replace("SJ-1", "SJ-2")).getBytes(Charset.forName("GB18030")))
        .deliver(
            "c-2020.csv",
            "提供单位,折合金额（万元）, 收据编号 ,备注,形式,帮扶类别,到位日期",
            "\"甲,\n乙\",\"1,000.000001\",ＳＪ－３,无,现金,帮扶资金,２０２０年１月３日")
        .deliver(
            "d-2020.csv", HEADER.replace("折合金额", "折合金额(元)"), "", LINE.replace("1,", "4,"), ",,,,,");
    Outcome night = office.night(2020);
    assertThat(office.findings()).containsExactly("c-2020.csv:1 file-column-unknown 备注=备注");
    assertThat(night.accepted()).isEqualTo(4);
    assertThat(
            office
                .sql()
                .sql(
                    "select receipt_no || ' ' || line || ' ' || amount from aid order by receipt_no")
                .query(String.class)
                .list())
        .containsExactly("SJ-1 2 1000000", "SJ-2 2 1000000", "SJ-3 2 1000000001", "SJ-4 3 1000000");
  }

  @Test
  void aMarkOfTheEncodingBeforeAQuotedTitle() {
    office.deliver("a-2020.csv", "\ufeff\"收据编号\"," + HEADER.substring(5), LINE).night(2020);
    assertThat(office.findings()).isEmpty();
    assertThat(vouchers()).containsExactly("SJ-1");
  }

  @Test
  void aQuoteThatSwallowsALineRefusesTheFile() {
    office
        .deliver(
            "a-2020.csv",
            HEADER,
            LINE,
            LINE.replace("SJ-1", "SJ-2").replace("甲单位", "\"甲单位"),
            LINE.replace("SJ-1", "SJ-3").replace("甲单位", "甲单位\""),
            LINE.replace("SJ-1", "SJ-4"))
        .night(2020);
    assertThat(office.findings()).containsExactly("a-2020.csv:3 file-broken-quote =\"");
    assertThat(vouchers()).isEmpty();
  }

  @Test
  void aCorrectionOfTheSameNightStandsForItsOriginalWhateverComesFirstByPath() {
    office
        .deliver("甲-2020-v2.csv", HEADER, LINE.replace("10000", "2"))
        .deliver("甲-2020-v10.csv", HEADER, LINE.replace("10000", "10"))
        .deliver("甲-2020.csv", HEADER, LINE.replace("10000", "1"))
        .deliver("乙-2020 (2).csv", HEADER, LINE.replace("SJ-1", "B-2"))
        .deliver("乙-2020.csv", HEADER, LINE.replace("SJ-1", "B-1"))
        .night(2020);
    assertThat(vouchers()).containsExactly("B-1", "B-2", "SJ-1");
    assertThat(office.sql().sql("select sum(amount) from live_aid").query(Long.class).single())
        .isEqualTo(2_001_000);
  }

  @Test
  void aTextIsReadUnderAnyEndingAndIsTheSameUnderAnotherOne() throws IOException {
    office.deliver("a-2020.txt", HEADER, LINE);
    assertThat(office.night(2020).accepted()).isEqualTo(1);
    assertThat(office.findings()).isEmpty();
    Files.move(office.inbox().resolve("a-2020.txt"), office.inbox().resolve("a-2020.csv"));
    assertThat(office.night(2020).known()).isEqualTo(1);
  }

  @Test
  void aNumberWhoseLastDigitsASpreadsheetLostIsRefusedAndSaysSo() {
    office
        .deliver(
            "household-2020.csv",
            "户编号,户主姓名,户主身份证号,乡镇,行政村,家庭人口,户类型",
            "HH000001,王建国,9.90502E+17,香山乡,米粮川村,4,建档立卡户",
            "1.00001E+12,王建国,990502193001010001,香山乡,米粮川村,4,建档立卡户")
        .night(2020);
    assertThat(office.findings())
        .containsExactly(
            "household-2020.csv:2 digits-lost 户主身份证号=9.9********",
            "household-2020.csv:3 digits-lost 户编号=1.00001E+12");
  }

  @Test
  void idNumbersAreHiddenWhereverTheyStand() {
    String person = "HH000001,王建国,990502193001010007,香山乡,米粮川村,4,建档立卡户";
    office
        .deliver(
            "shifted-2020.csv",
            "户编号,户主姓名,户主身份证号,乡镇,行政村,家庭人口,户类型",
            person.replace("HH000001,", "HH000001,,"))
        .deliver("bare-2020.csv", person)
        .deliver("other-2020.csv", person.replace(',', ';'))
        .night(2020);
    assertThat(office.findings()).hasSizeGreaterThan(3).noneMatch(told -> told.contains("1930"));
    assertThat(office.sql().sql("select cells::text from reject").query(String.class).single())
        .contains("990502****", "香山乡")
        .doesNotContain("1930");
  }

  private List<String> vouchers() {
    return office
        .sql()
        .sql("select receipt_no from live_aid order by receipt_no")
        .query(String.class)
        .list();
  }

  @Test
  void linesAreCountedAsInAnEditor() {
    office.deliver(
        "aid-2020.csv",
        HEADER,
        "SJ-1,帮扶资金,\"甲\n单\n位\",现金,2020-01-10,10000",
        "",
        "SJ-2,帮扶资金,甲单位,现金,2020-01-10,多少");
    office.night(2020);
    assertThat(office.findings()).containsExactly("aid-2020.csv:6 amount 折合金额=多少");
  }

  @Test
  void aFileStillBeingWrittenIsLeftForTheNextNight() throws IOException {
    office.deliver("aid-2020.csv.part", HEADER, LINE);
    Outcome first = office.night(2020);
    assertThat(first.deliveries()).isZero();
    assertThat(first.unfinished()).singleElement().asString().endsWith("aid-2020.csv.part");
    Files.move(office.inbox().resolve("aid-2020.csv.part"), office.inbox().resolve("aid-2020.csv"));
    assertThat(office.night(2020).accepted()).isEqualTo(1);
  }

  @Test
  void aFileThatGrowsWhileWeLookIsLeftForTheNextNight(@TempDir Path other)
      throws IOException, InterruptedException {
    try (Office patient = Office.in(other, Map.of("sunlit.intake.quiet-period", "1500ms"))) {
      patient.deliver("aid-2020.csv", HEADER, LINE);
      Path file = patient.inbox().resolve("aid-2020.csv");
      Thread writer =
          new Thread(
              () -> {
                try {
                  for (int i = 2; i < 100; i++) {
                    Thread.sleep(50);
                    Files.writeString(
                        file,
                        LINE.replace("SJ-1", "SJ-" + i) + "\n",
                        java.nio.file.StandardOpenOption.APPEND);
                  }
                } catch (IOException | InterruptedException stop) {
                  throw new IllegalStateException(stop);
                }
              });
      writer.start();
      assertThat(patient.night(2020).unfinished()).hasSize(1);
      writer.join();
      Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(60)));
      assertThat(patient.night(2020).accepted()).isEqualTo(99);
    }
  }

  @Test
  void aFileThatIsGoneBeforeItWasReadIsTakenInWhenItIsBack() throws IOException {
    office.deliver("aid-2020.csv", HEADER, LINE);
    office.scan(2020);
    byte[] bytes = Files.readAllBytes(office.inbox().resolve("aid-2020.csv"));
    Files.delete(office.inbox().resolve("aid-2020.csv"));
    assertThat(office.night(2020).deliveries()).isZero();
    assertThat(count("delivery")).isZero();
    assertThat(office.deliver("aid-2020.csv", bytes).night(2020).accepted()).isEqualTo(1);
  }

  @Test
  void aFileThatChangedBeforeItWasReadIsTakenInAsItIsNow() throws IOException {
    office.deliver("aid-2020.csv", HEADER, LINE);
    office.scan(2020);
    office.deliver("aid-2020.csv", HEADER, LINE, LINE.replace("SJ-1", "SJ-2"));
    office.night(2020);
    office.night(2020);
    assertThat(count("aid")).isEqualTo(2);
    assertThat(office.sql().sql("select status from delivery").query(String.class).list())
        .containsExactly("live");
  }

  @Test
  void aQuoteThatNeverClosesRefusesTheWholeFileAndLeavesNothing() {
    String[] lines = new String[6_001];
    lines[0] = HEADER;
    for (int i = 1; i < lines.length; i++) {
      lines[i] = LINE.replace("SJ-1", "SJ-" + i);
    }
    lines[6_000] = "SJ-6000,帮扶资金,\"甲单位,现金,2020-01-10,10000";
    office.deliver("aid-2020.csv", lines).night(2020);
    assertThat(office.findings()).containsExactly("aid-2020.csv:6001 file-broken-quote =\"");
    assertThat(count("aid")).isZero();
  }

  @Test
  void aChunkThatCannotBeWrittenRejectsItsFileAndLeavesNoRow() {
    office.deliver("aid-2020.csv", HEADER, LINE, LINE.replace("SJ-1", "SJ-2"));
    office
        .sql()
        .sql("alter table aid add constraint planted check (receipt_no <> 'SJ-2')")
        .update();
    office.deliver("other-2020.csv", HEADER, LINE.replace("SJ-1", "SJ-3"));
    Outcome night = office.night(2020);
    assertThat(night.isDone()).isTrue();
    assertThat(night.accepted()).as("the other file").isEqualTo(1);
    assertThat(count("aid")).isEqualTo(1);
    assertThat(office.open()).containsExactly("aid-2020.csv: FILE 1");
    office.sql().sql("alter table aid drop constraint planted").update();
  }

  @Test
  void namesOfPeopleAndTheirNumbersAreNotKept() {
    office.deliver(
        "cadre-pairing-2020.csv",
        "帮扶干部姓名,帮扶干部身份证号,所在单位,户编号,乡镇",
        "王建国,99050219600101001" + "3,某局,HH0001,兴仁镇",
        "王建国,990502196001010019,某局,HH0001,兴仁镇");
    office.night(2020);
    String kept =
        office
            .sql()
            .sql(
                "select (select string_agg(p::text, '') from cadre_pairing p) || ' ' ||"
                    + " (select string_agg(r::text, '') from reject r) || ' ' ||"
                    + " (select string_agg(f::text, '') from finding f)")
            .query(String.class)
            .single();
    assertThat(kept).contains("王**", "990502************").doesNotContain("建国", "19600101");
  }

  @Test
  void aFolderInTheInboxIsAnOffice() {
    office.deliver("兴仁镇/aid-2020.csv", HEADER, LINE);
    office.deliver("香山乡/aid-2020.csv", HEADER, LINE.replace("SJ-1", "SJ-2"));
    assertThat(office.night(2020).accepted()).isEqualTo(2);
    assertThat(
            office.sql().sql("select office from delivery order by id").query(String.class).list())
        .isEqualTo(List.of("兴仁镇", "香山乡"));
  }

  @Test
  void theYearIsThatOfTheNameElseOfTheRun() {
    assertThat(years("补贴2019年.csv", 2020)).containsExactly(2019);
    assertThat(years("补贴.csv", 2020)).containsExactly(2020);
    assertThat(years("2019年秋季学期雨露2020.csv", 2021)).containsExactly(2020);
    assertThat(years("20200305.csv", 2020)).containsExactly(2020);
  }

  private static List<Integer> years(String file, int run) {
    return DeliveryName.of(Path.of("in"), Path.of("in").resolve(file)).years().candidates(run);
  }

  private long count(String table) {
    return office.sql().sql("select count(*) from " + table).query(Long.class).single();
  }
}
