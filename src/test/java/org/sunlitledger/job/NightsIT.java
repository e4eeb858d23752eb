package org.sunlitledger.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.database.RunLock;
import org.sunlitledger.register.Registers;
import org.sunlitledger.sample.Disguise;
import org.sunlitledger.sample.WorkbookDisguise;
import org.sunlitledger.testing.Office;

/** What happens from one night to the next. */
class NightsIT {
  private static final Path SAMPLE = Path.of("sample-data/2020");
  private static final Path SMALL = Path.of("src/test/resources/small-county/2020");
  private static final String PROJECTS = "项目编号,项目名称,项目类别,乡镇,实施单位,绩效目标,计划总投资,中央资金";
  private static final String PAYMENTS = "支付凭证号,项目编号,支付日期,收款单位,资金来源,支付金额";
  private static final String SUBSIDIES = "发放凭证号,补贴类别,发放日期,乡镇,户编号,姓名,身份证号,资金来源,发放金额";

  private final Path folder;
  private final Office office;

  NightsIT(@TempDir Path folder) {
    this.folder = folder;
    this.office = Office.in(folder);
  }

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void oneMoreProjectWithItsPaymentsShowsInTextAndExplanation() throws IOException {
    office.deliverAll(SMALL).night(2020);
    office
        .deliver("project-more-2020.csv", PROJECTS, "CY-099,新增大棚项目,产业,兴仁镇,兴仁镇人民政府,增收,260000,260000")
        .deliver(
            "payment-more-2020.csv",
            PAYMENTS,
            "PZ-X1,CY-099,2020-10-01,某公司,中央,200000",
            "PZ-X2,CY-099,2020-11-01,某公司,中央,60000")
        .night(2020);
    assertThat(office.figures(2020)).containsEntry("F12", "4").containsEntry("F11", "131.0001万元");
    assertThat(Files.readString(office.out().resolve("2020/annual-2019.txt")))
        .contains("安排131.0001万元用于")
        .contains("等4个产业发展项目");
  }

  @Test
  void aFileThatIsGoneFromTheInboxStaysTakenIn() throws IOException {
    office.deliverAll(SMALL).night(2020);
    Map<String, String> before = office.figures(2020);
    Files.delete(office.inbox().resolve("payment-2020.csv"));
    assertThat(office.night(2020).isClean()).isTrue();
    assertThat(office.figures(2020)).isEqualTo(before);
  }

  @Test
  void aCorrectedFileSupersedesItsPredecessor() {
    office
        .deliver("project-2020.csv", PROJECTS, "CY-1,甲,产业,兴仁镇,某镇,增收,1000,1000")
        .deliver("payment-2020.csv", PAYMENTS, "PZ-1,CY-1,2020-10-01,某公司,中央,900")
        .deliver("subsidy-2020.csv", SUBSIDIES)
        .night(2020);
    assertThat(office.figures(2020)).containsEntry("F11", "0.09万元");
    office.deliver("payment-2020（修正）.csv", PAYMENTS, "PZ-1,CY-1,2020-10-01,某公司,中央,800").night(2020);
    assertThat(office.figures(2020)).containsEntry("F11", "0.08万元");
    assertThat(
            office.sql().sql("select status from delivery order by id").query(String.class).list())
        .containsExactly("superseded", "live", "live", "live");
  }

  @Test
  void aPaymentWaitsForItsProjectAndLosesItAgain() {
    office
        .deliver("payment-2020.csv", PAYMENTS, "PZ-1,CY-1,2020-10-01,某公司,中央,900")
        .deliver("subsidy-2020.csv", SUBSIDIES);
    Outcome first = office.night(2020);
    assertThat(first.refused()).isEqualTo(1);
    assertThat(first.waiting()).isEqualTo(1);
    assertThat(office.figures(2020)).containsEntry("F12", "0");
    office.night(2020);
    assertThat(office.findings())
        .containsExactly("payment-2020.csv:2 payment-project-unknown 项目编号=CY-1");
    assertThat(office.figures(2020)).containsEntry("F12", "0");
    office.deliver("project-2020.csv", PROJECTS, "CY-1,甲,产业,兴仁镇,某镇,增收,1000,1000").night(2020);
    assertThat(office.findings()).isEmpty();
    assertThat(office.figures(2020)).containsEntry("F11", "0.09万元");
    office.deliver("project-2020.csv", PROJECTS).night(2020);
    assertThat(office.findings())
        .containsExactly("payment-2020.csv:2 payment-project-unknown 项目编号=CY-1");
    assertThat(office.figures(2020)).containsEntry("F11", "0万元");
  }

  @Test
  void aBadLineDoesNotKeepOutAGoodOneWithItsKey() {
    office.deliver(
        "project-2020.csv",
        PROJECTS,
        "CY-1,甲,产业,兴仁镇,某镇,增收,1000,999",
        "CY-1,甲,产业,兴仁镇,某镇,增收,1000,1000",
        "CY-1,甲,产业,兴仁镇,某镇,增收,1000,1000");
    office.night(2020);
    assertThat(office.findings())
        .containsExactly(
            "project-2020.csv:2 project-sources-sum 计划总投资=1000",
            "project-2020.csv:4 duplicate-key 项目编号=CY-1");
  }

