package org.sunlitledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.cli.close.CloseScreen;
import org.sunlitledger.cli.shell.DatabaseCommand;
import org.sunlitledger.cli.shell.Session;
import org.sunlitledger.close.ready.Obstacle;
import org.sunlitledger.quantity.text.Messages;
import org.sunlitledger.testing.Office;
import org.sunlitledger.testing.SmallCounty;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A closed year from the command line. */
class ClosedYearCommandsIT {
  private static Path folder;
  private static Office office;
  private StringWriter out = new StringWriter();
  private StringWriter err = new StringWriter();

  @BeforeAll
  static void aClosedYearAndALateDelivery(@TempDir Path temporary) throws Exception {
    folder = temporary;
    office = Office.in(temporary);
    office.environment().forEach((name, value) -> System.setProperty(property(name), value));
    SmallCounty.deliver(office, 2020);
    office.night(2020);
    SmallCounty.reconcile(office, 2020);
    assertThat(closing(new StringWriter(), " ")).isEqualTo(2);
    office.sql().sql("update figure set text = '1' where id = 'F11'").update();
    StringWriter refused = new StringWriter();
    assertThat(closing(refused, "甲")).isEqualTo(3);
    assertThat(refused.toString())
        .contains("year 2020 is not closed; nothing was changed, because:")
        .contains("records or definitions of year 2020 have changed since")
        .contains("→ ./sunlit nightly --year 2020");
    office.night(2020);
    StringWriter done = new StringWriter();
    assertThat(closing(done, "甲")).isZero();
    assertThat(done.toString()).contains("year 2020 is closed, number 1\n  SHA-256: ");
    StringWriter again = new StringWriter();
    assertThat(closing(again, "乙")).isEqualTo(3);
    assertThat(again.toString()).contains("year 2020 was closed by 甲 on 20");
    office.deliver(
        "payment-late-2020.csv",
        "支付凭证号,项目编号,支付日期,收款单位,资金来源,支付金额",
        "PZ-L,CY-1,2020-12-30,某公司,中央,100");
  }

  @AfterAll
  static void close() {
    office.environment().keySet().forEach(name -> System.clearProperty(property(name)));
    office.close();
  }

  @Test
  void whatComesLateIsHeldToldAndTakenUpAfterReopening() throws IOException {
    byte[] published =
        Files.readAllBytes(office.out().resolve("2020/closed-1/reports/annual-2019.txt"));
    assertThat(
            run(
                "nightly",
                "--year",
                "2020",
                "--inbox",
                office.inbox().toString(),
                "--out",
                office.out().toString()))
        .isZero();
    assertThat(out.toString())
        .contains("year 2020 is closed (number 1, by 甲, ")
        .contains("do not count: 1 delivery of this run, 1 in all");
    assertThat(run("deliveries")).isZero();
    assertThat(out.toString()).contains("held: arrived after its year was closed");

    assertThat(run("restatement", "--year", "2020")).isZero();
    assertThat(out.toString())
        .contains("payment-late-2020.csv: 1 line read, 1 accepted, 0 rejected, 100.00 yuan")
        .contains("F11 Industry projects, amount paid: 105.0001万元 → 105.0101万元 (+100.00元)")
        .contains("  added payment-late-2020.csv:2 F11 100.00元");
    assertThat(run("restatement", "--year", "2020", "--json")).isZero();
    JsonNode json = JsonMapper.shared().readTree(out.toString());
    assertThat(json.path("figures").valueStream())
        .filteredOn(figure -> figure.path("figure").asString().equals("F11"))
        .singleElement()
        .satisfies(
            figure -> {
              assertThat(figure.path("difference").asLong()).isEqualTo(10_000);
              assertThat(figure.path("lines").path(0).path("line").asInt()).isEqualTo(2);
            });
    Path csv = folder.resolve("restatement.csv");
    assertThat(run("restatement", "--year", "2020", "--out", csv.toString(), "--lang", "zh"))
        .isZero();
    assertThat(Files.readString(csv))
        .contains("F11,产业发展项目投入资金,")
        .contains(",10000,增加,F11,")
        .contains(",payment-late-2020.csv,2,10000,");

    Path report = folder.resolve("again.txt");
    assertThat(run("report", "--year", "2020", "--format", "txt", "--out", report.toString()))
        .isZero();
    assertThat(report).hasBinaryContent(published);
    assertThat(run("reopen", "--year", "2020", "--by", "乙", "--why", " ")).isEqualTo(2);
    assertThat(run("reopen", "--year", "2020", "--by", "乙", "--why", "补录")).isZero();
    assertThat(out.toString()).contains("1 held delivery counts from the next");
    assertThat(run("reopen", "--year", "2020", "--by", "乙", "--why", "补录")).isEqualTo(3);
    assertThat(err.toString()).contains("year 2020 is not closed");
    assertThat(run("restatement", "--year", "2020")).isEqualTo(2);

    assertThat(run("verify-snapshot", "2020", "--out", office.out().toString())).isZero();
    assertThat(out.toString()).contains("2020 closed-1: agrees");
    Files.writeString(office.out().resolve("2020/closed-1/figures.csv"), "x");
    assertThat(run("verify-snapshot", "2020", "--out", office.out().toString())).isEqualTo(3);
    assertThat(out.toString()).contains("DOES NOT AGREE").contains("file figures.csv has changed");
    assertThat(run("verify-snapshot", "2020", "--number", "2")).isEqualTo(2);
  }

  @Test
  void everyObstacleHasItsSentences() {
    for (Messages messages :
        new Messages[] {Messages.chinese("close"), Messages.english("close")}) {
      for (Obstacle.ObstacleKind kind : Obstacle.ObstacleKind.values()) {
        assertThat(messages.find("close." + kind)).as(kind.name()).isNotEmpty();
        assertThat(messages.find("close." + kind + ".remedy")).as(kind.name()).contains("./sunlit");
      }
    }
  }

  /** Closes as a command does that offers it. */
  @CommandLine.Command(name = "close-only")
  static final class CloseOnly extends DatabaseCommand {
    private final String by;

    CloseOnly(String by) {
      this.by = by;
    }

    @Override
    public int run(Session session) throws Exception {
      return new CloseScreen(session, this).close(2020, by, office.out());
    }
  }

  private static int closing(StringWriter told, String by) {
    PrintWriter writer = new PrintWriter(told, true);
    return new CommandLine(new Commands())
        .addSubcommand(new CloseOnly(by))
        .setOut(writer)
        .setErr(writer)
        .execute("close-only");
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
