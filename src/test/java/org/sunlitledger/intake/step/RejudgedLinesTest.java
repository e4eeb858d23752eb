package org.sunlitledger.intake.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.sunlitledger.intake.delivery.Deliveries;
import org.sunlitledger.intake.delivery.Openings;
import org.sunlitledger.intake.delivery.PendingSupplements;
import org.sunlitledger.intake.file.HiddenNames;
import org.sunlitledger.intake.inbox.InboxEntries;
import org.sunlitledger.intake.record.Batch;
import org.sunlitledger.quantity.digest.KeyedHash;
import org.sunlitledger.quantity.person.IdNumber;
import org.sunlitledger.quantity.text.CreditCode;
import org.sunlitledger.register.Villages;
import org.sunlitledger.testing.Office;

/** Lines are committed ten at a time, and the decision about a number depends on later lines. */
class RejudgedLinesTest {
  private static final int CHUNK = 10;
  private static final String HOUSEHOLDS = "户编号,户主姓名,户主身份证号,乡镇,行政村,家庭人口,户类型,识别日期";
  private static final String PAIRINGS = "帮扶单位,统一社会信用代码,乡镇,行政村,帮扶起始日期";
  private static int numbers;
  private static Office office;
  private static List<String> findings;

  @BeforeAll
  static void oneNight(@TempDir Path folder) throws Exception {
    office = Office.in(folder, Map.of("sunlit.intake.chunk", CHUNK));
    List<String> late = households("LA", 45);
    late.set(3, household("LA0003", right(1)));
    late.set(4, household("LA0004", right(2)).replace("2015-01-01", "2015-02-30"));
    late.set(39, household("LA0039", wrong(3)));
    late.set(41, household("LA0041", right(4)));
    deliver("late", late);
    List<String> all = households("AL", 26);
    for (int i = 1; i <= 25; i++) {
      all.set(i, household("AL%04d".formatted(i), right(i)));
    }
    deliver("all", all);
    List<String> moved = households("MO", 30);
    moved.set(2, household("MO0002", right(5)));
    moved.set(12, "户主身份证号,户编号,户主姓名,乡镇,行政村,家庭人口,户类型,识别日期");
    for (int i = 13; i <= 30; i++) {
      String number = i == 28 ? right(6) : i == 29 ? wrong(7) : number();
      moved.set(i, "%s,MO%04d,测试户,香山乡,黄泉村,3,建档立卡户,2015-01-01".formatted(number, i));
    }
    deliver("moved", moved);
    List<String> broken = households("BR", 30);
    broken.set(2, household("BR0002", right(8)));
    broken.set(25, household("BR0025", wrong(9)));
    broken.add("合计,,,,,1");
    deliver("broken", broken);
    List<String> rare = households("RA", 1100);
    rare.set(7, household("RA0007", right(10)));
    rare.set(1100, household("RA1100", right(11)));
    deliver("rare", rare);
    List<String> codes = new ArrayList<>(List.of(PAIRINGS));
    for (int i = 1; i <= 30; i++) {
      String code = i % 5 == 0 ? code(i == 25) : "91990502MA0100008A";
      codes.add("企事业单位01,%s,香山乡,第%d村,2019-04-01".formatted(code, i));
    }
    office.deliver("codes-unit-village-pairing-2020.csv", codes.toArray(String[]::new));
    cutOff("cut", "CU", 2);
    cutOff("read", "RE", Integer.MAX_VALUE);
    office.night(2020);
    findings = office.findings();
  }

  @AfterAll
  static void close() {
    office.close();
  }

  private static void deliver(String name, List<String> lines) {
    office.deliver(name + "-household-2020.csv", lines.toArray(String[]::new));
  }

  /** A header and lines below it, with correct numbers that do not end in 000. */
  private static List<String> households(String key, int count) {
    List<String> lines = new ArrayList<>(List.of(HOUSEHOLDS));
    IntStream.rangeClosed(1, count)
        .forEach(i -> lines.add(household("%s%04d".formatted(key, i), number())));
    return lines;
  }

  private static String household(String key, String number) {
    return "%s,测试户,%s,香山乡,黄泉村,3,建档立卡户,2015-01-01".formatted(key, number);
  }

  /** A number that nobody else has. */
  private static String number() {
    int day = numbers++;
    String first =
        "990502%d%02d%02d123".formatted(1950 + day / 336, 1 + day / 28 % 12, 1 + day % 28);
    return first + IdNumber.check(first);
  }

  /** A number that ends in 000 and has a correct check digit. */
  private static String right(int which) {
    return IntStream.range(0, 10_000)
        .mapToObj(i -> "990502%d%02d%02d100".formatted(1930 + i / 336, 1 + i / 28 % 12, 1 + i % 28))
        .filter(first -> IdNumber.check(first) == '0')
        .skip(which)
        .findFirst()
        .orElseThrow()
        .concat("0");
  }

  private static String wrong(int day) {
    return right(day).replaceFirst("990502", "990503");
  }

