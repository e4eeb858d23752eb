package org.sunlitledger.console.session;

import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.sunlitledger.account.AccessSession;
import org.sunlitledger.quantity.digest.Sha256;

/**
 * Names the session of a request without giving it away: the beginning of the SHA-256 of its first
 * identifier. It stays when a sign-in or a password typed again gives the session another one.
 */
@Component
public final class SessionMark implements AccessSession {
  private static final String ATTRIBUTE = "sunlit.session-mark";
  private static final int DIGITS = 12;

  @Override
  public Optional<String> mark() {
    return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
        ? Optional.ofNullable(request.getRequest().getSession(false)).map(SessionMark::of)
        : Optional.empty();
  }

  /** The mark of a session. */
  public static String of(HttpSession session) {
    if (session.getAttribute(ATTRIBUTE) instanceof String known) {
      return known;
    }
    String mark =
        Sha256.sha256(session.getId().getBytes(StandardCharsets.UTF_8)).substring(0, DIGITS);
    session.setAttribute(ATTRIBUTE, mark);
    return mark;
  }
}
