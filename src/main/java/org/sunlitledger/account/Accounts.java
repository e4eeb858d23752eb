package org.sunlitledger.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.sunlitledger.account.AccessLog.AccessKind;
import org.sunlitledger.account.AccessLog.AccessVia;
import org.sunlitledger.account.Account.AccountState;
import org.sunlitledger.account.AccountRefusal.RefusedBecause;
import org.sunlitledger.decision.Signature;

/**
 * Makes accounts, lists them, and takes them out of use. None is ever deleted: decisions name
 * people.
 */
@Component
public final class Accounts {
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final SecondFactors factors;
  private final AccessLog log;
  private final Clock clock;

  Accounts(
      JdbcClient jdbc,
      TransactionTemplate transaction,
      SecondFactors factors,
      AccessLog log,
      Clock clock) {
    this.jdbc = jdbc;
    this.factors = factors;
    this.transaction = transaction;
    this.log = log;
    this.clock = clock;
  }

  /** All accounts, by login. */
  public List<Account> all() {
    return jdbc.sql(
            """
            select id, login, name, office, roles, created_at, factor_seed is not null as has_factor,
              case
                when disabled_at is not null then 'DISABLED'
                when password_hash is null then 'INVITED'
                else 'ACTIVE'
              end as state
            from account
            order by login
            """)
        .query(Accounts::account)
        .list();
  }

  public Optional<Account> find(String login) {
    return all().stream().filter(account -> account.login().equals(login)).findFirst();
  }

  /**
   * Makes an account and the code with which its owner sets a password.
   *
   * @throws AccountRefusal when the login or the name belongs to another account
   */
  public ActivationCode add(NewAccount wanted, AccessVia via) {
    wanted.check();
    return alone(
        () -> {
          find(wanted.login())
              .ifPresent(
                  other -> {
                    throw new AccountRefusal(
                        RefusedBecause.LOGIN_TAKEN, other.login(), other.name());
                  });
          refuseTaken(wanted.signature(), Optional.empty());
          ActivationCode code = ActivationCode.made(OffsetDateTime.now(clock));
          long id =
              jdbc.sql(
                      """
                      insert into account (login, name, office, roles, code_hash, code_expires_at, created_at, sessions_from)
                      values (:login, :name, :office, :roles, :hash, :expires, :now, :now)
                      returning id
                      """)
                  .param("login", wanted.login())
                  .param("name", wanted.signature().name())
                  .param("office", wanted.office().orElse(null))
                  .param("roles", codes(wanted.roles()))
                  .param("hash", ActivationCode.hash(code.text()))
                  .param("expires", code.expires())
                  .param("now", OffsetDateTime.now(clock))
                  .query(Long.class)
                  .single();
          log.record(
              AccessKind.ACCOUNT_MADE,
              Optional.of(id),
              via,
              String.join(", ", codes(wanted.roles())));
          return code;
        });
  }

  /**
   * Makes a new code for somebody who has lost theirs or forgotten the password. The password holds
   * until another one is set.
   *
   * @throws AccountRefusal for an unknown login
   */
  public ActivationCode invite(String login, AccessVia via) {
    return alone(
        () -> {
          Account account = existing(login);
          ActivationCode code = ActivationCode.made(OffsetDateTime.now(clock));
          jdbc.sql(
                  "update account set code_hash = :hash, code_expires_at = :expires where id = :id")
              .param("hash", ActivationCode.hash(code.text()))
              .param("expires", code.expires())
              .param("id", account.id())
              .update();
          log.record(AccessKind.CODE_MADE, Optional.of(account.id()), via, "");
          return code;
        });
  }

  /**
   * Adds to a name what distinguishes two people, such as 王芳（教育局）. Another person's name would let
   * somebody approve their own decisions.
   *
   * @throws AccountRefusal for another person's name
   */
  public void rename(String login, String name, AccessVia via) {
    NewAccount.checkName(name);
    Signature signature = Signature.of(name);
    alone(
        () -> {
          Account account = existing(login);
          if (!signature.isSamePerson(Signature.of(account.name()))) {
            throw new AccountRefusal(
                RefusedBecause.OTHER_PERSON, login, account.name(), signature.name());
          }
          refuseTaken(signature, Optional.of(account));
          jdbc.sql("update account set name = :name where id = :id")
              .param("name", signature.name())
              .param("id", account.id())
              .update();
          log.record(
              AccessKind.ACCOUNT_RENAMED,
              Optional.of(account.id()),
              via,
              account.name() + " → " + signature.name());
          return true;
        });
  }

