package org.sunlitledger.account;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.sunlitledger.account.AccessList.AccessEvent;

/**
 * Hands the entries of the access log over to a copy elsewhere, in their order, also those of
 * commands and of times when the copy could not be reached. An entry comes again when the copy
 * fails after taking it.
 */
@Component
public final class AccessCopies {
  private static final int MOST_AT_ONCE = 500;

  /** Numbers are given before their entries are there for others; by then all of them are. */
  private static final Duration SETTLED = Duration.ofSeconds(3);

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Clock clock;

  AccessCopies(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * Hands over what was not copied yet.
   *
   * @param copy gets at most 500 entries; what it throws leaves all of them to be copied
   */
  public void next(Consumer<List<AccessEvent>> copy) {
    transaction.executeWithoutResult(status -> inOrder(copy));
  }

  private void inOrder(Consumer<List<AccessEvent>> copy) {
    long last =
        jdbc.sql("select last_event from access_copy for update").query(Long.class).single();
    List<AccessEvent> events = after(last);
    if (!events.isEmpty()) {
      copy.accept(events);
      jdbc.sql("update access_copy set last_event = :last")
          .param("last", events.get(events.size() - 1).id())
          .update();
    }
  }

  private List<AccessEvent> after(long last) {
    return jdbc.sql(
            """
            select %s
            %s
            where e.id > :last
              and e.at < :settled
            order by e.id
            limit :most
            """
                .formatted(AccessList.COLUMNS, AccessList.ENTRIES))
        .param("last", last)
        .param("settled", OffsetDateTime.now(clock).minus(SETTLED))
        .param("most", MOST_AT_ONCE)
        .query(AccessList::event)
        .list();
  }
}
