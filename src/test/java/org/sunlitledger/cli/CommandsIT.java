package org.sunlitledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.database.RunLock;
import org.sunlitledger.testing.Office;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Exit statuses and output of the commands, on a small county. */
class CommandsIT {
  private static Office office;
  private static Path folder;
  private static Terminal terminal;

  @BeforeAll
  static void open(@TempDir Path temporary) throws IOException {
    folder = temporary;
    office = Office.in(temporary).deliverAll(Path.of("src/test/resources/small-county/2020"));
    office.night(2020);
    terminal = new Terminal(office);
    office.deliver("payment-bad-2020.csv", "支付凭证号,项目编号,支付日期,收款单位,资金来源,支付金额", "PZ9,=1+1,x,甲,中央,1");
  }

  @AfterAll
  static void close() {
    office.close();
  }

  @Test
  void wrongUseEndsWithTwo() {
    assertThat(terminal.run("nightly", "--inbox", "no-such-folder")).isEqualTo(2);
    assertThat(terminal.err()).contains("no such folder: no-such-folder");
    assertThat(terminal.run("nightly", "--frobnicate")).isEqualTo(2);
    assertThat(terminal.run("explain", "--year", "2020", "F99")).isEqualTo(2);
    assertThat(terminal.err()).contains("no figure F99");
    assertThat(terminal.run("explain", "--year", "2020", "F11", "--by", "colour")).isEqualTo(2);
    assertThat(terminal.run("report", "--report", "none", "--year", "2020")).isEqualTo(2);
    assertThat(terminal.err()).contains("annual-2019");
  }

  @Test
  void aSecondRunEndsWithOneAndSaysWhoRuns() {
    RunLock.Held held =
        (RunLock.Held) office.the(RunLock.class).tryAcquire("nightly 2020: somebody, pid 7");
    try {
      assertThat(terminal.run("nightly", "--year", "2020", "--inbox", office.inbox().toString()))
          .isEqualTo(1);
      assertThat(terminal.err()).contains("a run is under way: nightly 2020: somebody, pid 7");
    } finally {
      held.close();
    }
  }

  @Test
  void aDatabaseThatDoesNotAnswerIsToldInASentence() {
    Terminal elsewhere =
        new Terminal(office, Map.of("SPRING_DATASOURCE_URL", "jdbc:postgresql://127.0.0.1:1/none"));
    assertThat(elsewhere.run("deliveries")).isEqualTo(1);
    assertThat(elsewhere.err())
        .startsWith("sunlit: the database does not answer or was stopped (")
        .hasLineCount(1);
  }

  @Test
  void refusedLinesEndWithThreeAndAreListedForExcel() throws IOException {
    assertThat(night()).isEqualTo(3);
    assertThat(terminal.out()).contains("1 read, 0 accepted, 1 rejected").doesNotContain("null");
    assertThat(terminal.out())
        .contains(office.out().resolve("2020/annual-2019.docx").toString())
        .contains(office.out().resolve("2020/annual-2019.txt").toString());
    assertThat(night()).as("until it is corrected or set aside").isEqualTo(3);
    assertThat(terminal.out())
        .contains("imported before, on ", "payment-bad-2020.csv: 1 line rejected");

    Path csv = folder.resolve("rejects.csv");
    assertThat(terminal.run("rejects", "--out", csv.toString(), "--lang", "zh")).isZero();
    List<String> lines = Files.readAllLines(csv);
    assertThat(lines.get(0)).startsWith("\ufeff批次,文件,行号,列,发现的值,应为,规则,级别,等待对应记录,说明");
    assertThat(String.join("\n", lines))
        .contains("'=1+1")
        .doesNotContain(",=1+1")
        .contains("payment-bad-2020.csv,2,支付日期,x,")
        .contains(",date,error,否,");

    String number = openNumber();
    assertThat(terminal.run("set-aside", number, "--by", "王芳")).as("without a reason").isEqualTo(2);
    assertThat(terminal.run("set-aside", "x", "--why", "试", "--by", "王芳")).isEqualTo(2);
    assertThat(terminal.run("set-aside", "999", "--why", "试", "--by", "王芳")).isEqualTo(3);
    assertThat(terminal.err()).contains("there is no open item 999");
    assertThat(terminal.run("set-aside", "1-999", "--why", "试填的一行", "--by", "王芳")).isZero();
    assertThat(terminal.out()).contains("item " + number + " is set aside: payment-bad-2020.csv:2");
    assertThat(terminal.run("deliveries")).isZero();
    assertThat(terminal.out()).contains(number + " 王芳: 试填的一行");
    assertThat(night()).as("nothing is open any more").isZero();
    assertThat(terminal.out()).contains("set aside by 王芳, 试填的一行 (not approved yet)");
    assertThat(terminal.run("approve", number, "--by", "王芳")).isEqualTo(3);
    assertThat(terminal.run("approve", number, "--by", "李四")).isZero();
    assertThat(terminal.run("audit", "--year", "2020")).isZero();
    assertThat(terminal.out()).contains("set-aside", "approve", "试填的一行");
    assertThat(terminal.run("set-aside", number, "--undo", "--by", "王芳")).isZero();
    assertThat(night()).isEqualTo(3);
  }

