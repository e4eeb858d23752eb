package org.sunlitledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.decision.Refusal;
import org.sunlitledger.quantity.text.Messages;
import org.sunlitledger.reconcile.PlantedDiscrepancy;
import org.sunlitledger.reconcile.discrepancy.Resolution;
import org.sunlitledger.reconcile.discrepancy.WorkItem;
import org.sunlitledger.testing.Office;
import org.sunlitledger.testing.OtherProcess;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The work list from the command line. */
class WorkListCommandsIT {
  private static Office office;
  private static Terminal terminal;

  @BeforeAll
  static void open(@TempDir Path folder) {
    office = Office.in(folder).deliverAll(Path.of("src/test/resources/small-county/2020"));
    office.night(2020);
    terminal = new Terminal(office);
  }

  @AfterAll
  static void close() {
    office.close();
  }

  @Test
  void aDiscrepancyIsListedResolvedApprovedAndOnTheRecord() {
    long id = PlantedDiscrepancy.plant(office, "paid-twice", "a", "error", -120_050);
    PlantedDiscrepancy.line(office, id, "record", "payment-2020.csv", 2, 120_050);
    assertThat(terminal.run("discrepancies", "--year", "2020", "--kind", "paid-twice")).isZero();
    assertThat(terminal.out())
        .contains(id + "  error  paid-twice Perhaps paid twice  -1,200.50 yuan  中央  ")
        .contains(" days  open\n  支付与记录不符\n  record payment-2020.csv:2  1,200.50 yuan\n");

    assertThat(resolve(id, "explained", "两笔均有合同", "李四")).isZero();
    assertThat(terminal.out())
        .isEqualTo(
            "discrepancy %1$d: explained by 李四: 两笔均有合同; another person approves it with ./sunlit approve %1$d --by NAME\n"
                .formatted(id));
    assertThat(resolve(id, "waived", "再来", "王五")).isEqualTo(3);
    assertThat(terminal.err())
        .startsWith("sunlit: discrepancy %d was resolved by 李四 on 20".formatted(id))
        .contains("(explained: 两笔均有合同)");
    assertThat(terminal.run("approve", String.valueOf(id), "--by", "李四 ")).isEqualTo(3);
    assertThat(terminal.err()).contains("was resolved by 李四: another person must approve it");
    assertThat(terminal.run("approve", String.valueOf(id), "--by", "王五", "--lang", "zh")).isZero();
    assertThat(terminal.out()).contains("王五 已复核；李四 处理为已说明：两笔均有合同");

    assertThat(terminal.run("discrepancies", "--year", "2020", "--kind", "paid-twice")).isZero();
    assertThat(terminal.out()).doesNotContain("payment-2020.csv");
    assertThat(terminal.run("discrepancies", "--year", "2020", "--kind", "paid-twice", "--all"))
        .isZero();
    assertThat(terminal.out()).contains("explained by 李四, 20").contains("approved by 王五, 20");
    assertThat(terminal.run("audit", "--year", "2020")).isZero();
    assertThat(terminal.out())
        .containsPattern(
            "20\\d\\d-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d +李四 +\\S+ +resolve +"
                + id
                + " +explained: 两笔均有合同")
        .containsPattern(":\\d\\d +王五 +\\S+ +approve +" + id + " +explained by 李四: 两笔均有合同");

    String number = String.valueOf(id);
    assertThat(terminal.run("send-back", number, "--why", "合同不全", "--by", "王五")).isZero();
    assertThat(terminal.out()).startsWith("discrepancy %d: open again; resolve it".formatted(id));
    assertThat(terminal.run("send-back", number, "--why", "合同不全", "--by", "王五")).isEqualTo(3);
    assertThat(terminal.run("discrepancies", "--year", "2020", "--kind", "paid-twice")).isZero();
    assertThat(terminal.out()).contains("payment-2020.csv");
  }

