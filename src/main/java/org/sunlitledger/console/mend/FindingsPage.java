package org.sunlitledger.console.mend;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.sunlitledger.check.finding.Findings;
import org.sunlitledger.check.finding.Findings.FindingText;
import org.sunlitledger.console.draft.OpenDeliveries;
import org.sunlitledger.console.draft.OpenDeliveries.OpenDelivery;
import org.sunlitledger.console.frame.Frame;
import org.sunlitledger.console.list.PageWords;

/** What is to be corrected in a year. */
@Controller
final class FindingsPage {
  private static final List<Integer> SIZES = MendQuery.SIZES;

  private final OpenDeliveries open;
  private final Findings findings;
  private final PageWords words;

  FindingsPage(OpenDeliveries open, Findings findings, PageWords words) {
    this.open = open;
    this.findings = findings;
    this.words = words;
  }

  @GetMapping("/{year:[0-9]{4}}/findings")
  String open(
      @PathVariable int year,
      @RequestParam(required = false) @Nullable String rule,
      @RequestParam(defaultValue = "0") long after,
      @RequestParam(defaultValue = "50") int size,
      @ModelAttribute(name = "frame", binding = false) Frame frame,
      Model model) {
    List<OpenDelivery> all =
        open.of(year, Optional.ofNullable(rule).filter(text -> !text.isEmpty())).stream()
            .filter(delivery -> MendDoor.person(frame).reaches(delivery.name()))
            .toList();
    int most = SIZES.contains(size) ? size : SIZES.get(0);
    List<OpenDelivery> page =
        all.stream().filter(delivery -> delivery.id() > after).limit(most).toList();
    model.addAttribute("year", year);
    model.addAttribute("words", words.codes(frame));
    model.addAttribute("all", all);
    model.addAttribute("page", page);
    model.addAttribute("rule", Optional.ofNullable(rule).orElse(""));
    model.addAttribute("size", most);
    model.addAttribute(
        "next",
        page.stream()
            .reduce((first, second) -> second)
            .map(OpenDelivery::id)
            .filter(last -> all.get(all.size() - 1).id() > last));
    model.addAttribute("reasons", reasons(page, frame));
    return "mend/findings";
  }

  /** Why files of a page are refused as a whole. */
  private Map<Long, List<FindingText>> reasons(List<OpenDelivery> page, Frame frame) {
    return page.stream()
        .filter(OpenDelivery::isWhole)
        .collect(
            Collectors.toMap(
                OpenDelivery::id,
                delivery ->
                    findings.list(
                        Optional.empty(),
                        Optional.of(delivery.id()),
                        frame.messages().isChinese())));
  }
}