  private String openNumber() {
    terminal.run("rejects", "--json");
    for (JsonNode finding : JsonMapper.builder().build().readTree(terminal.out())) {
      if (finding.get("file").asString().equals("payment-bad-2020.csv")) {
        return finding.get("open").asString();
      }
    }
    throw new AssertionError("not open");
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
      String[] arguments = new String[list.size() + 1];
      list.toArray(arguments);
      arguments[list.size()] = "--json";
      assertThat(terminal.run(arguments)).as(list.toString()).isZero();
      JsonNode json = JsonMapper.builder().build().readTree(terminal.out());
      assertThat(json.isArray()).as(list.toString()).isTrue();
    }
  }

  @Test
  void anExplanationNamesFileAndLineAndAddsUp() {
    assertThat(terminal.run("explain", "--year", "2020", "F11", "--records", "--format", "csv"))
        .isZero();
    List<String> lines = terminal.out().lines().toList();
    assertThat(lines).hasSize(5);
    assertThat(lines.get(1)).contains("payment-2020.csv,2,2020,").contains("30000001");
    long sum =
        lines.stream().skip(1).mapToLong(line -> Long.parseLong(line.split(",", -1)[9])).sum();
    assertThat(sum).isEqualTo(105_000_051L);
  }

  @Test
  void anExplanationBeginsWithTheFilesAndWritesAmountsAsPeopleDo() {
    assertThat(terminal.run("explain", "--year", "2020", "F11", "--lang", "en")).isZero();
    assertThat(terminal.out())
        .contains("F11 产业发展项目投入资金：105.0001万元")
        .containsPattern("F11 +[0-9]+ +Project payments +payment-2020.csv +2 +5 +4 +1,050,000.51元");
    assertThat(terminal.run("explain", "--year", "2020", "F18", "--lang", "en")).isZero();
    assertThat(terminal.out()).contains("114.29% (exactly 80,000.00元 ÷ 70,000.00元)");
    assertThat(terminal.run("explain", "--year", "2020", "F12", "--lang", "en")).isZero();
    assertThat(terminal.out())
        .containsPattern("F12 +[0-9]+ +Project payments +payment-2020.csv +2 +5 +4\n");
  }

  @Test
  void theReportIsFilledOnItsOwn() {
    Path report = folder.resolve("again/report.html");
    assertThat(terminal.run("report", "--year", "2020", "--format", "html", "--out", report + ""))
        .isZero();
    assertThat(report).content().contains("乙大棚、甲养殖园等3个产业发展项目");
  }

  private int night() {
    return terminal.run(
        "nightly", "--year", "2020", "--inbox", office.inbox() + "", "--out", office.out() + "");
  }
}
