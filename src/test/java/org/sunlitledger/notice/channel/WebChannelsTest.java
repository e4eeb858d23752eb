package org.sunlitledger.notice.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.sunlitledger.notice.channel.Letter.LetterPart;
import org.sunlitledger.notice.channel.SlowServer.Slowness;
import org.sunlitledger.quantity.text.Messages;

/** Notices on the web: what robots get, and what of their answers is success. */
@Timeout(30)
class WebChannelsTest {
  private static final Messages ENGLISH = Messages.english("notices");
  private static final Letter LETTER =
      new Letter(
          "阳光台账：1 个问题",
          List.of(new LetterPart("disk", "new", "磁盘空间不足\n请清理")),
          "https://console.county.example/");

  private final WebRobot robot = new WebRobot();

  WebChannelsTest() throws IOException {}

  @AfterEach
  void close() {
    robot.close();
  }

  @Test
  void theRobotOfWecomGetsAText() {
    assertThat(send("wecom").isSent()).isTrue();
    assertThat(robot.requests().get(0).target()).isEqualTo("/send?key=s3cret");
    assertThat(robot.requests().get(0).json().path("msgtype").asString("")).isEqualTo("text");
    assertThat(robot.requests().get(0).json().at("/text/content").asString(""))
        .isEqualTo("阳光台账：1 个问题\n\n磁盘空间不足\n请清理\n\nhttps://console.county.example/");
  }

  @Test
  void theRobotOfDingtalkGetsASignedText() {
    Channels channels =
        channels(
            Map.of("dingtalk.url", robot.address(), "dingtalk.secret", "SEC0123456789"),
            Clock.fixed(Instant.ofEpochMilli(1_700_000_000_000L), ZoneOffset.UTC));
    channels.send(List.of(channels.letter("dingtalk", LETTER)));
    // computed with Python's hmac
    assertThat(robot.requests().get(0).target())
        .isEqualTo(
            "/send?key=s3cret&timestamp=1700000000000&sign=VloEIlTtJU6a%2FAGf2pud1WypXdicIlyQAOpspu6OP6s%3D");
    assertThat(robot.requests().get(0).json().at("/text/content").asString(""))
        .startsWith("阳光台账：1 个问题\n");
  }

  @Test
  void anyProgramGetsTitleTextAndProblems() {
    robot.answer(204, "");
    assertThat(send("json").isSent()).isTrue();
    assertThat(robot.requests().get(0).json().path("title").asString("")).isEqualTo("阳光台账：1 个问题");
    assertThat(robot.requests().get(0).json().at("/problems/0/problem").asString(""))
        .isEqualTo("disk");
    assertThat(robot.requests().get(0).json().at("/problems/0/state").asString(""))
        .isEqualTo("new");
  }

  @Test
  void theHeartbeatIsARequestWithoutABody() {
    Channels channels = channels(Map.of("heartbeat.url", robot.address()), Clock.systemUTC());
    assertThat(channels.names()).isEmpty();
    assertThat(channels.configured()).containsExactly("heartbeat");
    channels.send(channels.heartbeat().stream().toList());
    assertThat(robot.requests())
        .containsExactly(new WebRobot.WebRequest("GET", "/send?key=s3cret", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "wecom    | 200 | {\"errcode\":93000,\"errmsg\":\"invalid webhook url\"} | errcode 93000",
        "dingtalk | 200 | {\"errcode\":310000,\"errmsg\":\"keywords not in content\"} | errcode 310000",
        "json     | 200 | {\"errcode\":7} | errcode 7",
        "wecom    | 200 | <html>Please sign in</html> | no errcode, so it is not that of the robot: <html>",
        "dingtalk | 200 | {} | no errcode",
        "json     | 500 | broken | HTTP status 500: broken",
        "json     | 302 | {\"errcode\":0} | HTTP status 302",
        "wecom    | 404 | {\"errcode\":0} | HTTP status 404"
      })
  void anAnswerThatIsNoSuccessIsAFailure(String channel, int status, String answer, String said) {
    robot.answer(status, answer);
    ChannelAnswer failed = send(channel);
    assertThat(failed.isSent()).isFalse();
    assertThat(failed.text(ENGLISH)).contains(said).doesNotContain("s3cret");
    assertThat(robot.requests()).hasSize(1);
  }

  @Test
  void aServerThatIsNotThereIsAFailure() {
    robot.close();
    assertThat(send("json").text(ENGLISH)).contains("ConnectException").doesNotContain("s3cret");
  }

  @Test
  void channelsThatNeverFinishHoldUpNoLongerThanOneTimeout() throws IOException {
    try (SlowServer silent = new SlowServer(Slowness.SILENT);
        SlowServer dripping = new SlowServer(Slowness.DRIPPING)) {
      Channels channels =
          channels(
              Map.of(
                  "timeout", "2s",
                  "mail.host", "127.0.0.1",
                  "mail.port", String.valueOf(silent.port()),
                  "mail.from", "a@county.example",
                  "mail.to", "b@county.example",
                  "wecom.url", silent.address(),
                  "dingtalk.url", dripping.address(),
                  "json.url", robot.address(),
                  "heartbeat.url", dripping.address()),
              Clock.systemUTC());
      long begun = System.nanoTime();
      List<ChannelAnswer> answers =
          channels.send(
              channels.names().stream().map(name -> channels.letter(name, LETTER)).toList());
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
      assertThat(answers)
          .extracting(ChannelAnswer::channel, ChannelAnswer::isSent)
          .containsExactly(
              tuple("mail", false),
              tuple("wecom", false),
              tuple("dingtalk", false),
              tuple("json", true));
    }
  }

  @Test
  void aLongTextEndsWithAWholeLineWithinTheLimit() {
    String text = String.join("\n", IntStream.range(0, 200).mapToObj("第 %d 行"::formatted).toList());
    String cut = new Letter("题", List.of(new LetterPart("a", "new", text)), "尾").text(2048);
    assertThat(cut.getBytes(StandardCharsets.UTF_8).length).isBetween(2000, 2048);
    assertThat(cut).startsWith("题\n\n第 0 行\n").containsPattern("\n第 [0-9]+ 行\n…$");
  }

  private ChannelAnswer send(String channel) {
    Channels channels = channels(Map.of(channel + ".url", robot.address()), Clock.systemUTC());
    return channels.send(List.of(channels.letter(channel, LETTER))).get(0);
  }

  static Channels channels(Map<String, String> settings, Clock clock) {
    return new Channels(
        new Binder(new MapConfigurationPropertySource(settings))
            .bindOrCreate("", ChannelSettings.class),
        clock);
  }
}
