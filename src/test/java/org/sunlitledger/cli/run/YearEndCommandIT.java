package org.sunlitledger.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.cli.OtherPayees;
import org.sunlitledger.cli.Terminal;
import org.sunlitledger.reconcile.discrepancy.Kinds;
import org.sunlitledger.testing.Office;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The ledgers of the sample year, from the command line. */
class YearEndCommandIT {
  private static final Path YEAR = Path.of("sample-data/2020");
  private static final Path LEDGERS = Path.of("sample-data/2020-year-end");
  private static final Path PLANTED = LEDGERS.resolve("planted");

  private static Office office;
  private static Terminal terminal;

  @BeforeAll
  static void aNightOfTheSampleYear(@TempDir Path folder) {
    office = Office.in(folder).deliverAll(YEAR);
    office.night(2020);
    terminal = new Terminal(office);
  }

  @AfterAll
  static void close() {
    office.close();
  }

  @Test
  void theAgreeingLedgerAgrees() {
    assertThat(yearEnd(terminal, LEDGERS.resolve("agreeing/treasury.csv"))).isZero();
    assertThat(terminal.out())
        .contains(
            "records: 12977, 289,296,050.00 yuan; ledger of the treasury: 426 entries, "
                + "289,296,050.00 yuan")
        .contains("no discrepancies")
        .containsPattern("中央 +164,841,920.00 +0.00 +0.00 +0.00 +164,841,920.00\n")
        .containsPattern("县级 +49,367,708.00 +0.00 +0.00 +0.00 +49,367,708.00\n")
        .containsPattern("自治区 +75,086,422.00 +0.00 +0.00 +0.00 +75,086,422.00\n")
        .containsPattern("all +289,296,050.00 +0.00 +0.00 +0.00 +289,296,050.00\n");
    assertThat(found(terminal, 2020)).isEmpty();
    assertThat(count("matched_entry")).isEqualTo(426);
    assertThat(count("matched_record") + recordsOfBatches()).isEqualTo(12_977);
  }

  @Test
  void inThePlantedLedgerEachPlantIsFoundWithItsLinesAndNothingElse() {
    assertThat(yearEnd(terminal, PLANTED.resolve("treasury.csv"))).isEqualTo(3);
    assertThat(terminal.out())
        .containsPattern(
            "all +289,296,050.00 +2,971,401.00 +567,024.00 +926,609.00 +287,818,282.00\n");
    assertThat(found(terminal, 2020)).containsExactlyInAnyOrderElementsOf(ofTheLedger());
    assertThat(289_296_050L - 2_971_401L + 567_024L + 926_609L).isEqualTo(287_818_282L);
  }

  @Test
  void withWhatIsHandedInLateForOtherYearsEveryKindIsFoundAndNothingElse(@TempDir Path folder) {
    try (Office other = Office.in(folder)) {
      Terminal there = new Terminal(other);
      assertThat(night(there, 2019, YEAR)).isZero();
      assertThat(night(there, 2020, PLANTED.resolve("inbox"))).isZero();
      assertThat(yearEnd(there, PLANTED.resolve("treasury.csv"))).isEqualTo(3);
      assertThat(there.out())
          .containsPattern("carried-over .+ warning +1 +1 +\\(-1 counted\\)\n")
          .containsPattern("cross-footing .+ error +1 +1 +\\(-4 counted\\)\n")
          .containsPattern("cumulative .+ error +1 +1 +36,000.00\n");
      List<String> found = found(there, 2020);
      assertThat(found)
          .containsExactlyInAnyOrderElementsOf(
              Stream.concat(ofTheLedger().stream(), acrossYears(2020).stream()).toList());
      assertThat(found.stream().map(line -> line.split("\t", -1)[0]).distinct())
          .isSubsetOf(other.the(Kinds.class).ids())
          .hasSize(13);

      assertThat(night(there, 2022, PLANTED.resolve("inbox-2022"))).isZero();
      assertThat(there.run("year-end", "--year", "2022", "--out", other.out().toString()))
          .isEqualTo(3);
      assertThat(found(there, 2022)).containsExactlyInAnyOrderElementsOf(acrossYears(2022));

      Map<String, String> changed = new TreeMap<>(other.figures(2020));
      changed.entrySet().removeAll(office.figures(2020).entrySet());
      assertThat(changed).containsExactly(Map.entry("F19", "7.3412亿元"));
    }
  }

  @Test
  void aLedgerThatAgreesIsNotEnoughWhileSomethingIsOpen(@TempDir Path folder) {
    try (Office small = Office.in(folder)) {
      Terminal there = new Terminal(small);
      small
          .deliver(
              "帮扶2020.csv",
              "收据编号,帮扶类别,提供单位,形式,到位日期,折合金额",
              "SJ-1,帮扶资金,甲单位,现金,2020-01-10,10",
              "SJ-2,帮扶资金,甲单位,现金,2020-01-10,约10")
          .night(2020);
      String ledger = "支付凭证号,日期,收款人,支出功能分类科目,资金来源,金额";
      assertThat(yearEnd(there, small.ledger("treasury.csv", ledger))).isEqualTo(3);
      assertThat(there.out())
          .contains("no discrepancies")
          .contains("1  帮扶2020.csv: 1 line rejected");
      assertThat(there.run("set-aside", "1", "--why", "重复", "--by", "王芳")).isZero();
      assertThat(yearEnd(there, small.ledger("treasury.csv", ledger))).isZero();
    }
  }

