package org.sunlitledger.console.frame;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.springframework.web.util.UriComponentsBuilder;

/** The link to the same page, with its filter, in the other language. */
final class OtherLanguage {
  static final String PARAMETER = "lang";

  private OtherLanguage() {}

  static Optional<String> address(HttpServletRequest request, Locale locale) {
    if (!request.getMethod().equals("GET")) {
      return Optional.empty();
    }
    return Optional.of(
        UriComponentsBuilder.fromPath(request.getRequestURI())
            .query(request.getQueryString())
            .replaceQueryParam(PARAMETER, locale.getLanguage().equals("en") ? "zh" : "en")
            .build()
            .toUriString());
  }
}
