package org.sunlitledger.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.cli.Terminal;
import org.sunlitledger.testing.Office;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A run that failed is gone on with from the command line. */
class RestartCommandIT {

  @Test
  void aYearEndRunThatIsGoneOnWithPrintsWhatTheYearsEndPrints(@TempDir Path folder) {
    try (Office office = Office.in(folder)) {
      Terminal terminal = new Terminal(office);
      office.deliverAll(Path.of("src/test/resources/small-county/2020")).night(2020);
      String out = office.out().toString();
      assertThat(terminal.run("year-end", "--year", "2020", "--out", out)).isEqualTo(1);
      assertThat(terminal.err()).contains("there is no ledger of the treasury for year 2020");
      long run = latest(office).path("run").asLong();
      assertThat(terminal.err()).contains("run " + run + " failed");

      office.deliver("treasury-2020.csv", "支付凭证号,日期,收款人,支出功能分类科目,资金来源,金额").night(2020);
      assertThat(terminal.run("restart", String.valueOf(run))).isEqualTo(3);
      String restarted = terminal.out();
      assertThat(restarted)
          .contains("ledger of the treasury: 0 entries, 0.00 yuan")
          .contains("record-only In the records only")
          .contains("statement: " + office.out().resolve("2020").resolve("reconciliation.xlsx"))
          .doesNotContain("deliveries:");
      assertThat(latest(office).path("job").asString()).isEqualTo("yearEnd");
      assertThat(latest(office).path("status").asString()).isEqualTo("COMPLETED");

      assertThat(terminal.run("year-end", "--year", "2020", "--out", out)).isEqualTo(3);
      assertThat(terminal.out()).isEqualTo(restarted);
    }
  }

  @Test
  void aRunThatIsNotThereIsToldInASentence(@TempDir Path folder) {
    try (Office office = Office.in(folder)) {
      Terminal terminal = new Terminal(office);
      assertThat(terminal.run("restart", "77")).isEqualTo(1);
      assertThat(terminal.err()).contains("there is no run 77: see ./sunlit runs");
    }
  }

  private static JsonNode latest(Office office) {
    Terminal terminal = new Terminal(office);
    assertThat(terminal.run("runs", "--json")).isZero();
    return JsonMapper.shared().readTree(terminal.out()).path(0);
  }
}
