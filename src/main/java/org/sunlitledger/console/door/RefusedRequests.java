package org.sunlitledger.console.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.sunlitledger.account.AccessLog;
import org.sunlitledger.account.AccessLog.AccessKind;
import org.sunlitledger.account.AccessLog.AccessVia;
import org.sunlitledger.console.frame.SignedIn;

/** Says of what is refused whether a role may not have it or nothing is there at all. */
final class RefusedRequests implements AccessDeniedHandler {
  private final List<RequestMatcher> paths =
      AccessRule.all().stream()
          .map(
              rule ->
                  (RequestMatcher) PathPatternRequestMatcher.withDefaults().matcher(rule.path()))
          .toList();

  private final AccessLog log;

  RefusedRequests(AccessLog log) {
    this.log = log;
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
      throws IOException {
    Authentication known = SecurityContextHolder.getContext().getAuthentication();
    boolean isForged = why instanceof CsrfException;
    if (!isForged && known != null && known.getAuthorities().isEmpty()) {
      // half in: the password was right, the second factor is not shown yet
      new HttpSessionRequestCache().saveRequest(request, response);
      response.sendRedirect("/second-factor");
      return;
    }
    boolean isThere = isForged || paths.stream().anyMatch(path -> path.matches(request));
    if (isThere && known != null && known.getPrincipal() instanceof SignedIn person) {
      log.record(
          AccessKind.REFUSED,
          Optional.of(person.account()),
          AccessVia.console(person.account(), request.getRemoteAddr()),
          request.getMethod() + " " + request.getRequestURI());
    }
    response.sendError(
        isThere ? HttpServletResponse.SC_FORBIDDEN : HttpServletResponse.SC_NOT_FOUND);
  }
}
