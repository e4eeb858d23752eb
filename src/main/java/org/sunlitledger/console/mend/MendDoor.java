package org.sunlitledger.console.mend;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.sunlitledger.console.draft.MendDelivery;
import org.sunlitledger.console.draft.MendSheets;
import org.sunlitledger.console.draft.Submissions;
import org.sunlitledger.console.frame.Frame;
import org.sunlitledger.console.frame.SignedIn;

/** Opens deliveries to those whose office reaches them; to others there is nothing. */
@Component
final class MendDoor {
  private final MendSheets sheets;
  private final Submissions submissions;

  MendDoor(MendSheets sheets, Submissions submissions) {
    this.sheets = sheets;
    this.submissions = submissions;
  }

  /** The delivery, to look at it. */
  MendDelivery open(long id, Frame frame) {
    return sheets
        .delivery(id)
        .filter(found -> person(frame).reaches(found.name()))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  /** The delivery, to correct it; its drafts are brought into line with the files first. */
  MendDelivery openToChange(long id, Frame frame) {
    MendDelivery delivery = open(id, frame);
    submissions.settle(id);
    return delivery;
  }

  static SignedIn person(Frame frame) {
    return frame.signedIn().orElseThrow();
  }
}
