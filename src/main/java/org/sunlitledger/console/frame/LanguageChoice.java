package org.sunlitledger.console.frame;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.LocaleResolver;
import org.sunlitledger.account.CurrentAccounts;

/** Remembers the language that somebody chooses, in the browser and in the account. */
@Controller
final class LanguageChoice {
  private static final Set<String> LANGUAGES = Set.of("zh", "en");

  private final LocaleResolver locales;
  private final CurrentAccounts accounts;

  LanguageChoice(LocaleResolver locales, CurrentAccounts accounts) {
    this.locales = locales;
    this.accounts = accounts;
  }

  /** Who has not shown the second factor yet changes nothing in the account. */
  @PostMapping("/language")
  String choose(
      @RequestParam String lang,
      @RequestParam(defaultValue = "/") String to,
      @AuthenticationPrincipal @Nullable SignedIn person,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (!LANGUAGES.contains(lang)) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
    locales.setLocale(request, response, Locale.forLanguageTag(lang));
    if (person != null
        && person.roles().stream().anyMatch(role -> request.isUserInRole(role.name()))) {
      accounts.chooseLanguage(person.account(), lang);
    }
    return "redirect:" + OwnPage.of(to);
  }
}
