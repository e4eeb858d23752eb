package org.sunlitledger.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Map;
import org.sunlitledger.database.server.EmbeddedServer;

/**
 * What a night costs where there is much already: a year of so many lines is taken in, then a night
 * brings 10,000 more. Ten years before it are closed; each has a twentieth of the year's lines.
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
      Path before = first.resolve("subsidy-%d.csv".formatted(year));
      // vouchers are not used again in another year
      int voucher = 50_000_000 * (year - 2009);
      files.writeSubsidies(year, before, home.resolve("good.csv"), voucher, rows / 20);
    }
    Path whole = Files.createDirectories(home.resolve("year")).resolve("subsidy-2020.csv");
    files.writeSubsidies(whole, home.resolve("good.csv"), 0, rows);
    Path more = Files.createDirectories(home.resolve("more")).resolve("subsidy-more-2020.csv");
    files.writeSubsidies(more, home.resolve("good.csv"), rows, MORE);
    String url = database("growth_" + rows);
    OurNight night =
        new OurNight(
            home,
            Map.of(
                "SPRING_DATASOURCE_URL", url,
                "SPRING_DATASOURCE_USERNAME", server.owner().name(),
                "SPRING_DATASOURCE_PASSWORD", server.owner().secret()));
    night.night(first);
    close(url);
    long year = night.night(whole.resolveSibling(""));
    long peak = night.peakKilobytes();
    long later = night.night(more.resolveSibling(""));
    try (Connection connection =
        DriverManager.getConnection(url, server.owner().name(), server.owner().secret())) {
      Bench.phases(connection);
    }
    return new Measured(year, peak, later);
  }

  /** The years before 2020, without what a close keeps: a night does not read it. */
  private void close(String url) throws Exception {
    try (Connection connection =
            DriverManager.getConnection(url, server.owner().name(), server.owner().secret());
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          insert into year_close
            (year, number, closed_at, closed_by, definitions_version, sha256, audit_head)
          values (2019, 1, now(), 'bench', '', '', 0)
          """);
    }
  }

  private String database(String name) throws Exception {
    String admin = server.url("postgres");
    try (Connection connection =
            DriverManager.getConnection(admin, server.owner().name(), server.owner().secret());
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name + " template template0 encoding 'UTF8'");
    }
    return admin.replaceFirst("/postgres$", "/" + name);
  }
}
