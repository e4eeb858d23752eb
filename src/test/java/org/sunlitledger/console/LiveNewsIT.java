package org.sunlitledger.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.account.AccountRole;
import org.sunlitledger.job.RunProgress;
import org.sunlitledger.testing.Office;

/** News of a run reach everybody who looks at it, whatever happens to their connection. */
@Tag("long")
class LiveNewsIT {
  private static final int ATTEMPTS = 120;

  private final Office office;
  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

  LiveNewsIT(@TempDir Path folder) {
    office = Office.in(folder);
  }

  @Test
  void newsGoOnAfterTheDatabaseHasEndedTheConnectionThatListens() throws Exception {
    try (office;
        ServedConsole console = ServedConsole.of(office)) {
      Staff staff = new Staff(office, console).add("wangfang", "王芳", AccountRole.CLERK);
      try (InputStream events = staff.visitor("wangfang").stream("/runs/7/events")) {
        Thread reading = new Thread(() -> read(events));
        reading.setDaemon(true);
        reading.start();
        assertThat(isHeard(10)).isTrue();
        assertThat(endListening()).isEqualTo(1);
        assertThat(isHeard(20)).isTrue();
        assertThat(endListening()).isEqualTo(1);
        assertThat(isHeard(30)).isTrue();
      }
    }
  }

  /** Announces a progress again and again, as a run does, until the stream brings it. */
  private boolean isHeard(int percent) throws InterruptedException {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      office
          .sql()
          .sql("select pg_notify(:channel, :news)")
          .param("channel", RunProgress.CHANNEL)
          .param(
              "news",
              """
              {"run": 7, "year": 2020, "steps": ["intake"], "bytes": %d, "of": 100, "lines": 1,
               "millis": 500, "ended": false}
              """
                  .formatted(percent))
          .query()
          .listOfRows();
      for (String line = poll(); line != null; line = heard.poll()) {
        if (line.contains("value=\"%d\"".formatted(percent))) {
          return true;
        }
      }
    }
    return false;
  }

  private String poll() throws InterruptedException {
    return heard.poll(500, TimeUnit.MILLISECONDS);
  }

  /** Ends the console's connection; how many there were. */
  private long endListening() {
    return office
        .sql()
        .sql(
            """
            select count(pg_terminate_backend(pid))
            from pg_stat_activity
            where datname = current_database()
              and query = :listen
            """)
        .param("listen", "listen " + RunProgress.CHANNEL)
        .query(Long.class)
        .single();
  }

  private void read(InputStream events) {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(events, StandardCharsets.UTF_8));
    try {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        heard.add(line);
      }
    } catch (IOException closed) {
      heard.add("closed");
    }
  }
}
