package org.sunlitledger.account;

import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody who may use the console.
 *
 * @param login what is typed at the door: 2 to 32 lower-case letters, digits, dots, dashes
 * @param name of the person, as decisions record it
 * @param hasSecondFactor whether its owner types a code from a telephone after the password
 * @param office the folder of the inbox this person hands files into; empty for all folders
 */
public record Account(
    long id,
    String login,
    String name,
    Optional<String> office,
    Set<AccountRole> roles,
    AccountState state,
    boolean hasSecondFactor,
    OffsetDateTime created) {

  /** Whether the account can be used. */
  public enum AccountState {
    /** No password is set yet. */
    INVITED,
    ACTIVE,
    DISABLED
  }
}
