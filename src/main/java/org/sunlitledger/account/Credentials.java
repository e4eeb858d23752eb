package org.sunlitledger.account;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The hashes of passwords. A password is set with an activation code, once, by its owner. */
@Component
public final class Credentials {
  private final JdbcClient jdbc;
  private final Clock clock;

  Credentials(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The hash of an account's password; empty while none is set. */
  public Optional<String> passwordHash(long account) {
    return jdbc.sql(
            "select password_hash from account where id = :id and password_hash is not null")
        .param("id", account)
        .query(String.class)
        .optional();
  }

  /** Gives an account another password; its sessions end. */
  public void change(long account, String passwordHash) {
    jdbc.sql(
            """
            update account
            set password_hash = :password, password_set_at = :now, sessions_from = :now
            where id = :id
            """)
        .param("password", passwordHash)
        .param("now", OffsetDateTime.now(clock))
        .param("id", account)
        .update();
  }

  /** Whether an activation code is right and in time. It stays usable. */
  public boolean hasCode(long account, String code) {
    return jdbc.sql(
            """
            select exists (
              select from account
              where id = :id
                and code_hash = :code
                and code_expires_at > :now
                and disabled_at is null)
            """)
        .param("id", account)
        .param("code", ActivationCode.hash(code))
        .param("now", OffsetDateTime.now(clock))
        .query(Boolean.class)
        .single();
  }

  /**
   * Sets the password of an account and uses its code up.
   *
   * @return whether the code was right and in time
   */
  public boolean activate(long account, String code, String passwordHash) {
    return jdbc.sql(
                """
                update account
                set password_hash = :password, password_set_at = :now, sessions_from = :now,
                  code_hash = null, code_expires_at = null
                where id = :id
                  and code_hash = :code
                  and code_expires_at > :now
                  and disabled_at is null
                """)
            .param("id", account)
            .param("code", ActivationCode.hash(code))
            .param("password", passwordHash)
            .param("now", OffsetDateTime.now(clock))
            .update()
        == 1;
  }
}
