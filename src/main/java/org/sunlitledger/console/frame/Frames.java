package org.sunlitledger.console.frame;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.WebUtils;
import org.sunlitledger.quantity.text.Messages;

/** Gives each page its frame. The language is Chinese until somebody chooses the other one. */
@ControllerAdvice
final class Frames {
  private static final String LANGUAGE = "lang";

  @ModelAttribute("frame")
  Frame frame(HttpServletRequest request, HttpServletResponse response) {
    Optional<String> chosen =
        Optional.ofNullable(request.getParameter(LANGUAGE))
            .filter(language -> language.equals("zh") || language.equals("en"));
    chosen.ifPresent(language -> remember(response, language));
    String language =
        chosen
            .or(() -> Optional.ofNullable(WebUtils.getCookie(request, LANGUAGE)).map(Cookie::getValue))
            .orElse("zh");
    return new Frame(
        language.equals("en") ? Messages.english("console") : Messages.chinese("console"),
        request.getRequestURI(),
        Optional.ofNullable((CsrfToken) request.getAttribute(CsrfToken.class.getName())),
        Optional.ofNullable(request.getUserPrincipal())
            .map(user -> user instanceof Authentication known ? known.getPrincipal() : user)
            .filter(SignedIn.class::isInstance)
            .map(SignedIn.class::cast));
  }

  private static void remember(HttpServletResponse response, String language) {
    response.addHeader(
        HttpHeaders.SET_COOKIE,
        ResponseCookie.from(LANGUAGE, language)
            .path("/")
            .secure(true)
            .httpOnly(true)
            .sameSite("Lax")
            .maxAge(java.time.Duration.ofDays(365))
            .build()
            .toString());
  }
}
