package org.sunlitledger.console.reconcile;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.sunlitledger.console.frame.Frame;
import org.sunlitledger.console.frame.SignedIn;
import org.sunlitledger.console.receive.Reception;
import org.sunlitledger.console.receive.SentName;
import org.sunlitledger.console.receive.UploadRefusal;
import org.sunlitledger.intake.inbox.UntakenFiles.UntakenFile;

/** Where clerks hand in the treasury's ledger, file by file, and withdraw files of it. */
@Controller
@RequestMapping("/{year:[0-9]{4}}/reconciliation/ledger")
final class LedgerForms {
  private final LedgerHandIns handIns;
  private final LedgerPreview previews;
  private final Reception reception;

  LedgerForms(LedgerHandIns handIns, LedgerPreview previews, Reception reception) {
    this.handIns = handIns;
    this.previews = previews;
    this.reception = reception;
  }

  @GetMapping("/check")
  @Nullable String check(
      @PathVariable int year,
      SentName sent,
      @RequestParam long bytes,
      @ModelAttribute("frame") Frame frame,
      HttpServletResponse response,
      Model model)
      throws IOException {
    SignedIn person = ofWholeCounty(frame);
    return reception.check(sent.on(handIns.shelf(year), person, bytes), frame, response, model);
  }

  @PostMapping(consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
  String receive(
      @PathVariable int year,
      SentName sent,
      @ModelAttribute("frame") Frame frame,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model)
      throws IOException {
    SignedIn person = ofWholeCounty(frame);
    return reception.receive(
        sent.on(handIns.openShelf(year), person, request.getContentLengthLong()),
        person,
        request,
        response,
        model,
        received -> {
          model.addAttribute("to", address(year));
          model.addAttribute("file", handIns.arrived(year, received));
          return "upload/file";
        });
  }

  @GetMapping("/preview")
  String preview(
      @PathVariable int year,
      @RequestParam String name,
      @ModelAttribute("frame") Frame frame,
      Model model)
      throws IOException {
    ofWholeCounty(frame);
    try {
      model.addAttribute("card", previews.of(frame, year, file(year, name)));
      return "upload/preview";
    } catch (NoSuchFileException withdrawn) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
  }

  @PostMapping("/withdraw")
  String withdraw(
      @PathVariable int year,
      @RequestParam String name,
      @ModelAttribute("frame") Frame frame,
      HttpServletRequest request)
      throws IOException, UploadRefusal {
    SignedIn person = ofWholeCounty(frame);
    file(year, name);
    LedgerShelf shelf = handIns.openShelf(year);
    reception.withdraw(shelf, file(year, name).path(), person, request);
    return "redirect:/%d/reconciliation#ledger".formatted(year);
  }

  static String address(int year) {
    return "/%d/reconciliation/ledger".formatted(year);
  }

  private UntakenFile file(int year, String name) throws IOException {
    return handIns.of(year).files().stream()
        .filter(file -> file.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  /** An account that is limited to an office hands in nothing for the county. */
  private static SignedIn ofWholeCounty(Frame frame) {
    SignedIn person = frame.signedIn().orElseThrow();
    if (!person.isOfWholeCounty()) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    }
    return person;
  }
}
