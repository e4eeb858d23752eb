package org.sunlitledger.database.audit;

import java.util.Optional;

/**
 * Through what an event came about.
 *
 * @param place {@code cli} or {@code console}
 * @param login the account that was signed in to the console
 */
public record AuditVia(String place, Optional<String> login) {
  /** The command line, which knows no accounts. */
  public static final AuditVia CLI = new AuditVia("cli", Optional.empty());

  public static AuditVia console(String login) {
    return new AuditVia("console", Optional.of(login));
  }

  /** Says it of the action under way. */
  @FunctionalInterface
  public interface Entrance {
    AuditVia now();
  }
}
