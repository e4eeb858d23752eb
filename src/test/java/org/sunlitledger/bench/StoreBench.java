package org.sunlitledger.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.sunlitledger.database.server.EmbeddedServer;

/**
 * Generated closed years of so many lines are moved out of the database: its size, the time of a
 * night of 10,000 lines, and a figure of the first year with all its lines, before and after.
 */
final class StoreBench {
  private static final int MORE = 10_000;
  private static final int OPEN = 2020;
  private static final String FIGURE = "F27";

  private final EmbeddedServer server;
  private final Path work;
  private final int years;
  private final int rows;

  StoreBench(EmbeddedServer server, Path work, int years, int rows) {
    this.server = server;
    this.work = work;
    this.years = years;
    this.rows = rows;
  }

  /** What was measured at one time: bytes, and times in milliseconds. */
  private record Measured(long database, long files, long night, long explain) {}

  void run() throws Exception {
    String url = database();
    OurNight program =
        new OurNight(
            work,
            Map.of(
                "SPRING_DATASOURCE_URL",
                url,
                "SPRING_DATASOURCE_USERNAME",
                server.owner().name(),
                "SPRING_DATASOURCE_PASSWORD",
                server.owner().secret()));
    Map<String, String> settings =
        Map.of(
            "spring.datasource.url",
            url,
            "spring.datasource.username",
            server.owner().name(),
            "spring.datasource.password",
            server.owner().secret(),
            "sunlit.folder",
            work.resolve("var").toString(),
            "sunlit.intake.secret",
            "bench");
    BenchFile files = new BenchFile(rows);
    long generated = System.nanoTime();
    generate(program, settings, files);
    System.out.printf(
        "%d closed years of %,d lines made in %.0f s%n",
        years, rows, (System.nanoTime() - generated) / 1e9);
    Path before = work.resolve("before.csv");
    Measured full = measure(program, files, url, 0, before);
    List<Long> moves = new ArrayList<>();
    for (int year = OPEN - years; year < OPEN; year++) {
      moves.add(
          program.command(
              work.resolve("store.log"),
              "store",
              "--year",
              String.valueOf(year),
              "--by",
              "bench",
              "--out",
              work.resolve("out").toString()));
    }
    Path after = work.resolve("after.csv");
    Measured stored = measure(program, files, url, 1, after);
    if (Files.mismatch(before, after) >= 0) {
      throw new IllegalStateException("the figure is not explained as before");
    }
    try (Stream<String> lines = Files.lines(after)) {
      System.out.printf(
          "%,d lines of %s are the same before and after%n", lines.count() - 1, FIGURE);
    }
    tell(full, stored, moves);
  }

  private void generate(OurNight program, Map<String, String> settings, BenchFile files)
      throws Exception {
    Path roll = Files.createDirectories(work.resolve("roll"));
    files.writeRoll(roll.resolve("household-%d.csv".formatted(OPEN - years)));
    program.night(OPEN - years, roll);
    try (SealedYears sealed = new SealedYears(settings, work.resolve("out"))) {
      for (int year = OPEN - years; year < OPEN; year++) {
        Path inbox = Files.createDirectories(work.resolve("year-" + year));
        Path file = inbox.resolve("subsidy-%d.csv".formatted(year));
        // vouchers are not used again in another year
        files.writeSubsidies(
            year, file, work.resolve("good.csv"), 40_000_000 * (year - OPEN + years + 1), rows);
        program.night(year, inbox);
        sealed.close(year);
        Files.delete(file);
        Files.delete(work.resolve("good.csv"));
      }
    }
  }

  private Measured measure(OurNight program, BenchFile files, String url, int nth, Path lines)
      throws Exception {
    execute(url, "vacuum analyze");
    execute(url, "checkpoint");
    long database = size(url);
    Path inbox = Files.createDirectories(work.resolve("more-" + nth));
    files.writeSubsidies(
        inbox.resolve("subsidy-more-%d-2020.csv".formatted(nth)),
        work.resolve("good.csv"),
        MORE * nth,
        MORE);
    long night = program.night(OPEN, inbox);
    long explain =
        program.command(
            lines,
            "explain",
            "--year",
            String.valueOf(OPEN - years),
            FIGURE,
            "--records",
            "--format",
            "csv");
    return new Measured(database, sizeOf(work.resolve("var/storage")), night, explain);
  }

  private static void tell(Measured full, Measured stored, List<Long> moves) {
    System.out.printf("%-34s %12s %12s %7s%n", "", "before", "after", "ratio");
    tell("database, MB", full.database() / 1e6, stored.database() / 1e6);
    tell("files of the storage, MB", full.files() / 1e6, stored.files() / 1e6);
    tell(
        "both, MB",
        (full.database() + full.files()) / 1e6,
        (stored.database() + stored.files()) / 1e6);
    tell("a night of 10,000 lines, s", full.night() / 1e3, stored.night() / 1e3);
    tell("all lines of a figure of a year, s", full.explain() / 1e3, stored.explain() / 1e3);
    System.out.printf(
        "moving a year: %.1f s at least, %.1f s at most%n",
        moves.stream().mapToLong(Long::longValue).min().orElse(0) / 1e3,
        moves.stream().mapToLong(Long::longValue).max().orElse(0) / 1e3);
  }

  private static void tell(String what, double before, double after) {
    String ratio = before == 0 ? "" : "%.2f".formatted(after / before);
    System.out.printf("%-34s %12.1f %12.1f %7s%n", what, before, after, ratio);
  }

  private String database() throws Exception {
    String admin = server.url("postgres");
    try (Connection connection = connect(admin);
        Statement statement = connection.createStatement()) {
      statement.execute("create database store template template0 encoding 'UTF8'");
    }
    return admin.replaceFirst("/postgres$", "/store");
  }

  private Connection connect(String url) throws Exception {
    return DriverManager.getConnection(url, server.owner().name(), server.owner().secret());
  }

  private void execute(String url, String statement) throws Exception {
    try (Connection connection = connect(url);
        Statement run = connection.createStatement()) {
      run.execute(statement);
    }
  }

  private long size(String url) throws Exception {
    try (Connection connection = connect(url);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select pg_database_size(current_database())")) {
      row.next();
      return row.getLong(1);
    }
  }

  private static long sizeOf(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }
}
