package org.sunlitledger.console.mend;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.sunlitledger.account.AccessLog.AccessKind;
import org.sunlitledger.console.draft.MendDelivery;
import org.sunlitledger.console.draft.SupplementFile;
import org.sunlitledger.console.frame.Frame;
import org.sunlitledger.console.frame.SignedIn;
import org.sunlitledger.console.list.Attachment;
import org.sunlitledger.console.list.DownloadLog;

/** The rejected lines of a delivery as a workbook, to be corrected in Excel. */
@Controller
final class RejectsDownload {
  private final MendDoor door;
  private final SupplementFile supplements;
  private final DownloadLog downloads;

  RejectsDownload(MendDoor door, SupplementFile supplements, DownloadLog downloads) {
    this.door = door;
    this.supplements = supplements;
    this.downloads = downloads;
  }

  @GetMapping("/deliveries/{id:[0-9]{1,18}}/rejects.xlsx")
  void workbook(
      @PathVariable long id,
      @ModelAttribute(name = "frame", binding = false) Frame frame,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    MendDelivery delivery = door.open(id, frame);
    byte[] bytes = supplements.rejects(delivery.id(), frame.messages().isChinese());
    SignedIn person = MendDoor.person(frame);
    downloads.record(AccessKind.REJECTS_TAKEN, person, request.getRemoteAddr(), String.valueOf(id));
    Attachment.send(response, frame.text("mend.rejects.file", id), Attachment.XLSX, bytes);
  }
}
