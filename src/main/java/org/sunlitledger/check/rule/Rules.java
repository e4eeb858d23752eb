package org.sunlitledger.check.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.sunlitledger.check.alike.DuplicateKeys;
import org.sunlitledger.check.alike.SimilarKeys;
import org.sunlitledger.check.reversal.ReversalRule;
import org.sunlitledger.definition.Years;
import org.sunlitledger.intake.line.ShapeRule;
import org.sunlitledger.quantity.text.Messages;

/** Every rule there is, with what it says to people. */
@Component
public final class Rules {
  private final Checks checks;

  public Rules(Checks checks) {
    this.checks = checks;
  }

  /**
   * A rule as people read it.
   *
   * @param register that it is about; empty for rules that hold for every register
   * @param expects what would be right; {@code {expected}} is replaced by what it was compared with
   * @param basis the regulation it rests on; empty when none is cited
   */
  public record Rule(
      String id,
      String severity,
      String register,
      Years effective,
      String title,
      String expects,
      String mend,
      String basis) {

    /** What would have been right. */
    public String expectation(String expected) {
      return expects.replace("{expected}", expected).strip();
    }
  }

  /**
   * All rules in one language: shape rules, the rules on keys, villages and reversals, then those
   * of sql/checks.
   */
  public List<Rule> all(boolean chinese) {
    Messages messages = chinese ? Messages.chinese("rules") : Messages.english("rules");
    List<Rule> rules = new ArrayList<>();
    for (ShapeRule shape : ShapeRule.values()) {
      rules.add(fromBundle(messages, shape.id(), shape.severity()));
    }
    rules.add(fromBundle(messages, DuplicateKeys.RULE, "error"));
    rules.add(fromBundle(messages, SimilarKeys.RULE, "error"));
    rules.add(fromBundle(messages, UnknownVillages.RULE, "warning"));
    for (ReversalRule rule : ReversalRule.values()) {
      rules.add(fromBundle(messages, rule.id(), rule.severity()));
    }
    for (Check check : checks.all()) {
      rules.add(
          new Rule(
              check.id(),
              check.severity(),
              check.register(),
              check.effective(),
              check.words("title", chinese),
              check.words("expects", chinese),
              check.words("mend", chinese),
              check.basis()));
    }
    return rules;
  }

  /** The same by id. */
  public Map<String, Rule> byId(boolean chinese) {
    Map<String, Rule> rules = new HashMap<>();
    all(chinese).forEach(rule -> rules.put(rule.id(), rule));
    return rules;
  }

  private static Rule fromBundle(Messages messages, String id, String severity) {
    return new Rule(
        id,
        severity,
        "",
        Years.ALWAYS,
        messages.find(id + ".title"),
        messages.find(id + ".expects"),
        messages.find(id + ".mend"),
        "");
  }
}