  @Test
  void aPaymentAndItsReversalAreReadAndTheSumsStay(@TempDir Path folder) throws IOException {
    List<String> lines =
        new ArrayList<>(Files.readAllLines(LEDGERS.resolve("agreeing/treasury.csv")));
    String paid = "ZF800001,2020-06-01,某某公司,工程款,2130505,宁财农指标〔2020〕100号,中央,,CY-001,50000";
    lines.add(paid);
    lines.add(
        paid.replace("06-01", "06-03").replace("工程款", "冲销：账号错误退回").replace(",50000", ",-50000"));
    Path ledger = Files.write(folder.resolve("treasury.csv"), lines);
    assertThat(yearEnd(terminal, ledger)).isEqualTo(3);
    assertThat(terminal.out())
        .contains("428 entries, 289,296,050.00 yuan")
        .containsPattern("all +289,296,050.00 .+ 289,296,050.00\n");
    assertThat(
            office
                .sql()
                .sql(
                    """
                    select amount
                    from live_treasury_entry
                    where voucher = 'ZF800001'
                    order by amount
                    """)
                .query(Long.class)
                .list())
        .containsExactly(-5_000_000L, 5_000_000L);
  }

  @Test
  void anEmbezzlersLedgerWithEveryVoucherAndAmountIsFoundWithTheMoneyThatWentElsewhere(
      @TempDir Path folder) throws IOException {
    Path ledger =
        OtherPayees.write(LEDGERS.resolve("agreeing/treasury.csv"), folder.resolve("ledger.csv"));
    assertThat(yearEnd(terminal, ledger)).isEqualTo(3);
    assertThat(
            found(terminal, 2020).stream()
                .map(line -> line.split("\t", -1))
                .map(c -> c[0] + " " + c[1]))
        .containsExactlyInAnyOrder(
            "payee-differs 1196514",
            "payee-differs 799407",
            "payee-differs 5000",
            "payee-differs 542721",
            "payee-differs 20000",
            "project-differs 1004833",
            "date-differs 627880",
            "date-differs 559395");
    terminal.run("discrepancies", "--year", "2020");
    assertThat(terminal.out())
        .contains("凭证PZ000005，收款人：国库“李*个人账户”，记录“香山乡建设有限公司”")
        .contains("凭证ZF000030，收款人：国库“赵*个人账户”，记录“滨河镇建设有限公司”；记录的凭证号为PZ000039")
        .contains("收款人“孙*个人账户”不在代发机构名单中")
        .contains("项目：国库JC-025，记录CY-002")
        .contains("日期：国库2020-01-03，记录2020-07-05至2020-07-24，相差184天")
        .doesNotContain("李某", "钱某");
    assertThat(terminal.run("year-end", "--year", "2020", "--close", "--by", "张三")).isEqualTo(3);
  }

  @Test
  void whatIsNotThereOrNoLedgerIsRefused() {
    assertThat(terminal.run("year-end", "--year", "2020", "--ledger", "nowhere.csv")).isEqualTo(2);
    assertThat(terminal.run("year-end", "--year", "2020", "--close")).isEqualTo(2);
    assertThat(
            terminal.run(
                "year-end", "--year", "2020", "--ledger", "sample-data/2020/target-2020.csv"))
        .isEqualTo(1);
    assertThat(terminal.err()).contains("is not a treasury_entry that can be used");
    assertThat(terminal.run("year-end", "--year", "2019")).isEqualTo(1);
    assertThat(terminal.err()).contains("there is no ledger of the treasury for year 2019");
  }

  /** What must be found with the planted ledger, as {@link #found} tells it. */
  private static List<String> ofTheLedger() {
    return table("expected.tsv").map(cells -> told(cells[0], cells[1], "yuan", cells[2])).toList();
  }

  /** What must be found besides with what is handed in late. */
  private static List<String> acrossYears(int year) {
    return table("expected-across-years.tsv")
        .filter(cells -> cells[0].equals(String.valueOf(year)))
        .map(cells -> told(cells[1], cells[2], cells[3], cells[4]))
        .toList();
  }

  private static Stream<String[]> table(String file) {
    try {
      return Files.readAllLines(PLANTED.resolve(file)).stream()
          .skip(1)
          .map(line -> line.split("\t", -1));
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  private static String told(String kind, String amount, String unit, String lines) {
    return String.join("\t", kind, amount, unit, lines);
  }

  /** What is listed for a year, each with its lines in the order of the expectations. */
  private static List<String> found(Terminal terminal, int year) {
    assertThat(terminal.run("discrepancies", "--year", String.valueOf(year), "--json")).isZero();
    return JsonMapper.shared()
        .readTree(terminal.out())
        .valueStream()
        .map(YearEndCommandIT::told)
        .toList();
  }

  private static String told(JsonNode item) {
    boolean isCount = item.path("unit").asString().equals("count");
    BigDecimal amount = BigDecimal.valueOf(item.path("amount").asLong(), isCount ? 0 : 2);
    return told(
        item.path("kind").asString(),
        amount.stripTrailingZeros().toPlainString(),
        isCount ? "count" : "yuan",
        item.path("lines")
            .valueStream()
            .map(line -> line.path("file").asString() + ":" + line.path("line").asInt())
            .sorted()
            .collect(Collectors.joining(" ")));
  }

  private static int count(String table) {
    return office.sql().sql("select count(*) from " + table).query(Integer.class).single();
  }

  private static int recordsOfBatches() {
    return office
        .sql()
        .sql("select coalesce(sum(records), 0) from matched_batch")
        .query(Integer.class)
        .single();
  }

  private static int night(Terminal terminal, int year, Path inbox) {
    return terminal.run(
        "nightly",
        "--year",
        String.valueOf(year),
        "--inbox",
        inbox.toString(),
        "--out",
        terminal.office().out().toString());
  }

  private static int yearEnd(Terminal terminal, Path ledger) {
    return terminal.run(
        "year-end",
        "--year",
        "2020",
        "--ledger",
        ledger.toString(),
        "--out",
        terminal.office().out().toString());
  }
}
