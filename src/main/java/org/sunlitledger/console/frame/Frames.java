package org.sunlitledger.console.frame;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.sunlitledger.account.AccountRole;
import org.sunlitledger.close.YearState;
import org.sunlitledger.quantity.text.Messages;
import org.sunlitledger.view.Desk;
import org.sunlitledger.view.Desk.OnTheDesk;

/** Gives each page its frame. */
@ControllerAdvice
final class Frames {
  private static final Pattern YEAR = Pattern.compile("/([0-9]{4})(/.*)?");

  private final YearState state;
  private final Desk desk;
  private final Clock clock;
  private final DefinitionWatch definitions;

  Frames(YearState state, Desk desk, Clock clock, DefinitionWatch definitions) {
    this.state = state;
    this.desk = desk;
    this.clock = clock;
    this.definitions = definitions;
  }

  @ModelAttribute("frame")
  Frame frame(HttpServletRequest request, Locale locale) {
    Optional<SignedIn> signedIn = signedIn(request);
    List<Integer> years = signedIn.isPresent() ? state.years() : List.of();
    Matcher named = YEAR.matcher(request.getRequestURI());
    return new Frame(
        locale.getLanguage().equals("en")
            ? Messages.english("console")
            : Messages.chinese("console"),
        clock.getZone(),
        request.getRequestURI(),
        OwnPage.of(request),
        Optional.ofNullable(request.getSession(false))
            .map(HttpSession::getMaxInactiveInterval)
            .orElse(0),
        Optional.ofNullable((CsrfToken) request.getAttribute(CsrfToken.class.getName())),
        signedIn,
        named.matches()
            ? Integer.parseInt(named.group(1))
            : years.stream().findFirst().orElse(LocalDate.now(clock).getYear()),
        years,
        signedIn.isPresent() && definitions.hasChanged(),
        signedIn.map(this::desk).orElse(OnTheDesk.NOTHING));
  }

  private OnTheDesk desk(SignedIn person) {
    return desk.of(person.name(), person.office(), person.has(AccountRole.REVIEWER));
  }

  private static Optional<SignedIn> signedIn(HttpServletRequest request) {
    return Optional.ofNullable(request.getUserPrincipal())
        .map(user -> user instanceof Authentication known ? known.getPrincipal() : user)
        .filter(SignedIn.class::isInstance)
        .map(SignedIn.class::cast);
  }
}
