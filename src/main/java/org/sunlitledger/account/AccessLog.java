package org.sunlitledger.account;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Records what happens to accounts, at the door and to handed-in files; entries are only added. */
@Component
public final class AccessLog {
  private final JdbcClient jdbc;
  private final Clock clock;
  private final ObjectProvider<AccessSession> session;

  AccessLog(JdbcClient jdbc, Clock clock, ObjectProvider<AccessSession> session) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.session = session;
  }

  /** What is recorded. */
  public enum AccessKind {
    ACCOUNT_MADE,
    ACCOUNT_RENAMED,
    ACCOUNT_CHANGED,
    CODE_MADE,
    ACCOUNT_DISABLED,
    ACCOUNT_ENABLED,
    PASSWORD_SET,
    FACTOR_SET,
    FACTOR_FORGOTTEN,
    SESSIONS_ENDED,
    SIGNED_IN,
    SIGN_IN_FAILED,
    SIGN_IN_LOCKED,
    SIGNED_OUT,
    REFUSED,
    /** Somebody took the file of a delivery; the detail is its number. */
    ORIGINAL_TAKEN,
    /** Somebody took a list as a file; the detail is its name. */
    LIST_TAKEN,
    FILE_UPLOADED,
    FILE_REPLACED,
    FILE_WITHDRAWN,
    /** Somebody took the rejected lines of a delivery; the detail is its number. */
    REJECTS_TAKEN,
    /** Somebody saw that the lines under a figure do not give its value; the detail has both. */
    FIGURE_DIFFERS,
    /**
     * Somebody saw that a year's proof is not what the lines give; the detail has the difference.
     */
    PROOF_DIFFERS
  }

  /**
   * From where something was done, and by whom where that is known.
   *
   * @param account of the person who did it
   * @param address of the browser
   */
  public record AccessVia(String place, Optional<Long> account, Optional<String> address) {
    /** The command line, which knows no accounts. */
    public static final AccessVia CLI = new AccessVia("cli", Optional.empty(), Optional.empty());

    /** Somebody who is signed in to the console. */
    public static AccessVia console(long account, String address) {
      return new AccessVia("console", Optional.of(account), Optional.of(address));
    }

    /** Somebody at the door of the console who is not known yet. */
    static AccessVia door(String address) {
      return new AccessVia("console", Optional.empty(), Optional.of(address));
    }
  }

  /**
   * Adds an entry.
   *
   * @param account the account it is about; empty where there is none
   * @param detail without anything personal or secret
   */
  public void record(AccessKind kind, Optional<Long> account, AccessVia via, String detail) {
    jdbc.sql(
            """
            insert into access_event (at, account_id, kind, by_id, via, address, session, detail)
            values (:at, :account, :kind, :by, :via, :address, :session, :detail)
            """)
        .param("at", OffsetDateTime.now(clock))
        .param("account", account.orElse(null))
        .param("kind", kind.name().toLowerCase(Locale.ROOT))
        .param("by", via.account().orElse(null))
        .param("via", via.place())
        .param("address", via.address().orElse(null))
        .param("session", mark())
        .param("detail", detail)
        .update();
  }

  /** Adds an entry of somebody at the door of the console. */
  public void record(AccessKind kind, Optional<Long> account, String address) {
    record(kind, account, AccessVia.door(address), "");
  }

  private @Nullable String mark() {
    return session.stream().findFirst().flatMap(AccessSession::mark).orElse(null);
  }
}
