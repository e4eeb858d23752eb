package org.sunlitledger.console.report;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.sunlitledger.console.frame.Frame;
import org.sunlitledger.console.frame.SignedIn;
import org.sunlitledger.console.list.Attachment;
import org.sunlitledger.report.Format;

/** The reports of a year: whether they are drafts and why, to look at and to take along. */
@Controller
final class ReportsPage {
  private static final String REPORT = "/{year:[0-9]{4}}/reports/{name}";
  private static final List<Format> FORMATS = List.of(Format.DOCX, Format.HTML, Format.TXT);

  private final YearReports reports;
  private final FigureDetails details;

  ReportsPage(YearReports reports, FigureDetails details) {
    this.reports = reports;
    this.details = details;
  }

  @GetMapping("/{year:[0-9]{4}}/reports")
  String list(@PathVariable int year, @AuthenticationPrincipal SignedIn person, Model model) {
    model.addAttribute("year", year);
    model.addAttribute("reports", reports.of(year, person));
    model.addAttribute("formats", FORMATS);
    return "report/reports";
  }

  @GetMapping(REPORT)
  String show(
      @PathVariable int year,
      @PathVariable String name,
      @AuthenticationPrincipal SignedIn person,
      @ModelAttribute("frame") Frame frame,
      Model model) {
    model.addAttribute("year", year);
    model.addAttribute(
        "preview", reports.preview(year, name, person).orElseThrow(ReportsPage::none));
    model.addAttribute("details", details.of(year, frame));
    model.addAttribute("formats", FORMATS);
    return "report/report";
  }

  @GetMapping(REPORT + "/file.{ending:docx|html|txt}")
  void file(
      @PathVariable int year,
      @PathVariable String name,
      @PathVariable String ending,
      HttpServletResponse response)
      throws IOException {
    byte[] file =
        reports
            .bytes(year, name, Format.valueOf(ending.toUpperCase(Locale.ROOT)))
            .orElseThrow(ReportsPage::none);
    Attachment.send(
        response,
        "%s-%d.%s".formatted(name, year, ending),
        MediaType.APPLICATION_OCTET_STREAM_VALUE,
        file);
  }

  private static ResponseStatusException none() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
