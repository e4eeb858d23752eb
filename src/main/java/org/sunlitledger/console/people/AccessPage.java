package org.sunlitledger.console.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.sunlitledger.account.AccessList;
import org.sunlitledger.account.AccessList.AccessEvent;
import org.sunlitledger.account.AccessList.AccessFilter;
import org.sunlitledger.account.AccessLog.AccessKind;
import org.sunlitledger.account.Accounts;
import org.sunlitledger.console.frame.Frame;
import org.sunlitledger.console.frame.SignedIn;
import org.sunlitledger.console.list.Exports;
import org.sunlitledger.console.list.ListExport;
import org.sunlitledger.console.list.ListPage;

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
  String list(AccessQuery query, Model model) {
    AccessFilter filter = query.filter();
    model.addAttribute("filter", filter);
    model.addAttribute("accounts", accounts.all());
    model.addAttribute("kinds", kinds());
    model.addAttribute("columns", COLUMNS);
    model.addAttribute("count", events.count(filter));
    model.addAttribute(
        "page",
        ListPage.of(
            events.page(filter, query.slice().after(), query.slice().read()),
            query.slice(),
            query.address(),
            AccessEvent::id));
    return "people/access";
  }

  @GetMapping("/access.{ending:xlsx|csv}")
  void file(
      @PathVariable String ending,
      AccessQuery query,
      @AuthenticationPrincipal SignedIn person,
      @ModelAttribute("frame") Frame frame,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    exports.send(
        ListExport.of(
            "access",
            frame.text("access.title"),
            "access",
            COLUMNS,
            frame,
            row -> events.each(query.filter(), event -> row.accept(cells(event, frame)))),
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
