package org.sunlitledger.console.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.List;
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
import org.sunlitledger.console.frame.Frame;
import org.sunlitledger.console.frame.SignedIn;
import org.sunlitledger.console.password.PasswordFault;
import org.sunlitledger.console.password.PasswordRules;
import org.sunlitledger.console.session.OpenSessions;
import org.sunlitledger.console.session.SessionMark;
import org.sunlitledger.view.AccountWords;

/** One's own account: the password, the telephone, the sessions. */
@Controller
final class AccountPage {
  private static final List<String> NOTES = List.of("expired", "ended", "factor");

  private final Accounts accounts;
  private final Credentials credentials;
  private final PasswordCheck check;
  private final PasswordRules rules;
  private final OpenSessions sessions;
  private final PasswordEncoder passwords;
  private final AccessLog log;

  AccountPage(
      Accounts accounts,
      Credentials credentials,
      PasswordCheck check,
      PasswordRules rules,
      OpenSessions sessions,
      PasswordEncoder passwords,
      AccessLog log) {
    this.accounts = accounts;
    this.credentials = credentials;
    this.check = check;
    this.rules = rules;
    this.sessions = sessions;
    this.passwords = passwords;
    this.log = log;
  }

  @GetMapping("/account")
  String own(
      @AuthenticationPrincipal SignedIn person,
      @ModelAttribute("frame") Frame frame,
      HttpServletRequest request,
      Model model) {
    model.addAttribute("note", note(request));
    return own(person, "", frame, request.getSession(), model);
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
      return own(person, fault.get(), frame, request.getSession(), model);
    }
    credentials.change(person.account(), passwords.encode(password));
    log.record(AccessKind.PASSWORD_SET, Optional.of(person.account()), address);
    return "redirect:/sign-in?set";
  }

  /**
   * Ends sessions.
   *
   * @param end {@code all}, {@code others}, or the mark of one
   */
  @PostMapping("/account/sessions")
  String endSessions(
      @RequestParam String end,
      @AuthenticationPrincipal SignedIn person,
      HttpServletRequest request) {
    AccessVia via = AccessVia.console(person.account(), request.getRemoteAddr());
    if (end.equals("all")) {
      accounts.endSessions(person.login(), via);
      return "redirect:/sign-in?out";
    }
    String own = SessionMark.of(request.getSession());
    List<String> ended =
        sessions.end(
            person.account(), mark -> end.equals("others") ? !mark.equals(own) : mark.equals(end));
    if (ended.isEmpty()) {
      return "redirect:/account";
    }
    log.record(
        AccessKind.SESSIONS_ENDED, Optional.of(person.account()), via, String.join(" ", ended));
    return ended.contains(own) ? "redirect:/sign-in?out" : "redirect:/account?ended";
  }

  /** The key of what is wrong with what was typed; empty when nothing is. */
  private Optional<String> fault(
      SignedIn person, String current, String password, String again, String address) {
    Account account = accounts.find(person.login()).orElseThrow();
    Optional<PasswordFault> fault = rules.fault(account, password, again);
    if (fault.isPresent()) {
      return fault.map(one -> "password." + one);
    }
    return switch (check.password(Optional.of(account), current, address)) {
      case RIGHT ->
          password.equals(current)
              ? Optional.of("password." + PasswordFault.SAME)
              : Optional.empty();
      case WRONG -> Optional.of("password.wrong");
      case LOCKED -> Optional.of("sign-in.locked");
    };
  }

  private static String note(HttpServletRequest request) {
    return NOTES.stream()
        .filter(note -> request.getParameter(note) != null)
        .findFirst()
        .map(note -> "own." + note)
        .orElse("");
  }

  private String own(SignedIn person, String fault, Frame frame, HttpSession session, Model model) {
    Account account = accounts.find(person.login()).orElseThrow();
    model.addAttribute("account", account);
    model.addAttribute("fault", fault);
    model.addAttribute("hint", rules.hint());
    model.addAttribute("sessions", sessions.of(account.id()));
    model.addAttribute("ownMark", SessionMark.of(session));
    model.addAttribute("words", new AccountWords(frame.messages().isChinese(), frame.zone()));
    return "people/account";
  }
}
