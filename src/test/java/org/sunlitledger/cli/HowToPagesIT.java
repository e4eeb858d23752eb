package org.sunlitledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.testing.HowToPage;
import org.sunlitledger.testing.Office;

/**
 * The how-to pages followed to the letter, one after the other: their own blocks are the files, the
 * delivery and what is printed.
 */
class HowToPagesIT {
  private static final List<String> PAGES =
      List.of("add-a-register", "add-a-rule", "add-a-figure", "add-a-report");

  private final Path folder;

  HowToPagesIT(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void eachPageNamesTheFilesOfItsExample() throws IOException {
    assertThat(HowToPage.named("add-a-register").definitions())
        .containsExactly("jobs/registers/training.yaml");
    assertThat(HowToPage.named("add-a-rule").definitions()).isNotEmpty();
    assertThat(HowToPage.named("add-a-figure").definitions())
        .containsExactly("jobs/figures/training.yaml");
    assertThat(HowToPage.named("add-a-report").definitions())
        .containsExactly(
            "jobs/reports/trainings/report.yaml", "jobs/reports/trainings/template.docx");
    assertThat(HowToPage.named("add-a-matching-strategy").definitions())
        .containsExactly("sql/matching/document.sql");
  }

  @Test
  void aCountysOwnFolderHasARegisterWithARuleFiguresAndAReport() throws IOException {
    Path own = folder.resolve("own");
    for (String page : PAGES) {
      HowToPage.named(page).define(own);
    }
    followed(Map.of("SUNLIT_DEFINITIONS", own.toString()));
  }

  /** The class path has the files beside those of the program, as after a build with them. */
  @Test
  void theProgramItselfHasThemAfterABuild() throws IOException {
    for (String page : PAGES) {
      HowToPage.named(page).define(folder.resolve("built/definitions"));
    }
    Thread thread = Thread.currentThread();
    ClassLoader shipped = thread.getContextClassLoader();
    try (URLClassLoader built =
        new URLClassLoader(new URL[] {folder.resolve("built").toUri().toURL()}, shipped)) {
      thread.setContextClassLoader(built);
      followed(Map.of());
    } finally {
      thread.setContextClassLoader(shipped);
    }
  }

  @Test
  void aStrategyMatchesWhatTheOthersLeave() throws IOException {
    Path own = folder.resolve("own");
    HowToPage.named("add-a-matching-strategy").define(own);
    try (Office office = Office.in(folder)) {
      Terminal terminal = new Terminal(office, Map.of("SUNLIT_DEFINITIONS", own.toString()));
      office
          .deliver(
              "project-2020.csv",
              "项目编号,项目名称,项目类别,乡镇,实施单位,绩效目标,计划总投资,中央资金",
              "CY-1,甲养殖园,产业,兴仁镇,兴仁镇人民政府,增收,1000,1000")
          .deliver(
              "payment-2020.csv",
              "支付凭证号,项目编号,支付日期,收款单位,资金来源,支出功能分类科目,指标文号,支付金额",
              "PZ1,CY-1,2020-03-01,甲公司,中央,2130505,宁财农指标〔2020〕100号,1000");
      assertThat(terminal.run(night(office))).as(terminal.err()).isZero();
      Path ledger =
          office.ledger(
              "treasury-2020.csv",
              "支付凭证号,日期,收款人,支出功能分类科目,资金来源,指标文号,金额",
              "PZ9,2020-06-01,甲公司,2130505,中央,宁财农指标〔2020〕100号,1000");
      assertThat(
              terminal.run(
                  "year-end",
                  "--year",
                  "2020",
                  "--ledger",
                  ledger + "",
                  "--out",
                  office.out() + ""))
          .as(terminal.err())
          .isEqualTo(3);
      assertThat(terminal.out())
          .containsPattern("Same document, payee and amount, on any day +1 +1 +1,000.00");
    }
  }

  private static String[] night(Office office) {
    return new String[] {
      "nightly", "--year", "2020", "--inbox", office.inbox() + "", "--out", office.out() + ""
    };
  }

  private void followed(Map<String, String> environment) throws IOException {
    try (Office office = Office.in(folder)) {
      Terminal terminal = new Terminal(office, environment);
      HowToPage.named("add-a-register").deliver(office);
      assertThat(terminal.run(night(office))).as(terminal.err()).isEqualTo(3);
      assertThat(terminal.out())
          .contains("培训台账2020.csv: imported as training 2020, 5 lines, 0.85万元, 2 lines rejected");
      assertThat(terminal.run("rejects")).isZero();
      assertThat(terminal.out())
          .contains("line 5, 培训金额: \"10000.01\", expected: ")
          .contains("line 6, 培训日期: \"2021-01-05\", expected: ");
      for (String page : PAGES) {
        for (var shown : HowToPage.named(page).commands().entrySet()) {
          assertThat(terminal.run(shown.getKey().split(" ", -1))).as(terminal.err()).isZero();
          assertThat(terminal.out()).as(shown.getKey()).isEqualTo(shown.getValue());
        }
      }
      String report = Files.readString(office.out().resolve("2020/trainings.txt"));
      assertThat(report)
          .contains("草稿\n", "2020年培训情况\n")
          .endsWith(HowToPage.named("add-a-report").block("out/2020/trainings.txt"));
    }
  }
}
