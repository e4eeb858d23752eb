package org.sunlitledger.console.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.HandlerInterceptor;
import org.sunlitledger.account.Accounts;
import org.sunlitledger.console.frame.OwnPage;
import org.sunlitledger.console.frame.SignedIn;
import org.sunlitledger.console.password.FreshPassword;

/**
 * Asks for the password again before an account or a closed year changes: somebody else may sit at
 * the browser. OWASP ASVS 5.0, 7.5.
 */
@Controller
final class PasswordAgain implements HandlerInterceptor {

  private final Accounts accounts;
  private final PasswordCheck check;

  PasswordAgain(Accounts accounts, PasswordCheck check) {
    this.accounts = accounts;
    this.check = check;
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws IOException {
    Optional<String> page = pageAfterwards(request);
    if (page.isPresent()) {
      response.sendRedirect("/again?to=" + page.get());
    }
    return page.isEmpty();
  }

  /**
   * Where somebody goes on who has to type the password first; empty for who need not. What a form
   * asked for is not done afterwards: its page is shown again.
   */
  static Optional<String> pageAfterwards(HttpServletRequest request) {
    String path = request.getRequestURI();
    return AccessRule.of(request)
        .filter(AccessRule::passwordAgain)
        .filter(rule -> !FreshPassword.holds(request.getSession()))
        .map(rule -> hasPage(rule.path()) ? path : path.substring(0, path.lastIndexOf('/')));
  }

  private static boolean hasPage(String path) {
    return AccessRule.all().stream()
        .anyMatch(rule -> rule.method().equals(HttpMethod.GET) && rule.path().equals(path));
  }

  @GetMapping("/again")
  String form(@RequestParam(defaultValue = "/") String to, Model model) {
    return form(to, "", model);
  }

  @PostMapping("/again")
  String again(
      @RequestParam(defaultValue = "/") String to,
      @RequestParam String password,
      @AuthenticationPrincipal SignedIn person,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    PasswordCheck.Verdict verdict =
        check.password(accounts.find(person.login()), password, request.getRemoteAddr());
    if (verdict != PasswordCheck.Verdict.RIGHT) {
      response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
      return form(
          to, verdict == PasswordCheck.Verdict.LOCKED ? "sign-in.locked" : "password.wrong", model);
    }
    request.changeSessionId();
    FreshPassword.typed(request.getSession());
    return "redirect:" + OwnPage.of(to);
  }

  private static String form(String to, String fault, Model model) {
    model.addAttribute("to", OwnPage.of(to));
    model.addAttribute("fault", fault);
    return "door/again";
  }
}