  @Test
  void forProgramsAllOfItIsJson() {
    long id = PlantedDiscrepancy.plant(office, "amount-differs", "a", "error", 7);
    PlantedDiscrepancy.line(office, id, "record", "payment-2020.csv", 3, 100);
    PlantedDiscrepancy.line(office, id, "entry", "payment-2020.csv", 4, 107);
    resolve(id, "corrected", "已补记", "李四");
    assertThat(
            terminal.run("discrepancies", "--year", "2020", "--kind", "amount-differs", "--json"))
        .isZero();
    JsonNode item = JsonMapper.shared().readTree(terminal.out()).path(0);
    assertThat(item.path("discrepancy").asLong()).isEqualTo(id);
    assertThat(item.path("amount").asLong()).isEqualTo(7);
    assertThat(item.path("unit").asString()).isEqualTo("fen");
    assertThat(item.path("since").asString()).isEqualTo("2020-12-01");
    assertThat(item.path("age").asLong()).isGreaterThan(2_000);
    assertThat(item.path("status").asString()).isEqualTo("resolved");
    assertThat(item.path("resolved_as").asString()).isEqualTo("corrected");
    assertThat(item.path("why").asString()).isEqualTo("已补记");
    assertThat(item.path("lines").valueStream())
        .extracting(
            line ->
                "%s %s %s:%d %d"
                    .formatted(
                        line.path("side").asString(),
                        line.path("register").asString(),
                        line.path("file").asString(),
                        line.path("line").asInt(),
                        line.path("amount").asLong()))
        .containsExactly(
            "record payment payment-2020.csv:3 100", "entry payment payment-2020.csv:4 107");
  }

  @Test
  void peopleSeeTheFirstFiftyAndHowManyMoreThereAre() {
    for (int i = 0; i < 53; i++) {
      PlantedDiscrepancy.plant(office, "ambiguous", "k" + i, "info", i);
    }
    assertThat(terminal.run("discrepancies", "--year", "2020", "--kind", "ambiguous")).isZero();
    assertThat(
            terminal.out().lines().filter(line -> line.contains("  info  ambiguous Ambiguous  ")))
        .hasSize(50);
    assertThat(terminal.out()).contains("… and 3 more; show one kind with --kind");
  }

  @Test
  void wrongUseEndsWithTwoAndARefusalWithThree() {
    assertThat(resolve(1, "forgotten", "x", "李四")).isEqualTo(2);
    assertThat(terminal.err()).contains("explained, corrected or waived, not 'forgotten'");
    assertThat(terminal.run("approve", "abc", "--by", "李四")).isEqualTo(2);
    assertThat(terminal.run("resolve", "1", "--as", "waived", "--by", "李四")).isEqualTo(2);
    assertThat(terminal.run("discrepancies", "--year", "2020", "--kind", "none")).isEqualTo(2);
    assertThat(terminal.err()).contains("no kind of discrepancy none; there are: ");
    assertThat(resolve(987_654, "waived", "x", "李四")).isEqualTo(3);
    assertThat(terminal.err()).contains("there is no discrepancy 987654");
    assertThat(resolve(1, "waived", " ", "李四")).isEqualTo(3);
    assertThat(terminal.err()).contains("--why must not be empty");
  }

  @Test
  void ofTwoProcessesOneResolvesAndTheOtherSaysWhoDid() throws Exception {
    long id = PlantedDiscrepancy.plant(office, "two", "a", "error", 1);
    List<Process> both = List.of(process(id, "Zhao"), process(id, "Qian"));
    List<Integer> statuses = new ArrayList<>();
    List<String> told = new ArrayList<>();
    for (Process one : both) {
      told.add(
          new String(one.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
      statuses.add(one.waitFor());
    }
    assertThat(statuses).containsExactlyInAnyOrder(0, 3);
    String winner = statuses.get(0) == 0 ? "Zhao" : "Qian";
    assertThat(told.get(statuses.indexOf(3)))
        .contains("discrepancy %d was resolved by %s on 20".formatted(id, winner));
    assertThat(
            office
                .sql()
                .sql("select who from audit_event where discrepancy_id = :id")
                .param("id", id)
                .query(String.class)
                .list())
        .containsExactly(winner);
  }

  @Test
  void everyWordOfTheWorkListIsInBothLanguages() {
    for (Messages messages : List.of(Messages.chinese("worklist"), Messages.english("worklist"))) {
      for (Refusal.RefusalKind kind : Refusal.RefusalKind.values()) {
        assertThat(messages.find("refusal." + kind)).as(kind.name()).isNotEmpty();
      }
      for (Resolution resolution : Resolution.values()) {
        assertThat(messages.find("resolution." + resolution)).isNotEmpty();
      }
      for (WorkItem.Status status : WorkItem.Status.values()) {
        assertThat(messages.find("status." + status)).isNotEmpty();
      }
      for (String severity : List.of("error", "warning", "info")) {
        assertThat(messages.find("severity." + severity)).isNotEmpty();
      }
    }
  }

  private static Process process(long id, String by) throws Exception {
    return OtherProcess.of(
            office,
            SunlitLedger.class,
            "resolve",
            String.valueOf(id),
            "--as",
            "explained",
            "--why",
            "at once",
            "--by",
            by)
        .redirectErrorStream(true)
        .start();
  }

  private int resolve(long id, String as, String why, String by) {
    return terminal.run("resolve", String.valueOf(id), "--as", as, "--why", why, "--by", by);
  }
}