  @Test
  @Tag("long")
  void theSameYearInDisguiseGivesTheSameFigures() throws IOException {
    Path disguised = folder.resolve("disguised");
    Disguise.write(SAMPLE, disguised, office.the(Registers.class), 7);
    office.deliverAll(disguised);
    Outcome outcome = office.night(2020);
    assertThat(office.findings()).isEmpty();
    assertThat(outcome.isClean()).isTrue();
    Map<String, String> inDisguise = new TreeMap<>(office.figures(2020));
    try (Office other = Office.in(folder.resolve("other")).deliverAll(SAMPLE)) {
      other.night(2020);
      assertThat(inDisguise).isEqualTo(new TreeMap<>(other.figures(2020)));
      for (String ending : new String[] {"docx", "html", "txt"}) {
        assertThat(office.out().resolve("2020/annual-2019." + ending))
            .hasSameBinaryContentAs(other.out().resolve("2020/annual-2019." + ending));
      }
    }
  }

  @Test
  @Tag("long")
  void theSameYearAsWorkbooksGivesTheSameFigures() throws IOException {
    Path workbooks = folder.resolve("workbooks");
    new WorkbookDisguise(office.the(Registers.class)).write(SAMPLE, workbooks);
    office.deliverAll(workbooks);
    Outcome outcome = office.night(2020);
    assertThat(office.findings()).isEmpty();
    assertThat(outcome.read()).isEqualTo(40_504);
    try (Office other = Office.in(folder.resolve("other")).deliverAll(SAMPLE)) {
      other.night(2020);
      assertThat(new TreeMap<>(office.figures(2020))).isEqualTo(new TreeMap<>(other.figures(2020)));
      assertThat(office.out().resolve("2020/annual-2019.docx"))
          .hasSameBinaryContentAs(other.out().resolve("2020/annual-2019.docx"));
    }
  }

  @Test
  void aWorkbookWhoseTotalIsOffByOneFenIsRefused() throws IOException {
    ByteArrayOutputStream workbook = new ByteArrayOutputStream();
    new WorkbookDisguise(office.the(Registers.class))
        .write(SMALL.resolve("payment-2020.csv"), workbook, 1);
    office.deliver("payment-2020.xlsx", workbook.toByteArray()).night(2020);
    assertThat(office.findings())
        .containsExactly("payment-2020.xlsx:12 file-total 支付金额=101079456.52 元");
  }

  @Test
  void aMissingRegisterMakesADraftThatSaysSo() throws IOException {
    office.deliverAll(SMALL);
    Files.delete(office.inbox().resolve("target-2020.csv"));
    office.night(2020);
    assertThat(Files.readString(office.out().resolve("2020/annual-2019.txt")))
        .startsWith("草稿：")
        .contains("F17 扶贫小额贷款年度任务：本年度尚未报送台账：年度任务台账")
        .contains("对照【缺：F17 扶贫小额贷款年度任务】的年度任务完成【缺：F18 年度任务完成率】");
  }

  @Test
  void aSecondRunIsToldWhoRuns() {
    RunLock.Attempt held = office.the(RunLock.class).tryAcquire("nightly 2020: somebody, pid 7");
    assertThat(held).isInstanceOf(RunLock.Held.class);
    assertThat(office.the(RunLock.class).tryAcquire("me"))
        .isInstanceOfSatisfying(
            RunLock.Taken.class,
            taken -> assertThat(taken.who()).isEqualTo("nightly 2020: somebody, pid 7"));
    ((RunLock.Held) held).close();
  }

  @Test
  void aRunWaitsForAnotherThatIsJustLeaving() throws Exception {
    RunLock.Attempt leaving = office.the(RunLock.class).tryAcquire("leaving");
    assertThat(leaving).isInstanceOf(RunLock.Held.class);
    CompletableFuture<Void> left =
        CompletableFuture.runAsync(
            ((RunLock.Held) leaving)::close,
            CompletableFuture.delayedExecutor(500, TimeUnit.MILLISECONDS));
    assertThat(office.the(RunLock.class).tryAcquire("next"))
        .isInstanceOfSatisfying(RunLock.Held.class, RunLock.Held::close);
    left.get();
  }

  @Test
  void filesOfTheOwnInboxAreArchivedAndOthersOnlyRead() throws Exception {
    Path own = folder.resolve("own-inbox");
    Files.createDirectories(own);
    Files.writeString(own.resolve("project-2020.csv"), PROJECTS + "\n");
    office.the(Nightly.class).run(2020, Optional.empty(), office.out());
    assertThat(own.resolve("project-2020.csv")).doesNotExist();
    try (var archived = Files.walk(folder.resolve("var/archive"))) {
      assertThat(archived.map(Path::toString)).anyMatch(name -> name.matches(".*/[0-9]+[.]csv"));
    }
    office.deliver("payment-2020.csv", PAYMENTS).night(2020);
    assertThat(office.inbox().resolve("payment-2020.csv")).exists();
  }
}
