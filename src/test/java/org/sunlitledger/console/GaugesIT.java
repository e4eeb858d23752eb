package org.sunlitledger.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.testing.Office;

/** What monitoring reads: it comes from the database, and nobody reads it from elsewhere. */
class GaugesIT {

  @Test
  void aNightOfCronCountsAndOnlyThisMachineMayRead(@TempDir Path folder) throws Exception {
    try (Office office = Office.in(folder);
        ServedConsole console = ServedConsole.of(office)) {
      assertThat(read(console.gauges()))
          .contains("sunlit_last_run_failed 0.0")
          .doesNotContain("sunlit_last_good_night", "sunlit_open_items{");
      office
          .deliverAll(Path.of("src/test/resources/small-county/2020"))
          .deliver("no-register-2020.csv", "a,b", "1,2");
      office.night(2020);
      assertThat(read(console.gauges()))
          .containsPattern("sunlit_last_good_night_timestamp_seconds 1[.]\\d+E9")
          .contains("sunlit_open_items{year=\"2020\"} 1.0", "sunlit_year_closed{year=\"2020\"} 0.0")
          .containsPattern("sunlit_missing_figures\\{year=\"2020\"} [1-9]")
          .containsPattern("sunlit_disk_free_bytes \\d");
      for (String address : outside().stream().toList()) {
        assertThatThrownBy(
                () -> read(URI.create(console.gauges().toString().replace("127.0.0.1", address))))
            .isInstanceOf(IOException.class);
      }
    }
  }

  private static String read(URI address) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
        .body();
  }

  /** An address of this machine under which others reach it; none where it has no network. */
  private static Optional<String> outside() throws IOException {
    return Collections.list(NetworkInterface.getNetworkInterfaces()).stream()
        .flatMap(network -> Collections.list(network.getInetAddresses()).stream())
        .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
        .map(InetAddress::getHostAddress)
        .findFirst();
  }
}
