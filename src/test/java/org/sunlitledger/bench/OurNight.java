package org.sunlitledger.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.roaringbitmap.RoaringBitmap;

/** A: the nightly run as it is, a process of its own, everything on. */
final class OurNight {
  private final Path work;
  private final Map<String, String> database;
  private long peakKilobytes;

  /**
   * @param database SPRING_DATASOURCE_… of an empty database
   */
  OurNight(Path work, Map<String, String> database) {
    this.work = work;
    this.database = database;
  }

  /** Runs on the built-in server, which each of them starts and stops. */
  static OurNight onItsOwnServer(Path work) {
    return new OurNight(work, Map.of());
  }

  /** The folder of the built-in server. */
  Path server() {
    return folder().resolve("postgres");
  }

  private Path folder() {
    return work.resolve("var");
  }

  /** Largest resident memory of the last run's JVM in KiB; 0 where the system does not tell. */
  long peakKilobytes() {
    return peakKilobytes;
  }

  /** One night of 2020 over an inbox; how long it took in milliseconds. */
  long night(Path inbox) throws IOException, InterruptedException {
    return night(2020, inbox);
  }

  /** The same for a report of another year. */
  long night(int year, Path inbox) throws IOException, InterruptedException {
    return run("nightly", "--year", String.valueOf(year), "--inbox", inbox.toString());
  }

  /** A year-end run with a ledger; how long it took in milliseconds. */
  long yearEnd(Path ledger) throws IOException, InterruptedException {
    return run("year-end", "--year", "2020", "--ledger", ledger.toString());
  }

  private long run(String... arguments) throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--out", work.resolve("out").toString()));
    return command(work.resolve("night.log"), all.toArray(String[]::new));
  }

  /**
   * Runs a command; how long it took in milliseconds.
   *
   * @param log receives what it prints
   */
  long command(Path log, String... arguments) throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(List.of(Path.of("sunlit").toAbsolutePath().toString()));
    all.addAll(List.of(arguments));
    ProcessBuilder command = new ProcessBuilder(all);
    command.environment().putAll(database);
    command.environment().put("SUNLIT_FOLDER", folder().toString());
    command.environment().put("SUNLIT_INTAKE_SECRET", "bench");
    command.redirectErrorStream(true).redirectOutput(log.toFile());
    long begun = System.nanoTime();
    Process process = command.start();
    peakKilobytes = 0;
    while (process.isAlive()) {
      peakKilobytes = Math.max(peakKilobytes, resident(process.pid()));
      Thread.sleep(20);
    }
    long took = (System.nanoTime() - begun) / 1_000_000;
    if (process.exitValue() != 0 && process.exitValue() != 3) {
      throw new IOException("the run failed: " + Files.readString(log));
    }
    return took;
  }

  /** The cells of the roll-up that the night has made. */
  static Map<String, Long> cells(Connection connection) throws SQLException, IOException {
    Map<String, Long> cells = new TreeMap<>();
    String part =
        """
        coalesce((
          select k.title from code k
          where k.list = r.dimension || '' and k.code = r.part
             or k.list = 'funding_source' and r.dimension = 'source' and k.code = r.part
          limit 1), r.part)
        """;
    try (Statement statement = connection.createStatement();
        ResultSet sums =
            statement.executeQuery(
                "select measure, dimension, %s, amount from rollup_cell r".formatted(part)
                    + " where measure in ('F15', 'F27', 'F32')")) {
      while (sums.next()) {
        cells.put(key(sums), sums.getLong(4));
      }
    }
    try (Statement statement = connection.createStatement();
        ResultSet sets =
            statement.executeQuery(
                "select measure, dimension, %s, codes from rollup_set r".formatted(part)
                    + " where measure in ('F26', 'F31')")) {
      while (sets.next()) {
        RoaringBitmap codes = new RoaringBitmap();
        codes.deserialize(java.nio.ByteBuffer.wrap(sets.getBytes(4)));
        cells.put(key(sets), (long) codes.getCardinality());
      }
    }
    return cells;
  }

  private static String key(ResultSet row) throws SQLException {
    return row.getString(1) + "/" + row.getString(2) + "/" + row.getString(3);
  }

  private static long resident(long pid) {
    try {
      for (String line : Files.readAllLines(Path.of("/proc", String.valueOf(pid), "status"))) {
        if (line.startsWith("VmHWM:")) {
          return Long.parseLong(line.replaceAll("[^0-9]", ""));
        }
      }
    } catch (IOException gone) {
      return 0;
    }
    return 0;
  }
}
