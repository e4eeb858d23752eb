package org.sunlitledger.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.util.FileSystemUtils;
import org.sunlitledger.database.server.EmbeddedServer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures A, B, C and D side by side; see docs/benchmarks.md. */
@Command(name = "bench", mixinStandardHelpOptions = true)
final class Bench implements Callable<Integer> {
  private static final int PEOPLE = 30;

  @Option(names = "--rows", defaultValue = "1000000")
  private int rows;

  @Option(names = "--runs", defaultValue = "3")
  private int runs;

  @Option(names = "--only", defaultValue = "ABCD", description = "Which of A, B, C, D.")
  private String only = "ABCD";

  @Option(
      names = "--growth",
      description = "A night of 10,000 lines after --rows and after ten times as many.")
  private boolean growth;

  @Option(names = "--year-end", description = "A generated year reconciled with its ledger.")
  private boolean yearEnd;

  @Option(names = "--console", description = "Thirty people click while nights run.")
  private boolean console;

  @Option(names = "--minutes", defaultValue = "10", description = "How long they do.")
  private int minutes;

  @Option(names = "--store", description = "Closed years are moved out of the database.")
  private boolean store;

  @Option(names = "--years", defaultValue = "10", description = "How many years.")
  private int years;

  private final Map<Character, List<Long>> times = new TreeMap<>();
  private int databases;

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Bench()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    Path work = Files.createTempDirectory("sunlit-bench");
    if (growth) {
      return grow(work);
    }
    if (store) {
      try (EmbeddedServer server = EmbeddedServer.at(work.resolve("postgres"))) {
        new StoreBench(server, work, years, rows).run();
      }
      FileSystemUtils.deleteRecursively(work);
      return 0;
    }
    if (yearEnd) {
      new YearEndBench(work).run(rows);
      FileSystemUtils.deleteRecursively(work);
      return 0;
    }
    if (console) {
      new ConsoleLoad(work, rows, PEOPLE, Duration.ofMinutes(minutes)).run();
      FileSystemUtils.deleteRecursively(work);
      return 0;
    }
    Path roll = Files.createDirectories(work.resolve("roll")).resolve("household-2020.csv");
    Path file = Files.createDirectories(work.resolve("inbox")).resolve("subsidy-2020.csv");
    Path good = work.resolve("good.csv");
    BenchFile files = new BenchFile(rows);
    files.writeRoll(roll);
    files.writeSubsidies(file, good, 0, rows);
    System.out.printf("%,d lines, %,d bytes%n", rows, Files.size(file));
    try (EmbeddedServer server = EmbeddedServer.at(work.resolve("postgres"))) {
      for (int run = 0; run < runs; run++) {
        Map<Character, Map<String, Long>> cells = new TreeMap<>();
        for (int i = 0; i < only.length(); i++) {
          char contender = only.charAt(i);
          cells.put(contender, run(contender, server, work, file, good));
        }
        compare(cells);
      }
    }
    FileSystemUtils.deleteRecursively(work);
    tell();
    return 0;
  }

  private int grow(Path work) throws Exception {
    try (EmbeddedServer server = EmbeddedServer.at(work.resolve("postgres"))) {
      Growth growths = new Growth(server, work);
      Growth.Measured small = growths.of(rows);
      tell(rows, small);
      Growth.Measured large = growths.of(10 * rows);
      tell(10 * rows, large);
      System.out.printf(
          "time of the year x%.2f, peak memory x%.2f, night of 10,000 more x%.2f%n",
          (double) large.year() / small.year(),
          (double) large.peak() / small.peak(),
          (double) large.more() / small.more());
    }
    FileSystemUtils.deleteRecursively(work);
    return 0;
  }

  private static void tell(int lines, Growth.Measured measured) {
    System.out.printf(
        "%,d lines: %.1f s, peak %d MB; then 10,000 more: %.2f s%n",
        lines, measured.year() / 1000.0, measured.peak() / 1024, measured.more() / 1000.0);
  }

  private Map<String, Long> run(
      char contender, EmbeddedServer server, Path work, Path file, Path good) throws Exception {
    String name = "bench_" + ++databases;
    String admin = server.url("postgres");
    try (Connection connection =
            DriverManager.getConnection(admin, server.owner().name(), server.owner().secret());
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name + " template template0 encoding 'UTF8'");
    }
    String url = admin.replaceFirst("/postgres$", "/" + name);
    try (Connection connection =
        DriverManager.getConnection(url, server.owner().name(), server.owner().secret())) {
      checkpoint(connection);
      if (contender == 'A') {
        return ours(work, url, server, connection);
      }
      PGSimpleDataSource dataSource = new PGSimpleDataSource();
      dataSource.setUrl(url + "?reWriteBatchedInserts=true");
      dataSource.setUser(server.owner().name());
      dataSource.setPassword(server.owner().secret());
      Contender other =
          switch (contender) {
            case 'B' -> new ByHand(good);
            case 'C' -> new StockBatch(file, dataSource);
            case 'D' -> new Duck(good);
            default -> throw new IllegalArgumentException("no contender " + contender);
          };
      long begun = System.nanoTime();
      Map<String, Long> cells = other.run(connection);
      took(contender, (System.nanoTime() - begun) / 1_000_000);
      return cells;
    }
  }

  /** What the one before has left to write is not to be paid for by the next. */
  private static void checkpoint(Connection connection) throws Exception {
    try (Statement statement = connection.createStatement()) {
      statement.execute("checkpoint");
    }
  }

  /** The roll of households is there before; it is not measured. */
  private Map<String, Long> ours(
      Path work, String url, EmbeddedServer server, Connection connection) throws Exception {
    OurNight night =
        new OurNight(
            work,
            Map.of(
                "SPRING_DATASOURCE_URL", url,
                "SPRING_DATASOURCE_USERNAME", server.owner().name(),
                "SPRING_DATASOURCE_PASSWORD", server.owner().secret()));
    night.night(work.resolve("roll"));
    took('A', night.night(work.resolve("inbox")));
    System.out.printf("A peak resident memory %d MB%n", night.peakKilobytes() / 1024);
    phases(connection);
    return OurNight.cells(connection);
  }

  static void phases(Connection connection) throws Exception {
    StringBuilder phases = new StringBuilder("A by phase:");
    try (Statement statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                """
                select step_name, extract(epoch from end_time - start_time)::numeric(9, 2)
                from batch_step_execution
                where job_execution_id = (select max(job_execution_id) from batch_job_execution)
                  and step_name not like '%:%'
                order by step_execution_id
                """)) {
      while (rows.next()) {
        phases.append(' ').append(rows.getString(1)).append(' ').append(rows.getString(2));
      }
    }
    System.out.println(phases);
  }

  private void took(char contender, long millis) {
    times.computeIfAbsent(contender, c -> new ArrayList<>()).add(millis);
    System.out.printf("%c %.2f s%n", contender, millis / 1000.0);
  }

  private static void compare(Map<Character, Map<String, Long>> cells) {
    Map<String, Long> first = cells.values().iterator().next();
    cells.forEach(
        (contender, other) -> {
          if (!other.equals(first)) {
            Map<String, Long> differs = new TreeMap<>(other);
            differs.entrySet().removeAll(first.entrySet());
            throw new IllegalStateException(contender + " has other cells: " + differs);
          }
        });
    System.out.printf("%d cells, the same for %s%n", first.size(), cells.keySet());
  }

  private void tell() {
    times.forEach(
        (contender, all) -> System.out.printf("%c median %.2f s%n", contender, median(contender)));
    ratio('A', 'B');
    ratio('C', 'A');
    ratio('A', 'D');
  }

  private void ratio(char over, char under) {
    if (times.containsKey(over) && times.containsKey(under)) {
      System.out.printf("%c/%c %.2f%n", over, under, median(over) / median(under));
    }
  }

  /** In seconds. */
  private double median(char contender) {
    List<Long> sorted = times.getOrDefault(contender, List.of()).stream().sorted().toList();
    return sorted.get(sorted.size() / 2) / 1000.0;
  }
}
