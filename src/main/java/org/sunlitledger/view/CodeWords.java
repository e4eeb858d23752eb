package org.sunlitledger.view;

import java.util.Map;
import org.sunlitledger.check.rule.Rules;
import org.sunlitledger.quantity.text.Messages;
import org.sunlitledger.register.Register;
import org.sunlitledger.register.Registers;

/** The words for codes on screens: programs keep the code, people see a title. */
public final class CodeWords {
  private final Messages messages;
  private final Registers registers;
  private final Map<String, Rules.Rule> rules;

  /**
   * @param messages the bundle {@code commands}, in the language of the reader
   */
  public CodeWords(Messages messages, Registers registers, Rules rules) {
    this.messages = messages;
    this.registers = registers;
    this.rules = rules.byId(messages.isChinese());
  }

  /** A register: its title; English readers see its description, which is English. */
  public ListingCell register(String name) {
    return new ListingCell(
        name,
        registers
            .find(name)
            .map(messages.isChinese() ? Register::title : Register::description)
            .orElse(name));
  }

  /** The title of a rule; its id where the rule does not exist any more. */
  public String rule(String id) {
    Rules.Rule rule = rules.get(id);
    return rule == null ? id : rule.title();
  }

  /** How to correct what breaks a rule; empty where the rule does not exist any more. */
  public String mend(String id) {
    Rules.Rule rule = rules.get(id);
    return rule == null ? "" : rule.mend();
  }

  public ListingCell severity(String code) {
    return known("severity.", code);
  }

  public ListingCell delivery(String status) {
    return known("delivery.", status);
  }

  public ListingCell job(String name) {
    return known("job.", name);
  }

  public ListingCell run(String status) {
    return known("run.", status);
  }

  public ListingCell step(String name) {
    return name.isEmpty() ? new ListingCell("", "") : known("step.", name);
  }

  /** A code with its words in the bundle; the code itself where the bundle has none. */
  private ListingCell known(String prefix, String code) {
    String words = messages.find(prefix + code);
    return new ListingCell(code, words.isEmpty() ? code : words);
  }
}
