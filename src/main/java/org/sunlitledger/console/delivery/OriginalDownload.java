package org.sunlitledger.console.delivery;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.sunlitledger.account.AccessLog.AccessKind;
import org.sunlitledger.console.frame.SignedIn;
import org.sunlitledger.console.list.Attachment;
import org.sunlitledger.console.list.DownloadLog;
import org.sunlitledger.view.DeliveryDetails;
import org.sunlitledger.view.ListedDelivery;

/** The file of a delivery as it was handed in. Each download is recorded. */
@Controller
final class OriginalDownload {
  private final ReachedDeliveries deliveries;
  private final DeliveryDetails details;
  private final DownloadLog downloads;

  OriginalDownload(ReachedDeliveries deliveries, DeliveryDetails details, DownloadLog downloads) {
    this.deliveries = deliveries;
    this.details = details;
    this.downloads = downloads;
  }

  @GetMapping("/deliveries/{id:[0-9]{1,18}}/original")
  void original(
      @PathVariable long id,
      @AuthenticationPrincipal SignedIn person,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    ListedDelivery delivery = deliveries.get(id, person);
    DeliveryDetails.DeliveryFile file = details.file(id);
    if (!file.isThere()) {
      // the page of the delivery says where it should be
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    downloads.record(
        AccessKind.ORIGINAL_TAKEN, person, request.getRemoteAddr(), String.valueOf(id));
    Attachment.of(response, name(delivery.name()), MediaType.APPLICATION_OCTET_STREAM_VALUE);
    response.setContentLengthLong(file.bytes());
    Files.copy(file.path(), response.getOutputStream());
  }

  /** The name of the file, without its folders and without its sheet. */
  private static String name(String delivery) {
    String file = delivery.substring(delivery.lastIndexOf('/') + 1);
    return file.replaceFirst("([.](?:xlsx|xls|et|csv|txt))#.*$", "$1");
  }
}
