package org.sunlitledger.console.door;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.DelegatingAuthenticationEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.logout.HeaderWriterLogoutHandler;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter.Directive;
import org.springframework.security.web.session.HttpSessionEventPublisher;
import org.springframework.security.web.util.matcher.RequestHeaderRequestMatcher;
import org.sunlitledger.account.AccessLog;
import org.sunlitledger.account.AccountRole;
import org.sunlitledger.account.CurrentAccounts;
import org.sunlitledger.console.session.OpenSessions;

/** What may be asked for, by whom. What is not listed is refused. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class DoorConfiguration {
  private static final SecurityHeaders HEADERS = new SecurityHeaders();

  private static final int MOST_SESSIONS = 3;

  /** The parameters of OWASP ASVS 5.0, appendix C: 19 MiB, two passes. */
  @Bean
  PasswordEncoder passwords() {
    return new Argon2PasswordEncoder(16, 32, 1, 19_456, 2);
  }

  /** Removes sessions that have ended from the registry. */
  @Bean
  HttpSessionEventPublisher endedSessions() {
    return new HttpSessionEventPublisher();
  }

  /** What is no proper request is answered before any rule of access is asked. */
  @Bean
  RequestRejectedHandler improperRequests() {
    return (request, response, why) -> {
      HEADERS.writeHeaders(request, response);
      response.sendError(HttpServletResponse.SC_BAD_REQUEST);
    };
  }

  @Bean
  SecurityFilterChain door(
      HttpSecurity http,
      RecordedSignOut signOut,
      CurrentAccounts accounts,
      OpenSessions open,
      AccessLog log)
      throws Exception {
    RefusedRequests refusals = new RefusedRequests(log);
    return http.authorizeHttpRequests(
            requests -> {
              // what a page goes on writing was asked for with its first request
              requests
                  .dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                  .permitAll();
              AccessRule.all().forEach(rule -> allow(requests, rule));
              requests.anyRequest().denyAll();
            })
        .addFilterBefore(new SameOrigin(refusals), CsrfFilter.class)
        .addFilterBefore(new CurrentRights(accounts), AnonymousAuthenticationFilter.class)
        .exceptionHandling(
            refused ->
                refused
                    .accessDeniedHandler(refusals)
                    .authenticationEntryPoint(
                        DelegatingAuthenticationEntryPoint.builder()
                            .addEntryPointFor(
                                DoorConfiguration::askToSignIn,
                                new RequestHeaderRequestMatcher(
                                    "X-Requested-With", "XMLHttpRequest"))
                            .defaultEntryPoint(new LoginUrlAuthenticationEntryPoint("/sign-in"))
                            .build()))
        .formLogin(
            form ->
                form.loginPage("/sign-in")
                    .usernameParameter("login")
                    .passwordParameter("password")
                    .failureHandler(new ToldAtTheDoor()))
        .logout(
            out ->
                out.logoutUrl("/sign-out")
                    .addLogoutHandler(signOut)
                    .addLogoutHandler(
                        new HeaderWriterLogoutHandler(
                            new ClearSiteDataHeaderWriter(Directive.STORAGE)))
                    .logoutSuccessUrl("/sign-in?out")
                    .deleteCookies("__Host-sunlit"))
        .sessionManagement(
            sessions ->
                sessions
                    // a session begins with the sign-in, and its age is counted from there
                    .sessionFixation(fixation -> fixation.migrateSession())
                    .maximumSessions(MOST_SESSIONS)
                    .sessionRegistry(open)
                    .expiredUrl("/sign-in?out"))
        .headers(headers -> headers.defaultsDisabled().addHeaderWriter(HEADERS))
        .build();
  }

  /** A part of a page cannot show the sign-in, so htmx loads the page again. */
  private static void askToSignIn(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException why) {
    response.setHeader("HX-Refresh", "true");
    response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
  }

  private static void allow(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          requests,
      AccessRule rule) {
    var asked = requests.requestMatchers(rule.method(), rule.path());
    switch (rule.who()) {
      case EVERYBODY -> asked.permitAll();
      case HALF_IN -> asked.authenticated();
      default ->
          asked.hasAnyRole(
              rule.who().roles().stream().map(AccountRole::name).toArray(String[]::new));
    }
  }
}
