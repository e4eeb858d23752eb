package org.sunlitledger.console.door;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Where people sign in. */
@Controller
final class SignInPage {
  private static final List<String> NOTES = List.of("wrong", "locked", "out", "set");

  @GetMapping("/sign-in")
  String signIn(HttpServletRequest request, Model model) {
    model.addAttribute(
        "note",
        NOTES.stream().filter(note -> request.getParameter(note) != null).findFirst().orElse(""));
    return "door/signIn";
  }
}
