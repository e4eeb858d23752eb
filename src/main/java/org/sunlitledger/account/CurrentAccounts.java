package org.sunlitledger.account;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the account of a session says now; it is looked up for each request. */
@Component
public final class CurrentAccounts {
  private final JdbcClient jdbc;

  CurrentAccounts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What an account says now.
   *
   * @param language {@code zh} or {@code en}; empty until its owner chooses one
   * @param passwordSet when its owner set the password
   */
  public record CurrentAccount(Optional<String> language, OffsetDateTime passwordSet) {}

  /**
   * The account of a session that began at a moment; empty when the session no longer counts,
   * because the account is disabled or was changed after that.
   */
  public Optional<CurrentAccount> of(long account, Instant since) {
    return jdbc.sql(
            """
            select language, password_set_at
            from account
            where id = :id
              and password_set_at is not null
              and disabled_at is null
              and sessions_from <= :since
            """)
        .param("id", account)
        .param("since", since.atOffset(ZoneOffset.UTC))
        .query(
            (row, number) ->
                new CurrentAccount(
                    Optional.ofNullable(row.getString("language")),
                    row.getObject("password_set_at", OffsetDateTime.class)))
        .optional();
  }

  /**
   * Remembers in which language somebody reads.
   *
   * @param language {@code zh} or {@code en}
   */
  public void chooseLanguage(long account, String language) {
    jdbc.sql("update account set language = :language where id = :id")
        .param("language", language)
        .param("id", account)
        .update();
  }
}
