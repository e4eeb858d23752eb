package org.sunlitledger.console.discrepancy;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.sunlitledger.account.AccessLog.AccessKind;
import org.sunlitledger.console.frame.Frame;
import org.sunlitledger.console.list.Attachment;
import org.sunlitledger.console.list.DownloadLog;
import org.sunlitledger.console.list.PageWords;
import org.sunlitledger.console.receive.UploadRefusal;
import org.sunlitledger.console.receive.UploadScan;
import org.sunlitledger.reconcile.worklist.WorkListBook;
import org.sunlitledger.reconcile.worklist.WorkListDecisions;
import org.sunlitledger.reconcile.worklist.WorkListFault;
import org.sunlitledger.reconcile.worklist.WorkListFault.WorkListProblem;

/** The work list as a workbook: out to be filled in, and in again. */
@Controller
final class WorkListFiles {
  private static final long MEGABYTE = 1 << 20;

  /** Of a file that is taken in; ten thousand rows have two. */
  private static final long MOST_MEGABYTES = 20;

  private final WorkListBook book;
  private final WorkListDecisions decisions;
  private final PageWords words;
  private final DownloadLog downloads;
  private final UploadScan scan;

  WorkListFiles(
      WorkListBook book,
      WorkListDecisions decisions,
      PageWords words,
      DownloadLog downloads,
      UploadScan scan) {
    this.book = book;
    this.decisions = decisions;
    this.words = words;
    this.downloads = downloads;
    this.scan = scan;
  }

  @GetMapping("/{year:[0-9]{4}}/discrepancies/work-list.xlsx")
  void out(
      @PathVariable int year,
      DiscrepancyQuery query,
      @ModelAttribute(name = "frame", binding = false) Frame frame,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int items = book.write(query.filter(year), words.worklist(frame), bytes);
    downloads.record(
        AccessKind.LIST_TAKEN,
        frame.signedIn().orElseThrow(),
        request.getRemoteAddr(),
        "work-list %d, %d".formatted(year, items));
    Attachment.send(
        response,
        frame.text("discrepancies.sheet.name", year) + ".xlsx",
        Attachment.XLSX,
        bytes.toByteArray());
  }

  /** Takes a file, as the body of the request; nothing of it is kept. */
  @PostMapping("/{year:[0-9]{4}}/discrepancies/work-list")
  String in(
      @PathVariable int year,
      @ModelAttribute(name = "frame", binding = false) Frame frame,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model)
      throws IOException {
    model.addAttribute("year", year);
    model.addAttribute("words", words.worklist(frame));
    model.addAttribute("fault", "");
    model.addAttribute("result", null);
    Path file = Files.createTempFile("sunlit-work-list-", ".xlsx");
    try {
      if (!receive(request.getInputStream(), file)) {
        return refused(
            frame.text("discrepancies.sheet.large", MOST_MEGABYTES),
            HttpStatus.CONTENT_TOO_LARGE,
            response,
            model);
      }
      scan.verify(file);
      model.addAttribute("result", decisions.take(file, DiscrepancyForms.decider(frame)));
      return "discrepancy/taken";
    } catch (UploadRefusal refusal) {
      return refused(
          frame.text("upload.refused." + refusal.fault(), refusal.arguments()),
          refusal.fault().status(),
          response,
          model);
    } catch (WorkListFault fault) {
      return refused(sentence(fault, frame), HttpStatus.UNPROCESSABLE_CONTENT, response, model);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  /**
   * Whether the file is whole; of a larger one the rest is read in vain, so that it is answered.
   */
  private static boolean receive(InputStream body, Path file) throws IOException {
    long room = MOST_MEGABYTES * MEGABYTE;
    try (OutputStream out = Files.newOutputStream(file)) {
      byte[] block = new byte[1 << 16];
      long bytes = 0;
      for (int read = body.read(block); read >= 0; read = body.read(block)) {
        bytes += read;
        if (bytes <= room) {
          out.write(block, 0, read);
        }
      }
      return bytes <= room;
    }
  }

  private String sentence(WorkListFault fault, Frame frame) {
    String detail =
        fault.problem() == WorkListProblem.UNREADABLE
            ? words.codes(frame).rule(fault.detail())
            : fault.detail();
    return frame.text("discrepancies.sheet." + fault.problem(), detail);
  }

  private static String refused(
      String sentence, HttpStatus status, HttpServletResponse response, Model model) {
    response.setStatus(status.value());
    model.addAttribute("fault", sentence);
    return "discrepancy/taken";
  }
}
