package org.sunlitledger.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the access log has, the last first. */
@Component
public final class AccessList {
  private static final String EVENTS =
      """
      from access_event e
      left join account a on a.id = e.account_id
      left join account b on b.id = e.by_id
      where (:login = '' or a.login = :login or b.login = :login)
        and (:kind = '' or e.kind = :kind)
      """;

  private static final int FETCHED_ROWS = 500;

  private final JdbcClient jdbc;

  AccessList(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * An entry.
   *
   * @param login of the account it is about; empty where there is none
   * @param by login of the person who did it, where that is known
   */
  public record AccessEvent(
      long id,
      OffsetDateTime at,
      Optional<String> login,
      String kind,
      Optional<String> by,
      String via,
      Optional<String> address,
      String detail) {}

  /**
   * What is asked for.
   *
   * @param login of the account it is about or of the person who did it; empty for all
   * @param kind in the words of the table; empty for all
   */
  public record AccessFilter(String login, String kind) {}

  /**
   * Entries of a filter.
   *
   * @param before key of the last entry that was shown; empty for the first page
   */
  public List<AccessEvent> page(AccessFilter filter, Optional<Long> before, int most) {
    return select(filter, before.orElse(Long.MAX_VALUE), "limit :most")
        .param("most", most)
        .query(AccessList::event)
        .list();
  }

  /** Hands over all entries of a filter, in a transaction under way. */
  public void each(AccessFilter filter, Consumer<AccessEvent> each) {
    try (Stream<AccessEvent> events =
        select(filter, Long.MAX_VALUE, "")
            .withFetchSize(FETCHED_ROWS)
            .query(AccessList::event)
            .stream()) {
      events.forEach(each);
    }
  }

  public long count(AccessFilter filter) {
    return jdbc.sql("select count(*) " + EVENTS)
        .param("login", filter.login())
        .param("kind", filter.kind())
        .query(Long.class)
        .single();
  }

  private JdbcClient.StatementSpec select(AccessFilter filter, long before, String limit) {
    return jdbc.sql(
            """
            select e.id, e.at, a.login, e.kind, b.login as by, e.via, e.address, e.detail
            %s
              and e.id < :before
            order by e.id desc
            %s
            """
                .formatted(EVENTS, limit))
        .param("login", filter.login())
        .param("kind", filter.kind())
        .param("before", before);
  }

  private static AccessEvent event(ResultSet row, int number) throws SQLException {
    return new AccessEvent(
        row.getLong("id"),
        row.getObject("at", OffsetDateTime.class),
        Optional.ofNullable(row.getString("login")),
        row.getString("kind"),
        Optional.ofNullable(row.getString("by")),
        row.getString("via"),
        Optional.ofNullable(row.getString("address")),
        row.getString("detail"));
  }
}
