package org.sunlitledger.notice;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.core.env.Environment;
import org.springframework.transaction.support.TransactionTemplate;
import org.sunlitledger.close.YearState;
import org.sunlitledger.job.LastRuns;
import org.sunlitledger.notice.channel.WebRobot;
import org.sunlitledger.open.OpenItems;
import org.sunlitledger.report.CountyOfBooks;
import org.sunlitledger.testing.Office;

/** An office that sends notices to a robot, and in which days pass when a test says so. */
final class WatchedOffice implements AutoCloseable {
  private static final Path SMALL = Path.of("src/test/resources/small-county/2020");

  private final WebRobot robot = new WebRobot();
  private final WebRobot watcher = new WebRobot();
  private final Office office;
  private Instant now = Instant.now();

  /**
   * @param settings below {@code sunlit}; nothing is expected but what they say
   */
  WatchedOffice(Path folder, Map<String, String> settings) throws IOException {
    Map<String, Object> all = new HashMap<>();
    all.put("sunlit.notice.language", "en");
    all.put("sunlit.notice.json.url", robot.address());
    all.put("sunlit.notice.heartbeat.url", watcher.address());
    for (String limit : List.of("night-age", "backup-age", "certificate-left", "free-disk")) {
      all.put("sunlit.upkeep." + limit, "0");
    }
    settings.forEach((name, value) -> all.put("sunlit." + name, value));
    office = Office.in(folder, all);
  }

  Office office() {
    return office;
  }

  WebRobot robot() {
    return robot;
  }

  /** What is asked for a sign of life. */
  WebRobot watcher() {
    return watcher;
  }

  /** A night in which nothing is wrong. */
  WatchedOffice cleanNight() {
    office.deliverAll(SMALL).night(2020);
    now = Instant.now();
    return this;
  }

  WatchedOffice after(Duration time) {
    now = now.plus(time);
    return this;
  }

  /** Looks for problems and sends what is due, as another process would. */
  NoticeResult send() {
    return new Notices(
            office.the(DataSource.class),
            office.the(TransactionTemplate.class),
            office.the(LastRuns.class),
            office.the(OpenItems.class),
            office.the(YearState.class),
            office.the(CountyOfBooks.class),
            office.the(Environment.class),
            clock())
        .send();
  }

  /** The clock of the days that pass. */
  Clock clock() {
    return Clock.fixed(now, ZoneId.of("Asia/Shanghai"));
  }

  /** One call a day. */
  void sendDaily(int days) {
    IntStream.range(0, days)
        .forEach(
            day -> {
              send();
              after(Duration.ofDays(1));
            });
  }

  /** The number of letters that the robot has got. */
  int letters() {
    return robot.requests().size();
  }

  @Override
  public void close() {
    office.close();
    robot.close();
    watcher.close();
  }
}
