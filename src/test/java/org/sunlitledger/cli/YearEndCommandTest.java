package org.sunlitledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.testing.Office;

/** The ledgers of the sample year, from the command line. */
class YearEndCommandTest {
  private static final Path LEDGERS = Path.of("sample-data/2020-year-end");

  private static Office office;
  private StringWriter out = new StringWriter();
  private StringWriter err = new StringWriter();

  @BeforeAll
  static void aNightOfTheSampleYear(@TempDir Path folder) {
    office = Office.in(folder).deliverAll(Path.of("sample-data/2020"));
    office.environment().forEach((name, value) -> System.setProperty(property(name), value));
    office.night(2020);
  }

  @AfterAll
  static void close() {
    office.environment().keySet().forEach(name -> System.clearProperty(property(name)));
    office.close();
  }

  @Test
  void theAgreeingLedgerAgrees() {
    assertThat(yearEnd("agreeing")).isZero();
    assertThat(out.toString())
        .contains(
            "records: 12977, 289,296,050.00 yuan; ledger of the treasury: 426 entries, "
                + "289,296,050.00 yuan")
        .contains("no discrepancies")
        .containsPattern("中央 +164,841,920.00 +0.00 +0.00 +0.00 +164,841,920.00\n")
        .containsPattern("县级 +49,367,708.00 +0.00 +0.00 +0.00 +49,367,708.00\n")
        .containsPattern("自治区 +75,086,422.00 +0.00 +0.00 +0.00 +75,086,422.00\n")
        .containsPattern("all +289,296,050.00 +0.00 +0.00 +0.00 +289,296,050.00\n");
    assertThat(found()).isEmpty();
    assertThat(count("matched_entry")).isEqualTo(426);
    assertThat(count("matched_record") + count("batch_record")).isEqualTo(12_977);
  }

  @Test
  void inThePlantedLedgerEachPlantIsFoundWithItsLinesAndNothingElse() throws IOException {
    assertThat(yearEnd("planted")).isEqualTo(3);
    List<String> expected = Files.readAllLines(LEDGERS.resolve("planted/expected.tsv"));
    assertThat(found()).containsExactlyInAnyOrderElementsOf(expected.subList(1, expected.size()));
    assertThat(out.toString())
        .containsPattern(
            "all +289,296,050.00 +2,971,401.00 +567,024.00 +926,609.00 +287,818,282.00\n");
    assertThat(289_296_050L - 2_971_401L + 567_024L + 926_609L).isEqualTo(287_818_282L);
  }

  @Test
  void whatIsNotThereOrNoLedgerIsRefused() {
    assertThat(run("year-end", "--year", "2020", "--ledger", "nowhere.csv")).isEqualTo(2);
    assertThat(run("year-end", "--year", "2020", "--close")).isEqualTo(2);
    assertThat(run("year-end", "--year", "2020", "--ledger", "sample-data/2020/target-2020.csv"))
        .isEqualTo(1);
    assertThat(err.toString()).contains("is not a treasury_entry that can be used");
    assertThat(run("year-end", "--year", "2019")).isEqualTo(1);
    assertThat(err.toString()).contains("there is no ledger of the treasury for year 2019");
  }

  /** What was found, as the expectations have it. */
  private static List<String> found() {
    return office
        .sql()
        .sql(
            """
            select d.kind || E'\\t' || trim_scale(d.amount / 100.0) || E'\\t'
              || string_agg(
                regexp_replace(f.name, '.*/', '') || ':' || l.line, ' '
                order by (regexp_replace(f.name, '.*/', '') || ':' || l.line) collate "C"
              )
            from discrepancy d
            join discrepancy_line l on l.discrepancy_id = d.id
            join delivery f on f.id = l.delivery_id
            where d.status <> 'gone'
            group by d.id
            """)
        .query(String.class)
        .list();
  }

  private static int count(String table) {
    return office.sql().sql("select count(*) from " + table).query(Integer.class).single();
  }

  private int yearEnd(String ledger) {
    return run(
        "year-end",
        "--year",
        "2020",
        "--ledger",
        LEDGERS.resolve(ledger).resolve("treasury.csv").toString(),
        "--out",
        office.out().toString());
  }

  private int run(String... arguments) {
    out = new StringWriter();
    err = new StringWriter();
    return SunlitLedger.run(new PrintWriter(out), new PrintWriter(err), arguments);
  }

  private static String property(String variable) {
    return variable.toLowerCase(Locale.ROOT).replace('_', '.');
  }
}
