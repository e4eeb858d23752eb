package org.sunlitledger.console.audit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.sunlitledger.console.frame.Frame;
import org.sunlitledger.console.frame.SignedIn;
import org.sunlitledger.console.list.Exports;
import org.sunlitledger.console.list.ListExport;
import org.sunlitledger.console.list.ListPage;
import org.sunlitledger.console.list.PageWords;
import org.sunlitledger.database.audit.AuditList;
import org.sunlitledger.database.audit.AuditTrail.Event;
import org.sunlitledger.view.AuditWords;

/** Who decided what in a year, and when. */
@Controller
final class AuditPage {
  private static final List<String> COLUMNS =
      List.of("at", "who", "via", "login", "os_user", "action", "number", "detail");

  private final AuditList events;
  private final PageWords words;
  private final Exports exports;

  AuditPage(AuditList events, PageWords words, Exports exports) {
    this.events = events;
    this.words = words;
    this.exports = exports;
  }

  @GetMapping("/{year:[0-9]{4}}/audit")
  String list(
      @PathVariable int year,
      AuditQuery query,
      @AuthenticationPrincipal SignedIn person,
      @ModelAttribute("frame") Frame frame,
      Model model) {
    AuditList.AuditFilter filter = query.filter(year, person);
    model.addAttribute("year", year);
    model.addAttribute("filter", filter);
    model.addAttribute("words", words.audit(frame));
    model.addAttribute("people", events.people(year));
    model.addAttribute("actions", events.actions(year));
    model.addAttribute("count", events.count(filter));
    model.addAttribute(
        "page",
        ListPage.of(
            events.page(filter, query.slice().after(), query.slice().read()),
            query.slice(),
            query.address(filter),
            AuditList.NumberedEvent::id));
    return "audit/audit";
  }

  @GetMapping("/{year:[0-9]{4}}/audit.{ending:xlsx|csv}")
  void file(
      @PathVariable int year,
      @PathVariable String ending,
      AuditQuery query,
      @AuthenticationPrincipal SignedIn person,
      @ModelAttribute("frame") Frame frame,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    AuditWords audit = words.audit(frame);
    exports.send(
        ListExport.of(
            "audit " + year,
            frame.text("audit.file", year),
            "audit",
            COLUMNS,
            frame,
            row ->
                events.each(
                    query.filter(year, person), event -> row.accept(cells(event, audit, frame)))),
        ending,
        person,
        request,
        response);
  }

  private static List<String> cells(Event event, AuditWords audit, Frame frame) {
    return List.of(
        frame.moment(event.at()),
        audit.who(event).words(),
        audit.via(event).words(),
        audit.login(event),
        event.osUser(),
        audit.action(event).words(),
        event.discrepancy().map(String::valueOf).orElse(""),
        audit.detail(event).words());
  }
}
