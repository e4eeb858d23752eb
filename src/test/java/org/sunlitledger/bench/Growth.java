package org.sunlitledger.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Map;
import org.sunlitledger.database.EmbeddedServer;

/**
 * What a night costs where there is much already: a year of so many lines is taken in, then a night
 * brings 10,000 more. Ten years before it have a delivery each.
 */
final class Growth {
  private static final int MORE = 10_000;

  private final EmbeddedServer server;
  private final Path work;

  Growth(EmbeddedServer server, Path work) {
    this.server = server;
    this.work = work;
  }

  /**
   * What was measured, in milliseconds and KiB.
   *
   * @param year taking in the whole year
   * @param peak resident memory of that
   * @param more taking in 10,000 lines more
   */
  record Measured(long year, long peak, long more) {}

  Measured of(int rows) throws Exception {
    Path home = Files.createDirectories(work.resolve("growth-" + rows));
    BenchFile files = new BenchFile(rows);
    Path first = Files.createDirectories(home.resolve("first"));
    files.writeRoll(first.resolve("household-2020.csv"));
    for (int year = 2010; year < 2020; year++) {
      Files.writeString(
          first.resolve("target-%d.csv".formatted(year)), "任务名称,任务金额\n新增扶贫小额贷款,1000\n");
    }
    Path whole = Files.createDirectories(home.resolve("year")).resolve("subsidy-2020.csv");
    files.writeSubsidies(whole, home.resolve("good.csv"), 0, rows);
    Path more = Files.createDirectories(home.resolve("more")).resolve("subsidy-more-2020.csv");
    files.writeSubsidies(more, home.resolve("good.csv"), rows, MORE);
    OurNight night = new OurNight(home, database("growth_" + rows));
    night.night(first);
    long year = night.night(whole.resolveSibling(""));
    long peak = night.peakKilobytes();
    return new Measured(year, peak, night.night(more.resolveSibling("")));
  }

  private Map<String, String> database(String name) throws Exception {
    String admin = server.url("postgres");
    try (Connection connection =
            DriverManager.getConnection(admin, server.user(), server.secret());
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name + " template template0 encoding 'UTF8'");
    }
    return Map.of(
        "SPRING_DATASOURCE_URL", admin.replaceFirst("/postgres$", "/" + name),
        "SPRING_DATASOURCE_USERNAME", server.user(),
        "SPRING_DATASOURCE_PASSWORD", server.secret());
  }
}
