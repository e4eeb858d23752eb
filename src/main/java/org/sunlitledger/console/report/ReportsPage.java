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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.sunlitledger.console.frame.SignedIn;
import org.sunlitledger.console.list.Attachment;
import org.sunlitledger.console.list.PrintedAnswer;
import org.sunlitledger.report.Format;

/** The reports of a year: whether they are drafts and why, to look at and to take along. */
@Controller
final class ReportsPage {
  private static final String REPORT = "/{year:[0-9]{4}}/reports/{name}";

  private final YearReports reports;

  ReportsPage(YearReports reports) {
    this.reports = reports;
  }

  @GetMapping("/{year:[0-9]{4}}/reports")
  String list(@PathVariable int year, @AuthenticationPrincipal SignedIn person, Model model) {
    model.addAttribute("year", year);
    model.addAttribute("reports", reports.of(year, person));
    model.addAttribute("formats", List.of(Format.DOCX, Format.HTML, Format.TXT));
    return "report/reports";
  }

  /** The page as it prints. */
  @GetMapping(REPORT + "/view")
  void view(@PathVariable int year, @PathVariable String name, HttpServletResponse response)
      throws IOException {
    PrintedAnswer.send(response, bytes(year, name, Format.HTML));
  }

  @GetMapping(REPORT + "/file.{ending:docx|html|txt}")
  void file(
      @PathVariable int year,
      @PathVariable String name,
      @PathVariable String ending,
      HttpServletResponse response)
      throws IOException {
    byte[] file = bytes(year, name, Format.valueOf(ending.toUpperCase(Locale.ROOT)));
    Attachment.of(
        response,
        "%s-%d.%s".formatted(name, year, ending),
        MediaType.APPLICATION_OCTET_STREAM_VALUE);
    response.setContentLength(file.length);
    response.getOutputStream().write(file);
  }

  private byte[] bytes(int year, String name, Format format) {
    return reports
        .bytes(year, name, format)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
