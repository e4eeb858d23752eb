package org.sunlitledger.console.mend;

import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.sunlitledger.check.finding.Findings;
import org.sunlitledger.console.draft.MendDelivery;
import org.sunlitledger.console.draft.Submission;
import org.sunlitledger.console.draft.Submission.SubmissionState;
import org.sunlitledger.console.draft.SubmissionTable;
import org.sunlitledger.console.frame.Frame;

/** What has become of corrections that were handed in. */
@Controller
final class SubmittedPage {
  private final MendDoor door;
  private final SubmissionTable table;
  private final Findings findings;

  SubmittedPage(MendDoor door, SubmissionTable table, Findings findings) {
    this.door = door;
    this.table = table;
    this.findings = findings;
  }

  @GetMapping("/deliveries/{id:[0-9]{1,18}}/mend/submitted/{submission:[0-9]{1,18}}")
  String result(
      @PathVariable long id,
      @PathVariable long submission,
      @ModelAttribute(name = "frame", binding = false) Frame frame,
      Model model) {
    MendDelivery delivery = door.open(id, frame);
    Submission found =
        table
            .find(id, submission)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    model.addAttribute("delivery", delivery);
    model.addAttribute("submission", found);
    model.addAttribute(
        "result",
        found.state() == SubmissionState.READ
            ? Optional.of(table.result(found))
            : Optional.empty());
    model.addAttribute(
        "reasons",
        found.state() == SubmissionState.REFUSED
            ? findings.list(Optional.empty(), found.supplement(), frame.messages().isChinese())
            : List.of());
    return "mend/submitted";
  }
}
