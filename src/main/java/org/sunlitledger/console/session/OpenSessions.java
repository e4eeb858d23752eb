package org.sunlitledger.console.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.security.core.session.SessionInformation;
import org.springframework.security.core.session.SessionRegistryImpl;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.sunlitledger.account.CurrentAccounts;
import org.sunlitledger.console.frame.SignedIn;

/** The sessions of this server, with where each began; they belong to accounts. */
@Component
public final class OpenSessions extends SessionRegistryImpl {
  /** Where a session began. */
  private record Beginning(String mark, Instant at, String address, String browser) {}

  private final Map<String, Beginning> beginnings = new ConcurrentHashMap<>();
  private final CurrentAccounts accounts;
  private final Clock clock;

  OpenSessions(CurrentAccounts accounts, Clock clock) {
    this.accounts = accounts;
    this.clock = clock;
  }

  /** The sessions of an account that still count, the latest first. */
  public List<OpenSession> of(long account) {
    return known(account)
        .flatMap(one -> open(one, account).stream())
        .sorted(Comparator.comparing(OpenSession::lastSeen).reversed())
        .toList();
  }

  /**
   * Ends sessions of an account; their next request is refused.
   *
   * @return the marks of those that were ended
   */
  public List<String> end(long account, Predicate<String> mark) {
    List<String> ended = new ArrayList<>();
    known(account)
        .forEach(
            one ->
                open(one, account)
                    .map(OpenSession::mark)
                    .filter(mark)
                    .ifPresent(
                        chosen -> {
                          one.expireNow();
                          ended.add(chosen);
                        }));
    return ended;
  }

  /** Also those that began under another name or with other roles of the same account. */
  @Override
  public List<SessionInformation> getAllSessions(Object principal, boolean includeExpired) {
    // Spring Security sorts the list
    return new ArrayList<>(
        getAllPrincipals().stream()
            .filter(other -> isSameAccount(other, principal))
            .flatMap(other -> super.getAllSessions(other, includeExpired).stream())
            .toList());
  }

  @Override
  public void registerNewSession(String sessionId, Object principal) {
    super.registerNewSession(sessionId, principal);
    beginning().ifPresent(beginning -> beginnings.put(sessionId, beginning));
  }

  @Override
  public void removeSessionInformation(String sessionId) {
    super.removeSessionInformation(sessionId);
    beginnings.remove(sessionId);
  }

  private Stream<SessionInformation> known(long account) {
    return getAllPrincipals().stream()
        .filter(other -> other instanceof SignedIn person && person.account() == account)
        .flatMap(person -> super.getAllSessions(person, false).stream());
  }

  private Optional<OpenSession> open(SessionInformation one, long account) {
    return Optional.ofNullable(beginnings.get(one.getSessionId()))
        .filter(beginning -> accounts.of(account, beginning.at()).isPresent())
        .map(
            beginning ->
                new OpenSession(
                    beginning.mark(),
                    beginning.at().atZone(clock.getZone()).toOffsetDateTime(),
                    one.getLastRequest().toInstant().atZone(clock.getZone()).toOffsetDateTime(),
                    beginning.address(),
                    beginning.browser()));
  }

  private static Optional<Beginning> beginning() {
    if (RequestContextHolder.getRequestAttributes()
        instanceof ServletRequestAttributes attributes) {
      HttpServletRequest request = attributes.getRequest();
      return Optional.ofNullable(request.getSession(false))
          .map(session -> beginning(request, session));
    }
    return Optional.empty();
  }

  private static Beginning beginning(HttpServletRequest request, HttpSession session) {
    return new Beginning(
        SessionMark.of(session),
        Instant.ofEpochMilli(session.getCreationTime()),
        request.getRemoteAddr(),
        BrowserName.of(request.getHeader("User-Agent")));
  }

  private static boolean isSameAccount(Object one, Object other) {
    return one.equals(other)
        || (one instanceof SignedIn first
            && other instanceof SignedIn second
            && first.account() == second.account());
  }
}
