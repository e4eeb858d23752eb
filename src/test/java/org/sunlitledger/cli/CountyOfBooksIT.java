package org.sunlitledger.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.report.CountyOfBooks;
import org.sunlitledger.report.ForeignDefinitions;
import org.sunlitledger.report.Format;
import org.sunlitledger.report.Reports;
import org.sunlitledger.testing.Office;

/** A database belongs to one county: the definitions of another are refused until adopted. */
class CountyOfBooksIT {
  private static final String FACTS =
      "office: 某办, office_short: 某办, portal_name: 某网, portal_url: 'http://x', address: 某路, "
          + "postcode: '1', phone: '2', email: a@b";

  private final Path folder;

  CountyOfBooksIT(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void anotherCountysDefinitionsAreRefusedUntilAPersonAdoptsThem() throws IOException {
    Path other = definitions("other", period("2000..", "海原县"));
    Path nameless = definitions("nameless", "{effective: 2000.., facts: {" + FACTS + "}}");
    try (Office office = Office.in(folder)) {
      Terminal terminal = new Terminal(office);
      office.deliver("item-2020.csv", "信息编号,信息标题,公开栏目,公开渠道,公开日期", "XX-1,公示,扶贫开发,政府网站,2020-05-01");
      office.night(2020);
      office.deliver("item-2020-2.csv", "信息编号,信息标题,公开栏目,公开渠道,公开日期", "XX-2,公示,扶贫开发,政府网站,2020-05-01");
      List<String> before = state(office);
      assertThat(names(office)).containsExactly("沙坡头区 null");

      for (String[] command :
          List.of(
              new String[] {"nightly", "--year", "2020", "--inbox", office.inbox() + ""},
              new String[] {"year-end", "--year", "2020"},
              new String[] {"report", "--year", "2020", "--out", folder.resolve("r.docx") + ""})) {
        assertThat(run(terminal, other, command)).as(command[0]).isEqualTo(1);
        assertThat(terminal.err()).contains("海原县").contains("沙坡头区").contains("--adopt");
      }
      assertThat(run(terminal, other, "deliveries", "--lang", "zh")).isEqualTo(1);
      assertThat(terminal.err()).contains("属于海原县，而本数据库属于沙坡头区，未作任何改动");
      assertThat(run(terminal, nameless, "figures", "--year", "2020")).isEqualTo(1);
      assertThat(terminal.err())
          .contains(
              "jobs/county.yaml → periods[1]: fact 'county' is missing: add the county's name");
      assertThat(run(terminal, other, nightly(office, "--adopt"))).isEqualTo(2);
      assertThat(run(terminal, other, nightly(office, "--adopt", "--by", " "))).isEqualTo(2);
      assertThat(state(office)).isEqualTo(before);
      assertThat(folder.resolve("r")).doesNotExist();
      assertThat(terminal.run(nightly(office, "--by", "张三"))).isEqualTo(2);

      assertThat(run(terminal, other, nightly(office, "--adopt", "--by", "张三"))).isNotEqualTo(1);
      assertThat(names(office)).containsExactly("沙坡头区 null", "海原县 张三");
      assertThat(run(terminal, other, "audit", "--year", "2020")).isZero();
      assertThat(terminal.out()).containsPattern("张三 +\\S+ +adopt +沙坡头区 → 海原县");
      assertThat(terminal.run("deliveries")).isEqualTo(1);
      assertThat(terminal.err()).contains("those of 沙坡头区, but the database belongs to 海原县");
    }
  }

  @Test
  void noReportCarriesAnotherCountysName() throws IOException {
    Path own = definitions("own", period("..2020", "海原县"), period("2021..", "海原县"));
    // copied from another county, and one period was forgotten
    Path halfCopied = definitions("half", period("..2020", "沙坡头区"), period("2021..", "海原县"));
    Path spaced = definitions("spaced", period("2000..", "'　海 原县'"));
    try (Office office = with(Office.in(folder), own)) {
      office.night(2021);
      try (Office half = with(office, halfCopied);
          Office blanks = with(office, spaced)) {
        assertThatThrownBy(() -> half.night(2020)).hasCauseInstanceOf(ForeignDefinitions.class);
        assertThatThrownBy(() -> half.yearEnd(2020)).hasCauseInstanceOf(ForeignDefinitions.class);
        Reports reports = half.the(Reports.class);
        assertThatThrownBy(() -> reports.fill(reports.of(2020).get(0), 2020, Format.TXT))
            .isInstanceOf(ForeignDefinitions.class)
            .hasMessageContaining("those of 沙坡头区, but the database belongs to 海原县");
        assertThat(half.night(2021).failures()).isEmpty();
        assertThat(blanks.night(2020).failures()).isEmpty();
        assertThat(Files.exists(half.out().resolve("2020/annual-2019.txt"))).isTrue();
      }
    }
  }

  @Test
  void aCountyThatWasRenamedIsAdoptedOnceForAllOfItsYears() throws IOException {
    Path renamed = definitions("renamed", period("..2020", "甲县"), period("2021..", "乙区"));
    try (Office office = with(Office.in(folder), renamed)) {
      assertThat(office.night(2020).failures()).isEmpty();
      assertThatThrownBy(() -> office.night(2021)).hasCauseInstanceOf(ForeignDefinitions.class);
      office.the(CountyOfBooks.class).adopt(2021, "张三");
      office.the(CountyOfBooks.class).adopt(2021, "李四");
      assertThat(office.night(2021).failures()).isEmpty();
      assertThat(office.night(2020).failures()).isEmpty();
      assertThat(names(office)).containsExactly("甲县 null", "甲县,乙区 张三");
    }
  }

  private static Office with(Office office, Path definitions) {
    return office.again(Map.of("sunlit.definitions", definitions.toString()));
  }

  private Path definitions(String name, String... periods) throws IOException {
    Path file = folder.resolve(name).resolve("jobs/county.yaml");
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, "periods: [%s]".formatted(String.join(", ", periods)));
    return folder.resolve(name);
  }

  private static String period(String years, String county) {
    return "{effective: %s, facts: {county: %s, %s}}".formatted(years, county, FACTS);
  }

  private static String[] nightly(Office office, String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("nightly", "--year", "2020", "--inbox", office.inbox() + ""));
    arguments.addAll(List.of("--out", office.out() + ""));
    arguments.addAll(List.of(more));
    return arguments.toArray(String[]::new);
  }

  private static int run(Terminal terminal, Path definitions, String... command) {
    List<String> arguments = new ArrayList<>(List.of(command));
    arguments.addAll(List.of("--definitions", definitions.toString()));
    return terminal.run(arguments.toArray(String[]::new));
  }

  private static List<String> names(Office office) {
    return office
        .sql()
        .sql(
            "select array_to_string(names, ',') || ' ' || coalesce(recorded_by, 'null') from county order by id")
        .query(String.class)
        .list();
  }

  /** What a run that was refused must leave as it was. */
  private static List<String> state(Office office) {
    return office
        .sql()
        .sql(
            """
            select 'runs ' || count(*) from batch_job_execution
            union all select 'deliveries ' || count(*) from delivery
            union all select 'figures ' || count(*) || max(made_at) from figure
            union all select 'counties ' || count(*) from county
            union all select 'audit ' || count(*) from audit_event
            """)
        .query(String.class)
        .list();
  }
}
