package org.sunlitledger.console.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses changes that a page of another site asks for, before the token is looked at. Browsers say
 * where a request comes from; programs that say nothing still need the token.
 */
final class SameOrigin extends OncePerRequestFilter {
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
  private static final int HTTP = 80;
  private static final int HTTPS = 443;
  private static final Set<String> OWN = Set.of("same-origin", "none");

  private final AccessDeniedHandler refusals;

  SameOrigin(AccessDeniedHandler refusals) {
    this.refusals = refusals;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!READING.contains(request.getMethod()) && isForeign(request)) {
      refusals.handle(request, response, new CsrfException("a page of another site"));
      return;
    }
    chain.doFilter(request, response);
  }

  private static boolean isForeign(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    String origin = request.getHeader("Origin");
    return (site != null && !OWN.contains(site))
        || (origin != null && !origin.equals(own(request)));
  }

  private static String own(HttpServletRequest request) {
    boolean isUsual = request.getServerPort() == (request.isSecure() ? HTTPS : HTTP);
    return request.getScheme()
        + "://"
        + request.getServerName()
        + (isUsual ? "" : ":" + request.getServerPort());
  }
}
