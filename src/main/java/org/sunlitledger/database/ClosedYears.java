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

/** Which years are closed, and the definitions that their figures were made with. */
@Component
public final class ClosedYears {
  /** What the parts of a snapshot that hold definitions begin with. */
  public static final String DEFINITIONS = "definitions/";

  private final JdbcClient jdbc;
  private final Definitions current;
  private final Map<Long, Definitions> kept = new ConcurrentHashMap<>();

  ClosedYears(JdbcClient jdbc, Definitions current) {
    this.jdbc = jdbc;
    this.current = current;
  }

  /**
   * The close by which a year is frozen.
   *
   * @param year that was closed; the year asked for or a later one
   */
  public record FreezingClose(long id, int year, int number, OffsetDateTime at, String by) {}

  /** By which close a year is frozen: its own, or that of a later year which stands on it. */
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

  /** The definitions that a year's figures are made with: today's, or when closed those of then. */
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
