package org.sunlitledger.console.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.sunlitledger.account.AccessLog;
import org.sunlitledger.account.AccessLog.AccessKind;
import org.sunlitledger.account.AccessLog.AccessVia;
import org.sunlitledger.account.Account;
import org.sunlitledger.account.Accounts;
import org.sunlitledger.account.Credentials;
import org.sunlitledger.console.door.PasswordCheck;
import org.sunlitledger.console.door.PasswordCheck.Verdict;
import org.sunlitledger.console.door.PasswordFault;
import org.sunlitledger.console.frame.Frame;
import org.sunlitledger.console.frame.SignedIn;
import org.sunlitledger.view.AccountWords;

/** One's own account: the password, the telephone, the sessions. */
@Controller
final class AccountPage {
  private final Accounts accounts;
  private final Credentials credentials;
  private final PasswordCheck check;
  private final PasswordEncoder passwords;
  private final AccessLog log;

  AccountPage(
      Accounts accounts,
      Credentials credentials,
      PasswordCheck check,
      PasswordEncoder passwords,
      AccessLog log) {
    this.accounts = accounts;
    this.credentials = credentials;
    this.check = check;
    this.passwords = passwords;
    this.log = log;
  }

  @GetMapping("/account")
  String own(
      @AuthenticationPrincipal SignedIn person, @ModelAttribute("frame") Frame frame, Model model) {
    return own(person, "", frame, model);
  }

  /** Another password ends all sessions, this one too. */
  @PostMapping("/account/password")
  String password(
      @RequestParam String current,
      @RequestParam String password,
      @RequestParam String again,
      @AuthenticationPrincipal SignedIn person,
      @ModelAttribute("frame") Frame frame,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    String address = request.getRemoteAddr();
    Optional<String> fault = fault(person, current, password, again, address);
    if (fault.isPresent()) {
      response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
      return own(person, fault.get(), frame, model);
    }
    credentials.change(person.account(), passwords.encode(password));
    log.record(AccessKind.PASSWORD_SET, Optional.of(person.account()), address);
    return "redirect:/sign-in?set";
  }

  @PostMapping("/account/sessions")
  String endSessions(@AuthenticationPrincipal SignedIn person, HttpServletRequest request) {
    accounts.endSessions(
        person.login(), AccessVia.console(person.account(), request.getRemoteAddr()));
    return "redirect:/sign-in?out";
  }

  /** The key of what is wrong with what was typed; empty when nothing is. */
  private Optional<String> fault(
      SignedIn person, String current, String password, String again, String address) {
    Optional<PasswordFault> fault = PasswordFault.of(person.login(), password, again);
    if (fault.isPresent()) {
      return fault.map(one -> "password." + one);
    }
    Verdict verdict = check.password(accounts.find(person.login()), current, address);
    return switch (verdict) {
      case RIGHT -> Optional.empty();
      case WRONG -> Optional.of("password.wrong");
      case LOCKED -> Optional.of("sign-in.locked");
    };
  }

  private String own(SignedIn person, String fault, Frame frame, Model model) {
    Account account = accounts.find(person.login()).orElseThrow();
    model.addAttribute("account", account);
    model.addAttribute("fault", fault);
    model.addAttribute("words", new AccountWords(frame.messages().isChinese(), frame.zone()));
    return "people/account";
  }
}
