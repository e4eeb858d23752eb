package org.sunlitledger.console.frame;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.sunlitledger.account.AccountRole;
import org.sunlitledger.close.YearState;
import org.sunlitledger.database.ClosedYears;
import org.sunlitledger.quantity.text.Messages;
import org.sunlitledger.report.CountyOfBooks;
import org.sunlitledger.view.Desk;
import org.sunlitledger.view.Desk.OnTheDesk;

/** Gives each page its frame. */
@ControllerAdvice
final class Frames {
  private final YearState state;
  private final YearOfPage pageYear;
  private final Desk desk;
  private final CountyOfBooks county;
  private final Clock clock;
  private final DefinitionWatch definitions;
  private final ClosedYears closed;

  Frames(
      YearState state,
      YearOfPage pageYear,
      Desk desk,
      CountyOfBooks county,
      Clock clock,
      DefinitionWatch definitions,
      ClosedYears closed) {
    this.state = state;
    this.pageYear = pageYear;
    this.desk = desk;
    this.county = county;
    this.clock = clock;
    this.definitions = definitions;
    this.closed = closed;
  }

  @ModelAttribute("frame")
  Frame frame(HttpServletRequest request, Locale locale) {
    try {
      return frame(request, locale, signedIn(request));
    } catch (DataAccessException unreadable) {
      if (request.getDispatcherType() != DispatcherType.ERROR) {
        throw unreadable;
      }
      // the page that says what went wrong does without the books
      return frame(request, locale, Optional.empty());
    }
  }

  private Frame frame(HttpServletRequest request, Locale locale, Optional<SignedIn> signedIn) {
    Optional<SignedIn> reader = signedIn.filter(SignedIn::readsBooks);
    List<Integer> years = reader.isPresent() ? state.years() : List.of();
    Optional<Integer> named =
        signedIn.flatMap(person -> pageYear.of(request.getRequestURI(), person));
    return new Frame(
        locale.getLanguage().equals("en")
            ? Messages.english("console")
            : Messages.chinese("console"),
        clock.getZone(),
        OffsetDateTime.now(clock),
        request.getRequestURI(),
        OwnPage.of(request),
        Optional.ofNullable(request.getSession(false))
            .map(HttpSession::getMaxInactiveInterval)
            .orElse(0),
        Optional.ofNullable((CsrfToken) request.getAttribute(CsrfToken.class.getName())),
        signedIn,
        named.or(() -> years.stream().findFirst()).orElse(LocalDate.now(clock).getYear()),
        years,
        reader.map(person -> county.name()).orElse(""),
        signedIn.isPresent() && definitions.hasChanged(),
        reader.map(this::desk).orElse(OnTheDesk.NOTHING),
        reader.flatMap(person -> named).flatMap(closed::freezing));
  }

  private OnTheDesk desk(SignedIn person) {
    return desk.of(
        person.account(), person.name(), person.office(), person.has(AccountRole.REVIEWER));
  }

  /** Without roles until the second factor is shown, as nothing is granted before. */
  private static Optional<SignedIn> signedIn(HttpServletRequest request) {
    return Optional.ofNullable(request.getUserPrincipal())
        .filter(Authentication.class::isInstance)
        .map(Authentication.class::cast)
        .filter(known -> known.getPrincipal() instanceof SignedIn)
        .map(Frames::granted);
  }

  private static SignedIn granted(Authentication known) {
    SignedIn person = (SignedIn) Objects.requireNonNull(known.getPrincipal());
    return known.getAuthorities().isEmpty() ? person.withoutRoles() : person;
  }
}
