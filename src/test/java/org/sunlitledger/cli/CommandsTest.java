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
import org.sunlitledger.database.RunLock;
import org.sunlitledger.testing.Office;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Exit statuses and output of the commands, on a small county. */
class CommandsTest {
  private static Office office;
  private static Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeAll
  static void open(@TempDir Path temporary) throws IOException {
    folder = temporary;
    office = Office.in(temporary).deliverAll(Path.of("src/test/resources/small-county/2020"));
    office.environment().forEach((name, value) -> System.setProperty(property(name), value));
    office.night(2020);
    office.deliver("payment-bad-2020.csv", "支付凭证号,项目编号,支付日期,收款单位,资金来源,支付金额", "PZ9,=1+1,x,甲,中央,1");
  }

  @AfterAll
  static void close() {
    office.environment().keySet().forEach(name -> System.clearProperty(property(name)));
    office.close();
  }

  @Test
  void wrongUseEndsWithTwo() {
    assertThat(run("nightly", "--inbox", "no-such-folder")).isEqualTo(2);
    assertThat(err.toString()).contains("no such folder: no-such-folder");
    assertThat(run("nightly", "--frobnicate")).isEqualTo(2);
    assertThat(run("explain", "--year", "2020", "F99")).isEqualTo(2);
    assertThat(err.toString()).contains("no figure F99");
    assertThat(run("explain", "--year", "2020", "F11", "--by", "colour")).isEqualTo(2);
    assertThat(run("report", "--report", "none", "--year", "2020")).isEqualTo(2);
    assertThat(err.toString()).contains("annual-2019");
  }

  @Test
  void aSecondRunEndsWithOneAndSaysWhoRuns() {
    RunLock.Held held =
        (RunLock.Held) office.the(RunLock.class).tryAcquire("nightly 2020: somebody, pid 7");
    try {
      assertThat(run("nightly", "--year", "2020", "--inbox", office.inbox().toString()))
          .isEqualTo(1);
      assertThat(err.toString()).contains("a run is under way: nightly 2020: somebody, pid 7");
    } finally {
      held.close();
    }
  }

  @Test
  void aDatabaseThatDoesNotAnswerIsToldInASentence() {
    String url = System.getProperty("spring.datasource.url");
    System.setProperty("spring.datasource.url", "jdbc:postgresql://127.0.0.1:1/none");
    try {
      assertThat(run("deliveries")).isEqualTo(1);
      assertThat(err.toString())
          .startsWith("sunlit: the database does not answer or was stopped (")
          .hasLineCount(1);
    } finally {
      System.setProperty("spring.datasource.url", url);
    }
  }

  @Test
  void refusedLinesEndWithThreeAndAreListedForExcel() throws IOException {
    assertThat(night()).isEqualTo(3);
    assertThat(out.toString()).contains("1 read, 0 accepted, 1 refused").doesNotContain("null");
    assertThat(out.toString())
        .contains(office.out().resolve("2020/annual-2019.docx").toString())
        .contains(office.out().resolve("2020/annual-2019.txt").toString());
    assertThat(night()).isEqualTo(0);

    Path csv = folder.resolve("rejects.csv");
    assertThat(run("rejects", "--out", csv.toString(), "--lang", "zh")).isZero();
    List<String> lines = Files.readAllLines(csv);
    assertThat(lines.get(0)).startsWith("\ufeff批次,文件,行号,列,发现的值,应为,规则,级别,等待对应记录,说明");
    assertThat(String.join("\n", lines))
        .contains("'=1+1")
        .doesNotContain(",=1+1")
        .contains("payment-bad-2020.csv,2,支付日期,x,")
        .contains(",date,error,否,");
  }

  @Test
  void everyListIsJsonForPrograms() {
    for (List<String> list :
        List.of(
            List.of("deliveries"),
            List.of("runs"),
            List.of("rules"),
            List.of("registers"),
            List.of("rejects"),
            List.of("figures", "--year", "2020"),
            List.of("explain", "--year", "2020", "F11", "--by", "township"),
            List.of("explain", "--year", "2020", "F11", "--records"))) {
      out.getBuffer().setLength(0);
      String[] arguments = new String[list.size() + 1];
      list.toArray(arguments);
      arguments[list.size()] = "--json";
      assertThat(run(arguments)).as(list.toString()).isZero();
      JsonNode json = JsonMapper.builder().build().readTree(out.toString());
      assertThat(json.isArray()).as(list.toString()).isTrue();
    }
  }

  @Test
  void anExplanationNamesFileAndLineAndAddsUp() {
    assertThat(run("explain", "--year", "2020", "F11", "--records", "--format", "csv")).isZero();
    List<String> lines = out.toString().lines().toList();
    assertThat(lines).hasSize(5);
    assertThat(lines.get(1)).contains("payment-2020.csv,2,2020,").contains("30000001");
    long sum =
        lines.stream().skip(1).mapToLong(line -> Long.parseLong(line.split(",", -1)[9])).sum();
    assertThat(sum).isEqualTo(105_000_051L);
  }

  @Test
  void anExplanationBeginsWithTheFilesAndWritesAmountsAsPeopleDo() {
    assertThat(run("explain", "--year", "2020", "F11", "--lang", "en")).isZero();
    assertThat(out.toString())
        .contains("F11 产业发展项目投入资金：105.0001万元")
        .containsPattern("F11 +[0-9]+ +payment +payment-2020.csv +2 +5 +4 +1,050,000.51元");
    assertThat(run("explain", "--year", "2020", "F12", "--lang", "en")).isZero();
    assertThat(out.toString()).containsPattern("F12 +[0-9]+ +payment +payment-2020.csv +2 +5 +4\n");
  }

  @Test
  void theReportIsFilledOnItsOwn() {
    Path report = folder.resolve("again/report.html");
    assertThat(run("report", "--year", "2020", "--format", "html", "--out", report + "")).isZero();
    assertThat(report).content().contains("乙大棚、甲养殖园等3个产业发展项目");
  }

  private int night() {
    return run(
        "nightly", "--year", "2020", "--inbox", office.inbox() + "", "--out", office.out() + "");
  }

  private int run(String... arguments) {
    return SunlitLedger.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
  }

  private static String property(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '.');
  }
}
