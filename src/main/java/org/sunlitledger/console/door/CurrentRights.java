package org.sunlitledger.console.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.sunlitledger.account.CurrentAccounts;
import org.sunlitledger.account.CurrentAccounts.CurrentAccount;
import org.sunlitledger.console.frame.RequestAccount;
import org.sunlitledger.console.frame.SignedIn;

/**
 * Ends a session whose account has been disabled or changed since it began, and any after ten
 * hours. What somebody may do is thus what the account says now.
 */
final class CurrentRights extends OncePerRequestFilter {
  private static final Duration LONGEST_SESSION = Duration.ofHours(10);

  private final CurrentAccounts accounts;

  CurrentRights(CurrentAccounts accounts) {
    this.accounts = accounts;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Authentication known = SecurityContextHolder.getContext().getAuthentication();
    HttpSession session = request.getSession(false);
    if (known != null && session != null && known.getPrincipal() instanceof SignedIn person) {
      Optional<CurrentAccount> current =
          current(person, Instant.ofEpochMilli(session.getCreationTime()));
      current.ifPresent(account -> RequestAccount.put(request, account));
      if (current.isEmpty()) {
        session.invalidate();
        SecurityContextHolder.clearContext();
      }
    }
    chain.doFilter(request, response);
  }

  /** The account as it is now; empty when the session is over. */
  private Optional<CurrentAccount> current(SignedIn person, Instant began) {
    return began.plus(LONGEST_SESSION).isAfter(Instant.now())
        ? accounts.of(person.account(), began)
        : Optional.empty();
  }
}
