package org.sunlitledger.console.door;

import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.sunlitledger.account.AccessLog;
import org.sunlitledger.account.AccessLog.AccessKind;
import org.sunlitledger.account.Account;
import org.sunlitledger.account.Account.AccountState;
import org.sunlitledger.account.Credentials;
import org.sunlitledger.account.SignInLimits;

/**
 * Judges what somebody types to show who they are: one try after the other, each recorded, with a
 * wait after too many wrong ones.
 */
@Component
public final class PasswordCheck {
  private final Credentials credentials;
  private final SignInLimits limits;
  private final AccessLog log;
  private final PasswordEncoder passwords;

  /** Made at the first try and not at the start of the console, as making it takes long. */
  private final Supplier<String> nobodys;

  PasswordCheck(
      Credentials credentials, SignInLimits limits, AccessLog log, PasswordEncoder passwords) {
    this.credentials = credentials;
    this.limits = limits;
    this.log = log;
    this.passwords = passwords;
    this.nobodys = SingletonSupplier.of(() -> passwords.encode("nobody's"));
  }

  /** What became of a try. */
  public enum Verdict {
    RIGHT,
    WRONG,
    LOCKED
  }

  /**
   * Judges a password. An unknown login takes as long and gets the same answer as a wrong password.
   *
   * @param account of the login that was typed; empty where there is none
   */
  public Verdict password(Optional<Account> account, String password, String address) {
    String none = nobodys.get();
    return judge(
        account.map(Account::id),
        address,
        () ->
            passwords.matches(
                    password,
                    account.map(Account::id).flatMap(credentials::passwordHash).orElse(none))
                && account.filter(known -> known.state() == AccountState.ACTIVE).isPresent());
  }

  /** Judges anything else that somebody types to show who they are. */
  Verdict judge(Optional<Long> account, String address, Supplier<Boolean> isRight) {
    return limits.oneByOne(
        account,
        address,
        () -> {
          if (limits.isLocked(account, address)) {
            log.record(AccessKind.SIGN_IN_LOCKED, account, address);
            return Verdict.LOCKED;
          }
          if (!isRight.get()) {
            log.record(AccessKind.SIGN_IN_FAILED, account, address);
            return Verdict.WRONG;
          }
          return Verdict.RIGHT;
        });
  }
}
