package org.sunlitledger.database;

import java.io.ByteArrayOutputStream;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunlitledger.definition.Definitions;

/** Lists the closed years, and the definitions with which their figures were computed. */
@Component
public final class ClosedYears {
  /** The name prefix of the snapshot parts that contain definitions. */
  public static final String DEFINITIONS = "definitions/";

  private final JdbcClient jdbc;
  private final Definitions current;
  private final Map<Long, Definitions> kept = new ConcurrentHashMap<>();

  ClosedYears(JdbcClient jdbc, Definitions current) {
    this.jdbc = jdbc;
    this.current = current;
  }

  /**
   * The close that freezes a year.
   *
   * @param year the closed year: the requested year or a later one
   */
  public record FreezingClose(long id, int year, int number, OffsetDateTime at, String by) {}

  /** The close that freezes a year: its own, or the close of a later year that depends on it. */
  public Optional<FreezingClose> freezing(int year) {
    return jdbc.sql(
            """
            select id, year, number, closed_at, closed_by
            from year_close
            where reopened_at is null
              and year >= :year
            order by year
            limit 1
            """)
        .param("year", year)
        .query(
            (row, number) ->
                new FreezingClose(
                    row.getLong(1),
                    row.getInt(2),
                    row.getInt(3),
                    row.getObject(4, OffsetDateTime.class),
                    row.getString(5)))
        .optional();
  }

  /**
   * The definitions for a year's figures: the current ones, or for a closed year the definitions at
   * its close.
   */
  public Definitions definitions(int year) {
    return freezing(year).map(close -> definitions(close.id())).orElse(current);
  }

  /** The definitions kept with a close. */
  public Definitions definitions(long close) {
    return kept.computeIfAbsent(close, this::read);
  }

  private Definitions read(long close) {
    Map<String, ByteArrayOutputStream> files = new HashMap<>();
    jdbc.sql(
            """
            select substr(name, :from), content
            from snapshot_chunk
            where close_id = :close
              and starts_with(name, :prefix)
            order by name, seq
            """)
        .param("close", close)
        .param("prefix", DEFINITIONS)
        .param("from", DEFINITIONS.length() + 1)
        .query(
            row -> {
              files
                  .computeIfAbsent(row.getString(1), none -> new ByteArrayOutputStream())
                  .writeBytes(row.getBytes(2));
            });
    Map<String, byte[]> whole = new HashMap<>();
    files.forEach((name, bytes) -> whole.put(name, bytes.toByteArray()));
    return Definitions.kept(whole);
  }
}
