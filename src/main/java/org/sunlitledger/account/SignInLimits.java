package org.sunlitledger.account;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Who has to wait after wrong passwords. Five in a quarter of an hour lock an account for ten
 * minutes, thirty an address; a lock ends by itself. The access log is all there is to count.
 */
@Component
public final class SignInLimits {
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Clock clock;

  SignInLimits(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * Judges one try after the other: those at the same account or from the same address wait, so
   * that each sees what became of the one before.
   */
  public <T> T oneByOne(Optional<Long> account, String address, Supplier<T> attempt) {
    return Objects.requireNonNull(
        transaction.execute(
            status -> {
              jdbc.sql("select 1 from pg_advisory_xact_lock(hashtextextended(:address, 20))")
                  .param("address", address)
                  .query(Integer.class)
                  .single();
              account.ifPresent(
                  id ->
                      jdbc.sql("select id from account where id = :id for no key update")
                          .param("id", id)
                          .query(Long.class)
                          .single());
              return attempt.get();
            }));
  }

  /**
   * Whether somebody has to wait.
   *
   * @param account the account of the login that was typed; empty where there is none
   */
  public boolean isLocked(Optional<Long> account, String address) {
    return ofAddress(address).isPresent() || account.flatMap(this::ofAccount).isPresent();
  }

  /** Until when nobody can sign in to an account; empty when somebody can. */
  private Optional<OffsetDateTime> ofAccount(long account) {
    return until(
        """
        account_id = :key
          and id > coalesce((
            select max(id) from access_event where account_id = :key and kind = 'signed_in'), 0)
        """,
        account,
        5);
  }

  /** Until when nobody can sign in from an address; empty when somebody can. */
  private Optional<OffsetDateTime> ofAddress(String address) {
    return until("address = :key", address, 30);
  }

  private Optional<OffsetDateTime> until(String whose, Object key, int most) {
    OffsetDateTime now = OffsetDateTime.now(clock);
    return jdbc.sql(
            """
            select max(at) + interval '10 minutes' as until
            from (
              select at,
                count(*) over (order by at range between interval '15 minutes' preceding and current row) as failures
              from access_event
              where kind = 'sign_in_failed'
                and at > :now - interval '25 minutes'
                and %s
            ) failed
            where failures >= :most
            """
                .formatted(whose))
        .param("now", now)
        .param("key", key)
        .param("most", most)
        .query((row, number) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
        .single()
        .filter(until -> until.isAfter(now));
  }
}