  /**
   * Takes an account out of use or into use again.
   *
   * @throws AccountRefusal for an unknown login, and for the last administrator
   */
  public void setDisabled(String login, boolean disabled, AccessVia via) {
    alone(
        () -> {
          Account account = existing(login);
          if (disabled && isLastAdministrator(account)) {
            throw new AccountRefusal(RefusedBecause.LAST_ADMINISTRATOR, login);
          }
          jdbc.sql(
                  """
                  update account
                  set disabled_at = :at, code_hash = null, code_expires_at = null, sessions_from = :now
                  where id = :id
                  """)
              .param("at", disabled ? OffsetDateTime.now(clock) : null)
              .param("now", OffsetDateTime.now(clock))
              .param("id", account.id())
              .update();
          log.record(
              disabled ? AccessKind.ACCOUNT_DISABLED : AccessKind.ACCOUNT_ENABLED,
              Optional.of(account.id()),
              via,
              "");
          return true;
        });
  }

  /**
   * Gives an account other roles or another office; its sessions end.
   *
   * @throws AccountRefusal for roles that do not go together, and for the last administrator
   */
  public void change(String login, Set<AccountRole> roles, Optional<String> office, AccessVia via) {
    NewAccount.checkRoles(roles);
    alone(
        () -> {
          Account account = existing(login);
          if (!roles.contains(AccountRole.ADMINISTRATOR) && isLastAdministrator(account)) {
            throw new AccountRefusal(RefusedBecause.LAST_ADMINISTRATOR, login);
          }
          jdbc.sql(
                  """
                  update account set roles = :roles, office = :office, sessions_from = :now
                  where id = :id
                  """)
              .param("roles", codes(roles))
              .param("office", office.orElse(null))
              .param("now", OffsetDateTime.now(clock))
              .param("id", account.id())
              .update();
          log.record(
              AccessKind.ACCOUNT_CHANGED,
              Optional.of(account.id()),
              via,
              String.join(", ", codes(roles)) + office.map(folder -> "; " + folder).orElse(""));
          return true;
        });
  }

  /**
   * Takes the second factor away from somebody who has lost it; its sessions end.
   *
   * @throws AccountRefusal for an unknown login
   */
  public void forgetFactor(String login, AccessVia via) {
    alone(
        () -> {
          Account account = existing(login);
          factors.forget(account.id(), via);
          endSessions(account.id());
          return true;
        });
  }

  /**
   * Ends all sessions of an account.
   *
   * @throws AccountRefusal for an unknown login
   */
  public void endSessions(String login, AccessVia via) {
    alone(
        () -> {
          Account account = existing(login);
          endSessions(account.id());
          log.record(AccessKind.SESSIONS_ENDED, Optional.of(account.id()), via, "");
          return true;
        });
  }

  private void endSessions(long account) {
    jdbc.sql("update account set sessions_from = :now where id = :id")
        .param("now", OffsetDateTime.now(clock))
        .param("id", account)
        .update();
  }

  private Account existing(String login) {
    return find(login).orElseThrow(() -> new AccountRefusal(RefusedBecause.UNKNOWN, login));
  }

  private void refuseTaken(Signature signature, Optional<Account> own) {
    for (Account other : all()) {
      boolean isOwn = own.filter(account -> account.id() == other.id()).isPresent();
      if (!isOwn && signature.isSamePerson(Signature.of(other.name()))) {
        throw new AccountRefusal(
            RefusedBecause.NAME_TAKEN, signature.name(), other.login(), other.name());
      }
    }
  }

  private boolean isLastAdministrator(Account account) {
    return isAdministrator(account)
        && all().stream().filter(Accounts::isAdministrator).count() == 1;
  }

  private static boolean isAdministrator(Account account) {
    return account.roles().contains(AccountRole.ADMINISTRATOR)
        && account.state() != AccountState.DISABLED;
  }

  /** In a transaction that excludes any other change of accounts. */
  private <T> T alone(Supplier<T> change) {
    return Objects.requireNonNull(
        transaction.execute(
            status -> {
              jdbc.sql("lock table account in share row exclusive mode").update();
              return change.get();
            }));
  }

  private static String[] codes(Set<AccountRole> roles) {
    return roles.stream().sorted().map(AccountRole::code).toArray(String[]::new);
  }

  private static Account account(ResultSet row, int number) throws SQLException {
    Set<AccountRole> roles = EnumSet.noneOf(AccountRole.class);
    for (String code : (String[]) row.getArray("roles").getArray()) {
      roles.add(AccountRole.find(code).orElseThrow());
    }
    return new Account(
        row.getLong("id"),
        row.getString("login"),
        row.getString("name"),
        Optional.ofNullable(row.getString("office")),
        roles,
        AccountState.valueOf(row.getString("state")),
        row.getBoolean("has_factor"),
        row.getObject("created_at", OffsetDateTime.class));
  }
}
