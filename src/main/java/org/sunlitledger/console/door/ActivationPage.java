package org.sunlitledger.console.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.sunlitledger.account.AccessLog;
import org.sunlitledger.account.AccessLog.AccessKind;
import org.sunlitledger.account.Account;
import org.sunlitledger.account.Accounts;
import org.sunlitledger.account.Credentials;

/** Where somebody sets a password with the code from the administrator. */
@Controller
final class ActivationPage {
  private static final String VIEW = "door/activate";

  private final Accounts accounts;
  private final Credentials credentials;
  private final PasswordCheck check;
  private final AccessLog log;
  private final PasswordEncoder passwords;

  ActivationPage(
      Accounts accounts,
      Credentials credentials,
      PasswordCheck check,
      AccessLog log,
      PasswordEncoder passwords) {
    this.accounts = accounts;
    this.credentials = credentials;
    this.check = check;
    this.log = log;
    this.passwords = passwords;
  }

  @GetMapping("/activate")
  String form(Model model) {
    return form(model, "", "");
  }

  /** A wrong code counts as a wrong password does, and an unknown login gets the same answer. */
  @PostMapping("/activate")
  String activate(
      @RequestParam String login,
      @RequestParam String code,
      @RequestParam String password,
      @RequestParam String again,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    Optional<PasswordFault> fault = PasswordFault.of(login, password, again);
    if (fault.isPresent()) {
      return refused(model, response, login, "password." + fault.get());
    }
    Optional<Long> account = accounts.find(login).map(Account::id);
    String address = request.getRemoteAddr();
    switch (check.judge(account, address, () -> isActivated(account, code, password))) {
      case LOCKED -> {
        return refused(model, response, login, "sign-in.locked");
      }
      case WRONG -> {
        return refused(model, response, login, "activate.wrong");
      }
      case RIGHT -> {}
    }
    log.record(AccessKind.PASSWORD_SET, account, address);
    return "redirect:/sign-in?set";
  }

  /** A hash takes much memory and time, so it is made one by one, and for an unknown login too. */
  private boolean isActivated(Optional<Long> account, String code, String password) {
    String hash = passwords.encode(password);
    return account.filter(id -> credentials.activate(id, code, hash)).isPresent();
  }

  private static String refused(
      Model model, HttpServletResponse response, String login, String fault) {
    response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
    return form(model, login, fault);
  }

  private static String form(Model model, String login, String fault) {
    model.addAttribute("login", login);
    model.addAttribute("fault", fault);
    return VIEW;
  }
}
