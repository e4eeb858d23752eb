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
  /** Entries with the logins of their people. */
  static final String ENTRIES =
      """
      from access_event e
      left join account a on a.id = e.account_id
      left join account b on b.id = e.by_id
      """;

  /** What {@link #event} reads. */
  static final String COLUMNS =
      "e.id, e.at, a.login, e.kind, b.login as by, e.via, e.address, e.session, e.detail";

  private static final String FILTERED =
      """
      %s
      where (:login = '' or a.login = :login or b.login = :login)
        and (:kind = '' or e.kind = :kind)
        and (:session = '' or e.session = :session)
      """
          .formatted(ENTRIES);

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
   * @param session the same for all entries of one session; empty where there was none
   */
  public record AccessEvent(
      long id,
      OffsetDateTime at,
      Optional<String> login,
      String kind,
      Optional<String> by,
      String via,
      Optional<String> address,
      Optional<String> session,
      String detail) {}

  /**
   * What is asked for.
   *
   * @param login of the account it is about or of the person who did it; empty for all
   * @param kind in the words of the table; empty for all
   * @param session of an entry; empty for all
   */
  public record AccessFilter(String login, String kind, String session) {}

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
    return jdbc.sql("select count(*) " + FILTERED)
        .param("login", filter.login())
        .param("kind", filter.kind())
        .param("session", filter.session())
        .query(Long.class)
        .single();
  }

  private JdbcClient.StatementSpec select(AccessFilter filter, long before, String limit) {
    return jdbc.sql(
            """
            select %s
            %s
              and e.id < :before
            order by e.id desc
            %s
            """
                .formatted(COLUMNS, FILTERED, limit))
        .param("login", filter.login())
        .param("kind", filter.kind())
        .param("session", filter.session())
        .param("before", before);
  }

  static AccessEvent event(ResultSet row, int number) throws SQLException {
    return new AccessEvent(
        row.getLong("id"),
        row.getObject("at", OffsetDateTime.class),
        Optional.ofNullable(row.getString("login")),
        row.getString("kind"),
        Optional.ofNullable(row.getString("by")),
        row.getString("via"),
        Optional.ofNullable(row.getString("address")),
        Optional.ofNullable(row.getString("session")),
        row.getString("detail"));
  }
}
