package org.sunlitledger.close.snapshot;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of closes. */
@Component
public final class YearCloseTable {
  private static final String COLUMNS =
      """
      select id, year, number, closed_at, closed_by, definitions_version, sha256,
        audit_head, reopened_at is null
      from year_close
      """;

  private final JdbcClient jdbc;

  YearCloseTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * One close.
   *
   * @param version digest of the definitions of its figures
   * @param sha256 of its snapshot
   * @param auditHead the last event of the audit trail that its snapshot has; 0 where there is none
   * @param inForce whether it has not been reopened
   */
  public record SealedClose(
      long id,
      int year,
      int number,
      OffsetDateTime at,
      String by,
      String version,
      String sha256,
      long auditHead,
      boolean inForce) {

    public SealedClose sealed(String digest) {
      return new SealedClose(id, year, number, at, by, version, digest, auditHead, inForce);
    }

    /** What the audit trail says of it. */
    public String event() {
      return "%s sha256 %s".formatted(folder(), sha256);
    }

    /** The name of its folder, below that of its year. */
    public String folder() {
      return "closed-" + number;
    }
  }

  /** A close that was reopened. */
  public record ReopenedClose(int number, OffsetDateTime at, String by, String why) {}

  /** All closes, in the order of years and numbers. */
  public List<SealedClose> all() {
    return jdbc.sql(COLUMNS + "order by year, number").query(YearCloseTable::close).list();
  }

  public List<SealedClose> of(int year) {
    return all().stream().filter(close -> close.year() == year).toList();
  }

  /** The one that a year is closed by now, if it is. */
  public Optional<SealedClose> inForce(int year) {
    return of(year).stream().filter(SealedClose::inForce).findFirst();
  }

  /** The last year closed before a year; 0 when there is none. */
  public int closedBefore(int year) {
    return all().stream()
        .filter(close -> close.inForce() && close.year() < year)
        .mapToInt(SealedClose::year)
        .max()
        .orElse(0);
  }

  /** The last year that is closed after a year, if any is. */
  public Optional<Integer> closedAfter(int year) {
    return all().stream()
        .filter(close -> close.inForce() && close.year() > year)
        .map(SealedClose::year)
        .reduce(Math::max);
  }

  /** Who reopened the closes of a year that are not in force any more, when and why. */
  public List<ReopenedClose> reopened(int year) {
    return jdbc.sql(
            """
            select number, reopened_at as at, reopened_by as by, why
            from year_close
            where year = :year
              and reopened_at is not null
            order by number
            """)
        .param("year", year)
        .query(ReopenedClose.class)
        .list();
  }

  /** Adds a close, which seals its parts. */
  public void add(SealedClose close) {
    jdbc.sql(
            """
            insert into year_close
              (id, year, number, closed_at, closed_by, definitions_version, sha256, audit_head)
            values
              (:id, :year, :number, :at, :by, :version, :sha256, :auditHead)
            """)
        .param("id", close.id())
        .param("year", close.year())
        .param("number", close.number())
        .param("at", close.at())
        .param("by", close.by())
        .param("version", close.version())
        .param("sha256", close.sha256())
        .param("auditHead", close.auditHead())
        .update();
  }

  /** Puts the closes of some years out of force. */
  public void reopen(int fromYear, int toYear, OffsetDateTime now, String by, String why) {
    jdbc.sql(
            """
            update year_close
            set reopened_at = :now, reopened_by = :by, why = :why
            where year between :from and :to
              and reopened_at is null
            """)
        .param("now", now)
        .param("by", by)
        .param("why", why)
        .param("from", fromYear)
        .param("to", toYear)
        .update();
  }

  /**
   * What was held for the years since the last close before counts from the next night on.
   *
   * @return those deliveries
   */
  public List<Long> release(int year) {
    return jdbc.sql(
            """
            update delivery
            set status = 'loaded'
            where status = 'held'
              and year <= :year
              and year > :after
            returning id
            """)
        .param("year", year)
        .param("after", closedBefore(year))
        .query(Long.class)
        .list();
  }

  private static SealedClose close(ResultSet row, int number) throws SQLException {
    return new SealedClose(
        row.getLong(1),
        row.getInt(2),
        row.getInt(3),
        row.getObject(4, OffsetDateTime.class),
        row.getString(5),
        row.getString(6),
        row.getString(7),
        row.getLong(8),
        row.getBoolean(9));
  }
}