  /** A code of digits that ends in 000. Its check character agrees unless it must be wrong. */
  private static String code(boolean isWrong) {
    String right =
        IntStream.range(0, 1_000_000)
            .mapToObj("91990502%07d0"::formatted)
            .filter(first -> CreditCode.organisationCheck(first.substring(8)) == '0')
            .map(first -> first + "0")
            .filter(first -> CreditCode.check(first) == '0')
            .findFirst()
            .orElseThrow()
            .concat("0");
    return isWrong ? right.replaceFirst("9199", "9198") : right;
  }

  /** A file from which a killed run has committed this many batches. */
  private static void cutOff(String name, String key, int batches) throws Exception {
    List<String> lines = households(key, 40);
    lines.set(3, household(key + "0003", right(12)));
    lines.set(36, household(key + "0036", wrong(13)));
    deliver(name, lines);
    office.scan(2020);
    long id =
        office
            .sql()
            .sql("select id from delivery where name like :name || '%'")
            .param("name", name)
            .query(Long.class)
            .single();
    DeliveryReader reader = reader(id);
    PlatformTransactionManager transactions = office.the(PlatformTransactionManager.class);
    RecordWriter writer =
        new RecordWriter(
            office.the(DataSource.class), transactions, office.the(Deliveries.class), reader, id);
    reader.open(new ExecutionContext());
    @Nullable Batch batch = reader.read();
    for (int i = 0; i < batches && batch != null; i++) {
      Chunk<Batch> chunk = Chunk.of(batch);
      new TransactionTemplate(transactions).executeWithoutResult(status -> writer.write(chunk));
      batch = reader.read();
    }
    reader.close();
  }

  private static DeliveryReader reader(long id) {
    return new DeliveryReader(
        office.the(Deliveries.class),
        office.the(InboxEntries.class),
        office.the(PendingSupplements.class),
        office.the(Openings.class),
        office.the(KeyedHash.class),
        office.the(Villages.class),
        CHUNK,
        office.the(Progress.class),
        office.the(HiddenNames.class),
        id);
  }

  private static List<String> found(String name) {
    return findings.stream()
        .filter(found -> found.startsWith(name + "-"))
        .map(found -> found.replaceFirst("[^:]*:", "").replaceFirst("=.*", ""))
        .toList();
  }

  /** Lines read, records and rejects of a delivery. */
  private static String counts(String name, String table) {
    return office
        .sql()
        .sql(
            """
            select concat_ws(' ', status, lines_read,
              (select count(*) from %s r where r.delivery_id = d.id),
              (select count(*) from reject r where r.delivery_id = d.id))
            from delivery d
            where name like :name || '-%%'
            """
                .formatted(table))
        .param("name", name)
        .query(String.class)
        .single();
  }

  @Test
  void numbersOfLinesThatAreCommittedArePutRightByOneThatIsWrongLater() {
    assertThat(found("late"))
        .containsExactlyInAnyOrder(
            "4 digits-lost 户主身份证号",
            "5 digits-lost 户主身份证号",
            "5 date-calendar 识别日期",
            "40 digits-lost 户主身份证号",
            "42 digits-lost 户主身份证号");
    assertThat(counts("late", "household")).isEqualTo("live 45 41 4");
  }

  @Test
  void linesAreJudgedAgainInBatchesToo() {
    assertThat(found("all")).hasSize(25).allMatch(found -> found.contains("digits-lost"));
    assertThat(counts("all", "household")).isEqualTo("live 26 1 25");
  }

  @Test
  void columnsMayMoveBelowALaterHeader() {
    assertThat(found("moved"))
        .containsExactlyInAnyOrder(
            "3 digits-lost 户主身份证号", "29 digits-lost 户主身份证号", "30 digits-lost 户主身份证号");
    assertThat(counts("moved", "household")).isEqualTo("live 29 26 3");
  }

  @Test
  void nothingIsLeftOfAFileThatIsRefusedAsAWhole() {
    assertThat(found("broken")).singleElement().asString().contains("file-");
    assertThat(counts("broken", "household")).isEqualTo("refused 0 0 0");
  }

  @Test
  void realNumbersAreBelieved() {
    assertThat(found("rare")).isEmpty();
    assertThat(counts("rare", "household")).isEqualTo("live 1100 1100 0");
  }

  @Test
  void codesThatComeAgainAreJudgedByWhatIsKnownByThen() {
    assertThat(found("codes"))
        .containsExactlyInAnyOrder(
            "6 digits-lost 统一社会信用代码",
            "11 digits-lost 统一社会信用代码",
            "16 digits-lost 统一社会信用代码",
            "21 digits-lost 统一社会信用代码",
            "26 digits-lost 统一社会信用代码",
            "31 digits-lost 统一社会信用代码");
    assertThat(counts("codes", "unit_village_pairing")).isEqualTo("live 30 24 6");
  }

  @Test
  void aRunThatWasCutOffIsTakenUpWithWhatItHadCounted() {
    for (String name : List.of("cut", "read")) {
      assertThat(found(name))
          .containsExactlyInAnyOrder("4 digits-lost 户主身份证号", "37 digits-lost 户主身份证号");
      assertThat(counts(name, "household")).isEqualTo("live 40 38 2");
    }
  }
}
