package org.sunlitledger.account;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Records what happens to accounts and at the door; entries are only added. */
@Component
public final class AccessLog {
  private final JdbcClient jdbc;
  private final Clock clock;

  AccessLog(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** What is recorded. */
  public enum AccessKind {
    ACCOUNT_MADE,
    ACCOUNT_RENAMED,
    CODE_MADE,
    ACCOUNT_DISABLED,
    ACCOUNT_ENABLED,
    ACCOUNT_CHANGED,
    PASSWORD_SET,
    FACTOR_SET,
    FACTOR_FORGOTTEN,
    SESSIONS_ENDED,
    SIGNED_IN,
    SIGN_IN_FAILED,
    SIGN_IN_LOCKED,
    SIGNED_OUT,
    /** Somebody took the file of a delivery; the detail is its number. */
    ORIGINAL_TAKEN
  }

  /** Where it was done. */
  public enum AccessVia {
    CLI,
    CONSOLE
  }

  /**
   * Adds an entry.
   *
   * @param account the account it is about; empty where there is none
   * @param detail without anything personal or secret
   */
  public void record(AccessKind kind, Optional<Long> account, AccessVia via, String detail) {
    record(kind, account, via, Optional.empty(), detail);
  }

  /** Adds an entry of somebody at the door of the console. */
  public void record(AccessKind kind, Optional<Long> account, String address) {
    record(kind, account, address, "");
  }

  /**
   * Adds an entry of somebody at the console.
   *
   * @param detail without anything personal or secret
   */
  public void record(AccessKind kind, Optional<Long> account, String address, String detail) {
    record(kind, account, AccessVia.CONSOLE, Optional.of(address), detail);
  }

  private void record(
      AccessKind kind,
      Optional<Long> account,
      AccessVia via,
      Optional<String> address,
      String detail) {
    jdbc.sql(
            """
            insert into access_event (at, account_id, kind, via, address, detail)
            values (:at, :account, :kind, :via, :address, :detail)
            """)
        .param("at", OffsetDateTime.now(clock))
        .param("account", account.orElse(null))
        .param("kind", kind.name().toLowerCase(Locale.ROOT))
        .param("via", via.name().toLowerCase(Locale.ROOT))
        .param("address", address.orElse(null))
        .param("detail", detail)
        .update();
  }
}
