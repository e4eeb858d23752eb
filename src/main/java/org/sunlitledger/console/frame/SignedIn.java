package org.sunlitledger.console.frame;

import java.io.Serializable;
import java.security.Principal;
import org.sunlitledger.account.Account;

/**
 * Who is signed in.
 *
 * @param login what was typed at the door
 * @param name of the person, as decisions record it
 */
public record SignedIn(long account, String login, String name) implements Principal, Serializable {

  public static SignedIn of(Account account) {
    return new SignedIn(account.id(), account.login(), account.name());
  }

  @Override
  public String getName() {
    return login;
  }
}
