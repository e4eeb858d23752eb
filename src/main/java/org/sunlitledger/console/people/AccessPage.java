package org.sunlitledger.console.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.sunlitledger.account.AccessList;
import org.sunlitledger.account.AccessList.AccessEvent;
import org.sunlitledger.account.AccessList.AccessFilter;
import org.sunlitledger.account.AccessLog.AccessKind;
import org.sunlitledger.account.Accounts;
import org.sunlitledger.console.frame.Frame;
import org.sunlitledger.console.frame.SignedIn;
import org.sunlitledger.console.list.Exports;
import org.sunlitledger.console.list.ListAddress;
import org.sunlitledger.console.list.ListExport;
import org.sunlitledger.console.list.ListPage;
import org.sunlitledger.console.list.ListSlice;

/** Who signed in, who did not get in, what happened to accounts; for administrators. */
@Controller
final class AccessPage {
  private static final List<String> COLUMNS =
      List.of("at", "login", "kind", "by", "via", "address", "session", "detail");

  private final AccessList events;
  private final Accounts accounts;
  private final Exports exports;

  AccessPage(AccessList events, Accounts accounts, Exports exports) {
    this.events = events;
    this.accounts = accounts;
    this.exports = exports;
  }

  @GetMapping("/access")
  String list(
      @RequestParam(defaultValue = "") String login,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String session,
      @RequestParam(defaultValue = "0") int size,
      @RequestParam Optional<Long> after,
      Model model) {
    AccessFilter filter = new AccessFilter(login, kind, session);
    ListSlice slice = ListSlice.of(size, after);
    model.addAttribute("filter", filter);
    model.addAttribute("accounts", accounts.all());
    model.addAttribute("kinds", kinds());
    model.addAttribute("columns", COLUMNS);
    model.addAttribute("count", events.count(filter));
    model.addAttribute(
        "page",
        ListPage.of(
            events.page(filter, slice.after(), slice.read()),
            slice,
            ListAddress.of("/access")
                .with("login", login)
                .with("kind", kind)
                .with("session", session),
            AccessEvent::id));
    return "people/access";
  }

  @GetMapping("/access.{ending:xlsx|csv}")
  void file(
      @PathVariable String ending,
      @RequestParam(defaultValue = "") String login,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String session,
      @AuthenticationPrincipal SignedIn person,
      @ModelAttribute("frame") Frame frame,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    exports.send(
        new ListExport(
            "access",
            frame.text("access.title"),
            COLUMNS.stream().map(column -> frame.text("access.column." + column)).toList(),
            row ->
                events.each(
                    new AccessFilter(login, kind, session),
                    event -> row.accept(cells(event, frame)))),
        ending,
        person,
        request,
        response);
  }

  private static List<String> cells(AccessEvent event, Frame frame) {
    return List.of(
        frame.moment(event.at()),
        event.login().orElse(""),
        frame.text("access.kind." + event.kind()),
        event.by().orElse(""),
        frame.text("access.via." + event.via()),
        event.address().orElse(""),
        event.session().orElse(""),
        event.detail());
  }

  private static List<String> kinds() {
    return Arrays.stream(AccessKind.values())
        .map(kind -> kind.name().toLowerCase(Locale.ROOT))
        .toList();
  }
}
