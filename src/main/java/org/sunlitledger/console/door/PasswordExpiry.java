package org.sunlitledger.console.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.sunlitledger.console.frame.RequestAccount;
import org.sunlitledger.console.password.PasswordSettings;

/**
 * Shows nothing but the page for another password to a person whose password was too old at the
 * sign-in; only where the county lets passwords expire.
 */
@Component
final class PasswordExpiry implements HandlerInterceptor {
  private static final Set<String> STILL_SHOWN = Set.of("/account", "/account/password");

  private final PasswordSettings settings;
  private final Clock clock;

  PasswordExpiry(PasswordSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws IOException {
    if (isForThoseWhoAreIn(request) && hasExpired(request)) {
      response.sendRedirect("/account?expired");
      return false;
    }
    return true;
  }

  private static boolean isForThoseWhoAreIn(HttpServletRequest request) {
    return !STILL_SHOWN.contains(request.getRequestURI())
        && AccessRule.of(request).filter(rule -> !rule.who().roles().isEmpty()).isPresent();
  }

  private boolean hasExpired(HttpServletRequest request) {
    return RequestAccount.of(request)
        .filter(
            account ->
                settings.hasExpired(
                    account.passwordSet(),
                    Instant.ofEpochMilli(request.getSession().getCreationTime())
                        .atZone(clock.getZone())
                        .toOffsetDateTime()))
        .isPresent();
  }
}
