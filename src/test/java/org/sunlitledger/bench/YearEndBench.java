package org.sunlitledger.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Set;
import java.util.TreeSet;
import org.sunlitledger.database.server.EmbeddedServer;

/**
 * A generated year reconciled with its ledger: that every plant is found and nothing else, that the
 * books are proved, and how long it takes beside the night that took the records in. Both are timed
 * as a county runs them: whole commands, with the built-in server.
 */
final class YearEndBench {
  private static final String DATABASE = "sunlit";
  private static final String FOUND =
      """
      select d.kind || ' ' || d.amount || ' ' || coalesce(
        string_agg(
          regexp_replace(f.name, '.*/', '') || ':' || l.line, ' '
          order by (regexp_replace(f.name, '.*/', '') || ':' || l.line) collate "C"
        ), '')
      from discrepancy d
      left join discrepancy_line l on l.discrepancy_id = d.id
      left join delivery f on f.id = l.delivery_id
      where d.status <> 'gone'
      group by d.id
      """;
  private static final String PROVED =
      """
      select count(*) = 5
        and bool_and(record_fen - record_only_fen + entry_only_fen + difference_fen = entry_fen)
        and max(entry_fen) = (select sum(fen_accepted) from delivery where register = 'treasury_entry')
      from reconciliation_proof
      """;

  private final Path work;

  YearEndBench(Path work) {
    this.work = work;
  }

  void run(int rows) throws Exception {
    Path roll = Files.createDirectories(work.resolve("before"));
    Path inbox = Files.createDirectories(work.resolve("year"));
    Path treasury = work.resolve("treasury.csv");
    GeneratedYear year = new GeneratedYear(rows);
    year.write(roll, inbox, treasury);
    System.out.printf("%,d records, %,d entries%n", rows, year.entries());
    OurNight ours = OurNight.onItsOwnServer(work);
    ours.night(2019, roll);
    long night = ours.night(2020, inbox);
    System.out.printf("night %.2f s, peak %d MB%n", night / 1000.0, ours.peakKilobytes() / 1024);
    long yearEnd = ours.yearEnd(treasury);
    System.out.printf(
        "year-end %.2f s, peak %d MB%nratio %.2f%n",
        yearEnd / 1000.0, ours.peakKilobytes() / 1024, (double) yearEnd / night);
    try (EmbeddedServer server = EmbeddedServer.at(ours.server());
        Connection connection =
            DriverManager.getConnection(
                server.url(DATABASE), server.owner().name(), server.owner().secret());
        Statement statement = connection.createStatement()) {
      Bench.phases(connection);
      compare(year.expected(), statement);
      try (ResultSet proved = statement.executeQuery(PROVED)) {
        if (!proved.next() || !proved.getBoolean(1)) {
          throw new IllegalStateException("the proof does not add up");
        }
      }
      System.out.println("the proof adds up per source and in all");
    }
  }

  private static void compare(Expectations expected, Statement statement) throws Exception {
    Set<String> found = new TreeSet<>();
    try (ResultSet rows = statement.executeQuery(FOUND)) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    Set<String> missing = new TreeSet<>(expected.all());
    missing.removeAll(found);
    Set<String> wrong = new TreeSet<>(found);
    wrong.removeAll(expected.all());
    System.out.printf(
        "%d planted, %d of them found, %d others: %s%n",
        expected.all().size(),
        expected.all().size() - missing.size(),
        wrong.size(),
        expected.counts());
    missing.stream().limit(10).forEach(one -> System.out.println("missing: " + one));
    wrong.stream().limit(10).forEach(one -> System.out.println("wrong: " + one));
    if (!missing.isEmpty() || !wrong.isEmpty()) {
      throw new IllegalStateException("what was found is not what was planted");
    }
  }
}
