package org.sunlitledger.console.close;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.sunlitledger.account.AccessLog.AccessKind;
import org.sunlitledger.close.snapshot.ClosePage;
import org.sunlitledger.close.snapshot.SnapshotZip;
import org.sunlitledger.close.snapshot.YearCloseTable;
import org.sunlitledger.close.snapshot.YearCloseTable.SealedClose;
import org.sunlitledger.console.frame.SignedIn;
import org.sunlitledger.console.list.Attachment;
import org.sunlitledger.console.list.DownloadLog;
import org.sunlitledger.console.list.PrintedAnswer;

/** The page of a close to print and sign, and its snapshot to take along. */
@Controller
final class SnapshotDownload {
  private static final String CLOSE = "/{year:[0-9]{4}}/close/{number:[0-9]{1,4}}";

  private final YearCloseTable closes;
  private final ClosePage page;
  private final SnapshotZip zip;
  private final DownloadLog downloads;

  SnapshotDownload(YearCloseTable closes, ClosePage page, SnapshotZip zip, DownloadLog downloads) {
    this.closes = closes;
    this.page = page;
    this.zip = zip;
    this.downloads = downloads;
  }

  @GetMapping(CLOSE + "/page")
  void page(@PathVariable int year, @PathVariable int number, HttpServletResponse response)
      throws IOException {
    PrintedAnswer.send(response, page.of(find(year, number)));
  }

  /** It has what all offices handed in, and is for who works with all of them. */
  @GetMapping(CLOSE + "/snapshot.zip")
  void snapshot(
      @PathVariable int year,
      @PathVariable int number,
      @AuthenticationPrincipal SignedIn person,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    SealedClose close = find(year, number);
    if (!person.isOfWholeCounty()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    String name = "%d-%s.zip".formatted(year, close.folder());
    downloads.record(AccessKind.LIST_TAKEN, person, request.getRemoteAddr(), "snapshot " + name);
    Attachment.of(response, name, "application/zip");
    zip.write(close, response.getOutputStream());
  }

  private SealedClose find(int year, int number) {
    return closes.of(year).stream()
        .filter(close -> close.number() == number)
        .findFirst()
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
