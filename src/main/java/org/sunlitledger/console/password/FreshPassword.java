package org.sunlitledger.console.password;

import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Whether somebody has typed the password a moment ago. OWASP ASVS 5.0, 7.5. */
public final class FreshPassword {
  public static final String TYPED_AT = "sunlit.password-typed-at";
  private static final Duration HOLDS = Duration.ofMinutes(5);

  private FreshPassword() {}

  /** Whether it still holds; a session begins with the password. */
  public static boolean holds(HttpSession session) {
    Instant typed =
        Optional.ofNullable((Instant) session.getAttribute(TYPED_AT))
            .orElse(Instant.ofEpochMilli(session.getCreationTime()));
    return typed.plus(HOLDS).isAfter(Instant.now());
  }

  /** Takes note that it was typed now. */
  public static void typed(HttpSession session) {
    session.setAttribute(TYPED_AT, Instant.now());
  }
}
