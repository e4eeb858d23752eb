package org.sunlitledger.console.frame;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.sunlitledger.account.CurrentAccounts.CurrentAccount;

/** What the account of a request's session says now. */
public final class RequestAccount {
  private static final String ATTRIBUTE = "sunlit.current-account";

  private RequestAccount() {}

  public static void put(HttpServletRequest request, CurrentAccount account) {
    request.setAttribute(ATTRIBUTE, account);
  }

  /** Empty for somebody who has not signed in. */
  public static Optional<CurrentAccount> of(HttpServletRequest request) {
    return Optional.ofNullable((CurrentAccount) request.getAttribute(ATTRIBUTE));
  }
}
