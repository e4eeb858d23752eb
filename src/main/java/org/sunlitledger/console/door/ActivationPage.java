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
import org.sunlitledger.console.password.PasswordFault;
import org.sunlitledger.console.password.PasswordRules;

/** Where somebody sets a password with the code from the administrator. */
@Controller
final class ActivationPage {
  private static final String VIEW = "door/activate";

  private final Accounts accounts;
  private final Credentials credentials;
  private final PasswordCheck check;
  private final PasswordRules rules;
  private final AccessLog log;
  private final PasswordEncoder passwords;

  ActivationPage(
      Accounts accounts,
      Credentials credentials,
      PasswordCheck check,
      PasswordRules rules,
      AccessLog log,
      PasswordEncoder passwords) {
    this.accounts = accounts;
    this.credentials = credentials;
    this.check = check;
    this.rules = rules;
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
    Optional<PasswordFault> fault = rules.fault(login, password, again);
    if (fault.isPresent()) {
      return refused(model, response, login, "password." + fault.get());
    }
    Optional<Account> account = accounts.find(login);
    Optional<Long> id = account.map(Account::id);
    String address = request.getRemoteAddr();
    switch (check.judge(id, address, () -> hasCode(id, code))) {
      case LOCKED -> {
        return refused(model, response, login, "sign-in.locked");
      }
      case WRONG -> {
        return refused(model, response, login, "activate.wrong");
      }
      case RIGHT -> {}
    }
    return activate(account.orElseThrow(), code, password, address, response, model);
  }

  /** Only somebody with the right code learns anything about the account. */
  private String activate(
      Account account,
      String code,
      String password,
      String address,
      HttpServletResponse response,
      Model model) {
    Optional<PasswordFault> fault =
        isTheSame(account, password)
            ? Optional.of(PasswordFault.SAME)
            : rules.fault(account, password, password);
    if (fault.isPresent()) {
      return refused(model, response, account.login(), "password." + fault.get());
    }
    if (!credentials.activate(account.id(), code, passwords.encode(password))) {
      return refused(model, response, account.login(), "activate.wrong");
    }
    log.record(AccessKind.PASSWORD_SET, Optional.of(account.id()), address);
    return "redirect:/sign-in?set";
  }

  private boolean hasCode(Optional<Long> account, String code) {
    return account.filter(id -> credentials.hasCode(id, code)).isPresent();
  }

  private boolean isTheSame(Account account, String password) {
    return credentials
        .passwordHash(account.id())
        .filter(hash -> passwords.matches(password, hash))
        .isPresent();
  }

  private String refused(Model model, HttpServletResponse response, String login, String fault) {
    response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
    return form(model, login, fault);
  }

  private String form(Model model, String login, String fault) {
    model.addAttribute("login", login);
    model.addAttribute("fault", fault);
    model.addAttribute("hint", rules.hint());
    return VIEW;
  }
}
