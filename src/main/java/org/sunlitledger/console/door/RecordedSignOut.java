package org.sunlitledger.console.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;
import org.sunlitledger.account.AccessLog;
import org.sunlitledger.account.AccessLog.AccessKind;
import org.sunlitledger.console.frame.SignedIn;

/** Puts a sign-out on the access log. */
@Component
final class RecordedSignOut implements LogoutHandler {
  private final AccessLog log;

  RecordedSignOut(AccessLog log) {
    this.log = log;
  }

  @Override
  public void logout(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Authentication authentication) {
    if (authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn) {
      log.record(AccessKind.SIGNED_OUT, Optional.of(signedIn.account()), request.getRemoteAddr());
    }
  }
}
