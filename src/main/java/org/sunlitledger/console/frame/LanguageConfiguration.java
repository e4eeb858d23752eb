package org.sunlitledger.console.frame;

import java.time.Duration;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/** Chinese until somebody chooses {@code ?lang=en}; a cookie remembers it. */
@Configuration(proxyBeanMethods = false)
class LanguageConfiguration implements WebMvcConfigurer {
  private static final Duration REMEMBERED = Duration.ofDays(365);

  @Bean
  LocaleResolver localeResolver() {
    CookieLocaleResolver cookie = new CookieLocaleResolver("__Host-lang");
    cookie.setDefaultLocale(Locale.SIMPLIFIED_CHINESE);
    cookie.setCookieMaxAge(REMEMBERED);
    cookie.setCookieSecure(true);
    cookie.setCookieHttpOnly(true);
    cookie.setCookieSameSite("Lax");
    return cookie;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    LocaleChangeInterceptor chosen = new LocaleChangeInterceptor();
    chosen.setParamName(OtherLanguage.PARAMETER);
    chosen.setIgnoreInvalidLocale(true);
    registry.addInterceptor(chosen);
  }
}
