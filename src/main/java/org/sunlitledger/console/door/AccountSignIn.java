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
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import org.sunlitledger.account.AccessLog;
import org.sunlitledger.account.AccessLog.AccessKind;
import org.sunlitledger.account.Account;
import org.sunlitledger.account.Account.AccountState;
import org.sunlitledger.account.Accounts;
import org.sunlitledger.account.Credentials;
import org.sunlitledger.account.SignInLimits;
import org.sunlitledger.console.frame.SignedIn;

/**
 * Lets somebody in who types the password of an account. An unknown login takes as long and gets
 * the same answer as a wrong password.
 */
@Component
final class AccountSignIn implements AuthenticationProvider {
  private final Accounts accounts;
  private final Credentials credentials;
  private final SignInLimits limits;
  private final AccessLog log;
  private final PasswordEncoder passwords;
  private final String nobodys;

  AccountSignIn(
      Accounts accounts,
      Credentials credentials,
      SignInLimits limits,
      AccessLog log,
      PasswordEncoder passwords) {
    this.accounts = accounts;
    this.credentials = credentials;
    this.limits = limits;
    this.log = log;
    this.passwords = passwords;
    this.nobodys = passwords.encode("nobody's");
  }

  @Override
  public Authentication authenticate(Authentication typed) {
    String address =
        typed.getDetails() instanceof WebAuthenticationDetails details
            ? details.getRemoteAddress()
            : "";
    Optional<Account> account = accounts.find(typed.getName());
    Optional<Long> id = account.map(Account::id);
    if (limits.isLocked(id, address)) {
      log.record(AccessKind.SIGN_IN_LOCKED, id, address);
      throw new LockedException("locked");
    }
    boolean matches =
        passwords.matches(
            String.valueOf(typed.getCredentials()),
            id.flatMap(credentials::passwordHash).orElse(nobodys));
    if (!matches || account.filter(known -> known.state() == AccountState.ACTIVE).isEmpty()) {
      log.record(AccessKind.SIGN_IN_FAILED, id, address);
      throw new BadCredentialsException("wrong");
    }
    log.record(AccessKind.SIGNED_IN, id, address);
    return UsernamePasswordAuthenticationToken.authenticated(
        SignedIn.of(account.orElseThrow()), "", authorities(account.orElseThrow()));
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
  }

  private static List<GrantedAuthority> authorities(Account account) {
    return account.roles().stream()
        .map(role -> (GrantedAuthority) new SimpleGrantedAuthority("ROLE_" + role.name()))
        .toList();
  }
}
