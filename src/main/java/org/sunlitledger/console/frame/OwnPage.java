package org.sunlitledger.console.frame;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;

/** Addresses that a form may lead back to: pages of this console, never another host's. */
public final class OwnPage {
  private static final Pattern PATH_AND_QUERY =
      Pattern.compile("/(?!/)[A-Za-z0-9._~%/-]*(\\?[A-Za-z0-9._~%/&=+:,-]*)?");

  private OwnPage() {}

  /** The address, or the first page instead of any that is not our own. */
  public static String of(String address) {
    return PATH_AND_QUERY.matcher(address).matches() ? address : "/";
  }

  /** The page of a request, with its query. */
  static String of(HttpServletRequest request) {
    String query = request.getQueryString();
    return of(request.getRequestURI() + (query == null ? "" : "?" + query));
  }
}
