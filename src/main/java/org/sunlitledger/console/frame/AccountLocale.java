package org.sunlitledger.console.frame;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.SimpleLocaleContext;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.sunlitledger.account.CurrentAccounts.CurrentAccount;

/**
 * The language that the account says; without one, that of a cookie; without one, Chinese. A
 * language that is chosen before signing in is kept in the cookie.
 */
final class AccountLocale extends CookieLocaleResolver {
  private static final Duration REMEMBERED = Duration.ofDays(365);

  AccountLocale() {
    super("__Host-lang");
    setDefaultLocale(Locale.SIMPLIFIED_CHINESE);
    setCookieMaxAge(REMEMBERED);
    setCookieSecure(true);
    setCookieHttpOnly(true);
    setCookieSameSite("Lax");
  }

  @Override
  public Locale resolveLocale(HttpServletRequest request) {
    return ofAccount(request).orElseGet(() -> super.resolveLocale(request));
  }

  @Override
  public LocaleContext resolveLocaleContext(HttpServletRequest request) {
    return ofAccount(request)
        .<LocaleContext>map(SimpleLocaleContext::new)
        .orElseGet(() -> super.resolveLocaleContext(request));
  }

  private static Optional<Locale> ofAccount(HttpServletRequest request) {
    return RequestAccount.of(request).flatMap(CurrentAccount::language).map(Locale::forLanguageTag);
  }
}
