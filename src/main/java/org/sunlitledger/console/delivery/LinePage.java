package org.sunlitledger.console.delivery;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.sunlitledger.check.finding.Findings;
import org.sunlitledger.console.frame.Frame;
import org.sunlitledger.console.frame.SignedIn;
import org.sunlitledger.console.list.PageWords;
import org.sunlitledger.figure.Explanation;
import org.sunlitledger.figure.Figure;
import org.sunlitledger.register.Register;
import org.sunlitledger.register.Registers;
import org.sunlitledger.rollup.LinePlace;
import org.sunlitledger.view.DeliveredLines;
import org.sunlitledger.view.DeliveredLines.LinesInFile;
import org.sunlitledger.view.DeliveryDetails;
import org.sunlitledger.view.KeptLines;
import org.sunlitledger.view.ListedDelivery;

/**
 * One line: as it is in the file, what was kept of it, what was found, and the figures that it
 * counts in. People who may not see what was rejected see accepted lines only.
 */
@Controller
final class LinePage {
  private static final int AROUND = 3;

  private final ReachedDeliveries deliveries;
  private final DeliveryDetails details;
  private final DeliveredLines lines;
  private final KeptLines kept;
  private final Findings findings;
  private final Explanation explanation;
  private final Registers registers;
  private final PageWords words;

  LinePage(
      ReachedDeliveries deliveries,
      DeliveryDetails details,
      DeliveredLines lines,
      KeptLines kept,
      Findings findings,
      Explanation explanation,
      Registers registers,
      PageWords words) {
    this.deliveries = deliveries;
    this.details = details;
    this.lines = lines;
    this.kept = kept;
    this.findings = findings;
    this.explanation = explanation;
    this.registers = registers;
    this.words = words;
  }

  @GetMapping("/deliveries/{id:[0-9]{1,18}}/lines/{line:[0-9]{1,9}}")
  String show(
      @PathVariable long id,
      @PathVariable int line,
      @AuthenticationPrincipal SignedIn person,
      @ModelAttribute("frame") Frame frame,
      Model model) {
    ListedDelivery delivery = deliveries.get(id, person);
    Register register =
        delivery.register().flatMap(registers::find).orElseThrow(LinePage::notThere);
    boolean sees = ReachedDeliveries.maySeeRejected(person);
    Optional<KeptLines.KeptLine> record = kept.find(register, delivery.year(), id, line);
    if (!sees && record.filter(KeptLines.KeptLine::isAccepted).isEmpty()) {
      throw notThere();
    }
    List<Findings.FindingText> found = findings.ofLine(id, line, frame.messages().isChinese());
    Optional<LinesInFile> around = sees ? around(id, line) : Optional.empty();
    if (record.isEmpty() && found.isEmpty() && around.isEmpty()) {
      throw notThere();
    }
    boolean counts =
        delivery.status().equals("live")
            && record.filter(KeptLines.KeptLine::isAccepted).isPresent();
    List<Figure> figures =
        counts
            ? explanation.figuresOf(delivery.year(), register.name(), new LinePlace(id, line))
            : List.of();
    model.addAttribute("delivery", delivery);
    model.addAttribute("line", line);
    model.addAttribute("sees", sees);
    model.addAttribute("around", around);
    model.addAttribute("file", details.file(id));
    model.addAttribute("record", record);
    model.addAttribute("found", found);
    model.addAttribute("counts", counts);
    model.addAttribute("figures", figures);
    model.addAttribute("words", words.codes(frame));
    return "delivery/line";
  }

  private Optional<LinesInFile> around(long delivery, int line) {
    try {
      return lines.around(delivery, line, AROUND);
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  private static ResponseStatusException notThere() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
