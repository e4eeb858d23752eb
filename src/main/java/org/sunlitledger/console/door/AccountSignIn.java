package org.sunlitledger.console.door;

import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import org.sunlitledger.account.AccessLog;
import org.sunlitledger.account.AccessLog.AccessKind;
import org.sunlitledger.account.Account;
import org.sunlitledger.account.Accounts;
import org.sunlitledger.console.frame.SignedIn;

/**
 * Lets somebody in who types the password of an account. Who also needs a second factor has no role
 * until it is shown.
 */
@Component
final class AccountSignIn implements AuthenticationProvider {
  private final Accounts accounts;
  private final PasswordCheck check;
  private final SecondFactorPolicy policy;
  private final AccessLog log;

  AccountSignIn(Accounts accounts, PasswordCheck check, SecondFactorPolicy policy, AccessLog log) {
    this.accounts = accounts;
    this.check = check;
    this.policy = policy;
    this.log = log;
  }

  @Override
  public Authentication authenticate(Authentication typed) {
    String address =
        typed.getDetails() instanceof WebAuthenticationDetails details
            ? details.getRemoteAddress()
            : "";
    Optional<Account> account = accounts.find(typed.getName());
    switch (check.password(account, String.valueOf(typed.getCredentials()), address)) {
      case LOCKED -> throw new LockedException("locked");
      case WRONG -> throw new BadCredentialsException("wrong");
      case RIGHT -> {}
    }
    Account known = account.orElseThrow();
    if (policy.isAsked(known)) {
      return UsernamePasswordAuthenticationToken.authenticated(SignedIn.of(known), "", List.of());
    }
    log.record(AccessKind.SIGNED_IN, Optional.of(known.id()), address);
    return signedIn(known);
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
  }

  /** Somebody with all the roles of the account. */
  static Authentication signedIn(Account account) {
    return UsernamePasswordAuthenticationToken.authenticated(
        SignedIn.of(account),
        "",
        account.roles().stream()
            .map(role -> (GrantedAuthority) new SimpleGrantedAuthority("ROLE_" + role.name()))
            .toList());
  }
}
