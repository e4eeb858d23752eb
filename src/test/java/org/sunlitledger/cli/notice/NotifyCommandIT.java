package org.sunlitledger.cli.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.cli.Terminal;
import org.sunlitledger.notice.channel.SlowServer;
import org.sunlitledger.notice.channel.SlowServer.Slowness;
import org.sunlitledger.notice.channel.WebRobot;
import org.sunlitledger.testing.Office;

/** Notices from the command line and at the end of nights. */
@Timeout(120)
class NotifyCommandIT {
  private static final String NO_ADDRESS =
      "SUNLIT_NOTICE_JSON_URL is no address on the web: write it with https://";

  private final Office office;
  private final WebRobot robot = new WebRobot();

  NotifyCommandIT(@TempDir Path folder) throws IOException {
    this.office = Office.in(folder);
  }

  @BeforeEach
  void aSmallCounty() {
    office.deliverAll(Path.of("src/test/resources/small-county/2020"));
  }

  @AfterEach
  void close() {
    robot.close();
    office.close();
  }

  @Test
  void aTestSaysForEachChannelWhetherItWorked() throws IOException {
    try (WebRobot broken = new WebRobot()) {
      broken.answer(200, "{\"errcode\":93000,\"errmsg\":\"invalid webhook url\"}");
      Terminal terminal =
          terminal(
              Map.of(
                  "SUNLIT_NOTICE_WECOM_URL", robot.address(),
                  "SUNLIT_NOTICE_DINGTALK_URL", broken.address()));
      assertThat(terminal.run("notify", "--test")).isEqualTo(1);
      assertThat(terminal.out()).contains("notice sent on wecom (accepted: {\"errcode\":0");
      assertThat(terminal.err())
          .contains("sunlit: no notice sent on dingtalk: not accepted, errcode 93000");
      assertThat(robot.last()).contains("测试通知");
    }
  }

  @Test
  void withoutAChannelItSaysWhatToSet() {
    Terminal terminal = terminal(Map.of());
    assertThat(terminal.run("notify")).as("no failure of the service each morning").isZero();
    assertThat(terminal.out()).contains("SUNLIT_NOTICE_MAIL_HOST and SUNLIT_NOTICE_MAIL_TO");
    assertThat(terminal.err()).isEmpty();
    assertThat(terminal.run("notify", "--test")).isEqualTo(1);
    assertThat(terminal.err()).contains("SUNLIT_NOTICE_MAIL_HOST and SUNLIT_NOTICE_MAIL_TO");
  }

  @Test
  void aNightSendsWhatIsOpenAndThenNothingElseIsDue() {
    office.deliver("no-register-2020.csv", "a,b", "1,2");
    Terminal terminal = terminal(Map.of("SUNLIT_NOTICE_JSON_URL", robot.address()));
    assertThat(night(terminal)).isEqualTo(3);
    assertThat(robot.last()).contains("2020 年度未决事项");
    assertThat(terminal.err()).isEmpty();
    assertThat(terminal.run("notify")).isEqualTo(3);
    assertThat(terminal.out()).contains("2020: 1 open item", "no notice is due on json");
    assertThat(robot.requests()).hasSize(1);
  }

  @Test
  void aYearEndSendsWhatIsOpenToo() {
    Path ledger = office.ledger("treasury.csv", "a,b", "1,2");
    Terminal terminal = terminal(Map.of("SUNLIT_NOTICE_JSON_URL", robot.address()));
    assertThat(terminal.run("year-end", "--year", "2020", "--ledger", ledger.toString()))
        .isEqualTo(1);
    assertThat(robot.last()).contains("2020 年度未决事项", "未决事项 1 项");
  }

  @Test
  void aChannelThatHangsHoldsUpANightNoLongerThanItsTimeoutAndIsRecorded() throws IOException {
    try (SlowServer silent = new SlowServer(Slowness.SILENT)) {
      office.deliver("no-register-2020.csv", "a,b", "1,2");
      Terminal terminal =
          terminal(
              Map.of(
                  "SUNLIT_NOTICE_TIMEOUT", "1s",
                  "SUNLIT_NOTICE_JSON_URL", silent.address(),
                  "SUNLIT_NOTICE_WECOM_URL", silent.address(),
                  "SUNLIT_NOTICE_HEARTBEAT_URL", silent.address()));
      assertThat(night(terminal)).isEqualTo(3);
      assertThat(terminal.err())
          .contains("sunlit: no notice sent on json: no answer within 1 second");
      long begun = System.nanoTime();
      assertThat(terminal.run("notify")).isEqualTo(1);
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
      assertThat(
              office
                  .sql()
                  .sql("select channel || ' ' || answer from notice_channel order by channel")
                  .query(String.class)
                  .list())
          .containsExactly(
              "heartbeat no answer within 1 second",
              "json no answer within 1 second",
              "wecom no answer within 1 second");
    }
  }

  @Test
  void aWrongSettingKeepsNoNightFromItsResult() {
    Terminal terminal = terminal(Map.of("SUNLIT_NOTICE_JSON_URL", "robot"));
    assertThat(night(terminal)).isZero();
    assertThat(terminal.err()).isEqualTo("sunlit: " + NO_ADDRESS + System.lineSeparator());
    assertThat(terminal.run("notify")).isEqualTo(1);
    assertThat(terminal.err()).contains(NO_ADDRESS);
    assertThat(terminal.run("rules")).isZero();
    assertThat(terminal.err()).isEmpty();
  }

  @Test
  void aDatabaseThatIsGoneHasANotice() {
    Terminal terminal = withoutDatabase();
    assertThat(terminal.run("notify")).isEqualTo(1);
    assertThat(robot.last()).contains("程序不能工作", "./sunlit runs");
    assertThat(terminal.err()).contains("the database does not answer");
  }

  @Test
  void aNightThatCannotBeginSaysSoAtOnce() {
    Terminal terminal = withoutDatabase();
    assertThat(night(terminal)).isEqualTo(1);
    assertThat(robot.last()).contains("程序不能工作", "夜间运行也不能进行");
    assertThat(terminal.err()).contains("the database does not answer");
  }

  private Terminal withoutDatabase() {
    return terminal(
        Map.of(
            "SUNLIT_NOTICE_JSON_URL",
            robot.address(),
            "SPRING_DATASOURCE_URL",
            "jdbc:postgresql://127.0.0.1:1/sunlit"));
  }

  private int night(Terminal terminal) {
    return terminal.run("nightly", "--year", "2020", "--inbox", office.inbox().toString());
  }

  /** Nothing is looked for that depends on the machine. */
  private Terminal terminal(Map<String, String> settings) {
    Map<String, String> all = new HashMap<>(Map.of("SUNLIT_UPKEEP_FREEDISK", "0"));
    all.putAll(settings);
    return new Terminal(office, all);
  }
}
