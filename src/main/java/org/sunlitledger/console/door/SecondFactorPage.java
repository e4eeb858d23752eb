package org.sunlitledger.console.door;

import io.nayuki.qrcodegen.QrCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.sunlitledger.account.AccessLog;
import org.sunlitledger.account.AccessLog.AccessKind;
import org.sunlitledger.account.Account;
import org.sunlitledger.account.Accounts;
import org.sunlitledger.console.frame.SignedIn;

/** Where somebody types a code from a telephone, or sets the telephone up. */
@Controller
final class SecondFactorPage {
  private static final String SEED = "sunlit.factor-seed";

  private final Accounts accounts;
  private final OneTimeCodes codes;
  private final PasswordCheck check;
  private final AccessLog log;

  SecondFactorPage(Accounts accounts, OneTimeCodes codes, PasswordCheck check, AccessLog log) {
    this.accounts = accounts;
    this.codes = codes;
    this.check = check;
    this.log = log;
  }

  @GetMapping("/second-factor")
  String form(@AuthenticationPrincipal SignedIn person, HttpServletRequest request, Model model) {
    return account(person).hasSecondFactor() ? ask(model, "") : "redirect:/second-factor/set-up";
  }

  @PostMapping("/second-factor")
  String code(
      @AuthenticationPrincipal SignedIn person,
      @RequestParam String code,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    PasswordCheck.Verdict verdict =
        check.judge(
            Optional.of(person.account()),
            request.getRemoteAddr(),
            () -> codes.accept(person.account(), code));
    if (verdict != PasswordCheck.Verdict.RIGHT) {
      response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
      return ask(model, fault(verdict));
    }
    return letIn(person, request, response);
  }

  @GetMapping("/second-factor/set-up")
  String setUp(@AuthenticationPrincipal SignedIn person, HttpSession session, Model model) {
    if (account(person).hasSecondFactor() && !isIn()) {
      return "redirect:/second-factor";
    }
    session.setAttribute(SEED, OneTimeCodes.newSeed());
    return setUp(session, model, "");
  }

  @PostMapping("/second-factor/set-up")
  String setUp(
      @AuthenticationPrincipal SignedIn person,
      @RequestParam String code,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    HttpSession session = request.getSession();
    if (session.getAttribute(SEED) == null || (account(person).hasSecondFactor() && !isIn())) {
      return "redirect:/second-factor";
    }
    PasswordCheck.Verdict verdict =
        check.judge(
            Optional.of(person.account()),
            request.getRemoteAddr(),
            () -> codes.set(person.account(), seed(session), code, request.getRemoteAddr()));
    if (verdict != PasswordCheck.Verdict.RIGHT) {
      response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
      return setUp(session, model, fault(verdict));
    }
    session.removeAttribute(SEED);
    return letIn(person, request, response);
  }

  /** The picture that a telephone reads the seed from. */
  @GetMapping(path = "/second-factor/picture", produces = "image/svg+xml")
  ResponseEntity<String> picture(@AuthenticationPrincipal SignedIn person, HttpSession session) {
    return session.getAttribute(SEED) == null
        ? ResponseEntity.notFound().build()
        : ResponseEntity.ok()
            .contentType(MediaType.valueOf("image/svg+xml"))
            .body(
                QrPicture.of(
                    QrCode.encodeText(
                        OneTimeCodes.address(person.login(), seed(session)), QrCode.Ecc.MEDIUM)));
  }

  private String letIn(SignedIn person, HttpServletRequest request, HttpServletResponse response) {
    if (!isIn()) {
      SavedRequest wanted = new HttpSessionRequestCache().getRequest(request, response);
      request.changeSessionId();
      SecurityContext context = SecurityContextHolder.createEmptyContext();
      context.setAuthentication(AccountSignIn.signedIn(account(person)));
      SecurityContextHolder.setContext(context);
      new HttpSessionSecurityContextRepository().saveContext(context, request, response);
      log.record(AccessKind.SIGNED_IN, Optional.of(person.account()), request.getRemoteAddr());
      return "redirect:" + (wanted == null ? "/" : wanted.getRedirectUrl());
    }
    return "redirect:/account?factor";
  }

  /** Whether the roles are granted already: the person gives themselves another telephone. */
  private static boolean isIn() {
    Authentication known = SecurityContextHolder.getContext().getAuthentication();
    return known != null && !known.getAuthorities().isEmpty();
  }

  private Account account(SignedIn person) {
    return accounts.find(person.login()).orElseThrow();
  }

  private static byte[] seed(HttpSession session) {
    return (byte[]) session.getAttribute(SEED);
  }

  private static String fault(PasswordCheck.Verdict verdict) {
    return verdict == PasswordCheck.Verdict.LOCKED ? "sign-in.locked" : "factor.wrong";
  }

  private static String ask(Model model, String fault) {
    model.addAttribute("fault", fault);
    return "door/secondFactor";
  }

  private static String setUp(HttpSession session, Model model, String fault) {
    model.addAttribute("fault", fault);
    model.addAttribute("seed", OneTimeCodes.text(seed(session)));
    return "door/secondFactorSetUp";
  }
}
