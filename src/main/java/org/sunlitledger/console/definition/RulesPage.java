package org.sunlitledger.console.definition;

import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.sunlitledger.check.rule.Rules;
import org.sunlitledger.console.frame.Frame;
import org.sunlitledger.console.frame.SignedIn;
import org.sunlitledger.console.list.PageWords;
import org.sunlitledger.register.Registers;
import org.sunlitledger.view.OpenRuleCounts;

/** What is checked, why, and how to correct it. */
@Controller
final class RulesPage {
  private final Rules rules;
  private final Registers registers;
  private final OpenRuleCounts counts;
  private final PageWords words;
  private final DefinitionDigest digest;

  RulesPage(
      Rules rules,
      Registers registers,
      OpenRuleCounts counts,
      PageWords words,
      DefinitionDigest digest) {
    this.rules = rules;
    this.registers = registers;
    this.counts = counts;
    this.words = words;
    this.digest = digest;
  }

  @GetMapping("/rules")
  String list(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String severity,
      @RequestParam(defaultValue = "") String register,
      @AuthenticationPrincipal SignedIn person,
      @ModelAttribute("frame") Frame frame,
      Model model) {
    RuleFilter filter = new RuleFilter(q, severity, register);
    List<Rules.Rule> all = rules.all(frame.messages().isChinese());
    model.addAttribute("filter", filter);
    model.addAttribute("rules", all.stream().filter(filter::shows).toList());
    model.addAttribute("severities", all.stream().map(Rules.Rule::severity).distinct().toList());
    model.addAttribute("registers", registers.all());
    model.addAttribute("words", words.codes(frame));
    model.addAttribute("counts", counts.of(frame.year(), person.folder()));
    model.addAttribute("digest", digest.atStart());
    return "definition/rules";
  }
}
