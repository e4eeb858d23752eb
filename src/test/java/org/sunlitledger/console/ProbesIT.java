package org.sunlitledger.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubernetes.client.openapi.models.V1Probe;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.release.kubernetes.Pod;
import org.sunlitledger.testing.Office;

/** What a cluster and a container engine ask a console to see whether it works. */
class ProbesIT {
  private static final Path HEALTH = Path.of("jobs/schedules/container/health");

  @Test
  void theProbesOfTheManifestsAreAnswered(@TempDir Path folder) throws Exception {
    var container =
        Pod.all().stream()
            .filter(pod -> pod.name().equals("sunlit-console"))
            .findFirst()
            .orElseThrow()
            .container();
    try (Office office = Office.in(folder);
        ServedConsole console = ServedConsole.of(office)) {
      Visitor visitor = new Visitor(console);
      List<String> paths =
          Stream.of(container.getStartupProbe(), container.getLivenessProbe())
              .map(V1Probe::getHttpGet)
              .map(get -> get.getScheme() + " " + get.getPort().getStrValue() + " " + get.getPath())
              .toList();
      assertThat(paths).containsExactly("HTTPS https /sign-in", "HTTPS https /assets/console.css");
      assertThat(visitor.get("/sign-in").statusCode()).isEqualTo(200);
      assertThat(visitor.get("/assets/console.css").statusCode()).isEqualTo(200);
      assertThat(container.getReadinessProbe().getExec().getCommand())
          .containsExactly("/opt/sunlit-ledger/" + HEALTH);
      assertThat(health(console)).isZero();
      console.kill();
      assertThat(health(console)).isEqualTo(1);
    }
  }

  private static int health(ServedConsole console) throws IOException, InterruptedException {
    return new ProcessBuilder(
            HEALTH.toAbsolutePath().toString(), String.valueOf(console.gauges().getPort()))
        .inheritIO()
        .start()
        .waitFor();
  }
}
