package org.sunlitledger.console.frame;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.sunlitledger.quantity.text.Messages;

/** Gives each page its frame. */
@ControllerAdvice
final class Frames {

  @ModelAttribute("frame")
  Frame frame(HttpServletRequest request, Locale locale) {
    return new Frame(
        locale.getLanguage().equals("en")
            ? Messages.english("console")
            : Messages.chinese("console"),
        request.getRequestURI(),
        Optional.ofNullable((CsrfToken) request.getAttribute(CsrfToken.class.getName())),
        Optional.ofNullable(request.getUserPrincipal())
            .map(user -> user instanceof Authentication known ? known.getPrincipal() : user)
            .filter(SignedIn.class::isInstance)
            .map(SignedIn.class::cast));
  }
}
