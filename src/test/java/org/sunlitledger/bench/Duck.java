package org.sunlitledger.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.Map;

/** D: DuckDB reads the file into a database of its own, with the same key and the same roll-up. */
final class Duck implements Contender {
  private final Path good;

  Duck(Path good) {
    this.good = good;
  }

  @Override
  public Map<String, Long> run(Connection unused) throws Exception {
    Path file = Files.createTempFile("bench", ".duckdb");
    Files.delete(file);
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:" + file);
        Statement statement = duck.createStatement()) {
      statement.execute(
          """
          create table duck (
            voucher text primary key, kind text, paid_on date, township text, village text,
            household_no text, name text, id_number text, term text, source text,
            function_code text, document_number text, batch text, fen bigint)
          """);
      try (PreparedStatement load =
          duck.prepareStatement(
              """
              insert into duck
              select c0, c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, c12, cast(c13 * 100 as bigint)
              from read_csv(?, header = false, skip = 1, auto_detect = false, delim = ',', quote = '"',
                columns = {'c0': 'text', 'c1': 'text', 'c2': 'date', 'c3': 'text', 'c4': 'text',
                  'c5': 'text', 'c6': 'text', 'c7': 'text', 'c8': 'text', 'c9': 'text', 'c10': 'text',
                  'c11': 'text', 'c12': 'text', 'c13': 'decimal(14, 2)'})
              """)) {
        load.setString(1, good.toString());
        load.executeUpdate();
      }
      return Cells.of(duck, "duck");
    } finally {
      Files.deleteIfExists(file);
    }
  }
}
