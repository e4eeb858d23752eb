package org.sunlitledger.console.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.sunlitledger.account.AccessLog.AccessVia;
import org.sunlitledger.account.Account;
import org.sunlitledger.account.AccountRefusal;
import org.sunlitledger.account.Accounts;
import org.sunlitledger.account.ActivationCode;
import org.sunlitledger.console.frame.Frame;
import org.sunlitledger.console.frame.SignedIn;
import org.sunlitledger.console.session.OpenSessions;
import org.sunlitledger.view.AccountWords;

/** The accounts, for administrators. */
@Controller
final class UsersPage {
  private final Accounts accounts;
  private final OpenSessions sessions;

  UsersPage(Accounts accounts, OpenSessions sessions) {
    this.accounts = accounts;
    this.sessions = sessions;
  }

  @GetMapping("/users")
  String all(@ModelAttribute("frame") Frame frame, Model model) {
    model.addAttribute("accounts", accounts.all());
    model.addAttribute("words", words(frame));
    return "people/users";
  }

  @GetMapping("/users/new")
  String form(@ModelAttribute("frame") Frame frame, Model model) {
    return form(TypedAccount.empty(), "", frame, model);
  }

  @PostMapping("/users/new")
  String add(
      TypedAccount typed,
      @AuthenticationPrincipal SignedIn person,
      @ModelAttribute("frame") Frame frame,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    try {
      ActivationCode code = accounts.add(typed.wanted(), via(person, request));
      return code(typed.loginText().strip(), code, model);
    } catch (AccountRefusal refusal) {
      response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
      return form(typed, words(frame).refusal(refusal), frame, model);
    }
  }

  @GetMapping("/users/{login}")
  String one(@PathVariable String login, @ModelAttribute("frame") Frame frame, Model model) {
    Account account = account(login);
    return one(account, TypedAccount.of(account), "", "", frame, model);
  }

  @PostMapping("/users/{login}/{change}")
  String change(
      @PathVariable String login,
      @PathVariable String change,
      TypedAccount typed,
      @AuthenticationPrincipal SignedIn person,
      @ModelAttribute("frame") Frame frame,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    Account account = account(login);
    AccessVia via = via(person, request);
    AccountWords words = words(frame);
    try {
      switch (change) {
        case "invite" -> {
          return code(login, accounts.invite(login, via), model);
        }
        case "rename" -> accounts.rename(login, typed.nameText(), via);
        case "roles" -> accounts.change(login, typed.roles(), typed.folder(), via);
        case "disable" -> accounts.setDisabled(login, true, via);
        case "enable" -> accounts.setDisabled(login, false, via);
        case "forget-factor" -> accounts.forgetFactor(login, via);
        case "end-sessions" -> accounts.endSessions(login, via);
        default -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
      }
    } catch (AccountRefusal refusal) {
      response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
      return one(account, typed, words.refusal(refusal), "", frame, model);
    }
    Account changed = account(login);
    return one(changed, TypedAccount.of(changed), "", done(change, changed, words), frame, model);
  }

  private static String done(String change, Account account, AccountWords words) {
    return switch (change) {
      case "rename" -> words.text("users.renamed", account.login(), account.name());
      case "roles" -> words.text("users.changed", account.login());
      case "disable" -> words.text("users.disabled", account.login());
      case "enable" -> words.text("users.enabled", account.login());
      case "forget-factor" -> words.text("users.factor-forgotten", account.login());
      default -> words.text("users.sessions-ended", account.login());
    };
  }

  private Account account(String login) {
    return accounts
        .find(login)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private static String form(TypedAccount typed, String fault, Frame frame, Model model) {
    model.addAttribute("typed", typed);
    model.addAttribute("fault", fault);
    model.addAttribute("words", words(frame));
    return "people/newUser";
  }

  private String one(
      Account account, TypedAccount typed, String fault, String done, Frame frame, Model model) {
    model.addAttribute("account", account);
    model.addAttribute("typed", typed);
    model.addAttribute("fault", fault);
    model.addAttribute("done", done);
    model.addAttribute("sessions", sessions.of(account.id()).size());
    model.addAttribute("words", words(frame));
    return "people/user";
  }

  private static String code(String login, ActivationCode code, Model model) {
    model.addAttribute("login", login);
    model.addAttribute("code", code);
    return "people/code";
  }

  private static AccountWords words(Frame frame) {
    return new AccountWords(frame.messages().isChinese(), frame.zone());
  }

  private static AccessVia via(SignedIn person, HttpServletRequest request) {
    return AccessVia.console(person.account(), request.getRemoteAddr());
  }
}
