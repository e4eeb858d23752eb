package org.sunlitledger.health.console;

import java.io.IOException;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.sunlitledger.upkeep.Examination;
import org.sunlitledger.upkeep.Finding;

/**
 * Examines whether the console answers. A console that nobody started is no fault; one that is
 * installed as a service is to answer.
 */
public final class ConsoleExamination implements Examination {
  private static final Duration MAX_WAIT = Duration.ofSeconds(5);
  private static final int OK = 200;

  private final int port;
  private final ServiceState service;

  /**
   * @param port of the pages; what the monitoring reads is on the next one
   */
  public ConsoleExamination(int port, ServiceState service) {
    this.port = port;
    this.service = service;
  }

  @Override
  public String name() {
    return "console";
  }

  @Override
  public List<Finding> examine() throws IOException {
    HttpURLConnection health =
        (HttpURLConnection)
            URI.create("http://127.0.0.1:%d/actuator/health".formatted(port + 1))
                .toURL()
                .openConnection(Proxy.NO_PROXY);
    health.setConnectTimeout(Math.toIntExact(MAX_WAIT.toMillis()));
    health.setReadTimeout(Math.toIntExact(MAX_WAIT.toMillis()));
    try {
      int status = health.getResponseCode();
      return List.of(
          status == OK
              ? Finding.ok("console.answers", port)
              : Finding.broken("console.ill", port, status));
    } catch (ConnectException nobody) {
      return List.of(
          switch (service) {
            case NONE -> Finding.ok("console.none", port);
            case STOPPED -> Finding.broken("console.stopped", port);
            case RUNNING -> Finding.broken("console.silent", port);
          });
    } catch (IOException problem) {
      return List.of(Finding.broken("console.mute", port, String.valueOf(problem.getMessage())));
    } finally {
      health.disconnect();
    }
  }
}
