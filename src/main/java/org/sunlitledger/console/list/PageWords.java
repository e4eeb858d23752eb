package org.sunlitledger.console.list;

import org.springframework.stereotype.Component;
import org.sunlitledger.check.rule.Rules;
import org.sunlitledger.console.frame.Frame;
import org.sunlitledger.quantity.text.Messages;
import org.sunlitledger.register.Registers;
import org.sunlitledger.view.AuditWords;
import org.sunlitledger.view.CodeWords;

/** The words that pages share with the command line, in the language of a page. */
@Component
public final class PageWords {
  private final Registers registers;
  private final Rules rules;

  PageWords(Registers registers, Rules rules) {
    this.registers = registers;
    this.rules = rules;
  }

  public CodeWords codes(Frame frame) {
    return new CodeWords(bundle(frame, "commands"), registers, rules);
  }

  public AuditWords audit(Frame frame) {
    return new AuditWords(bundle(frame, "commands"), bundle(frame, "worklist"));
  }

  /** The sentences about discrepancies. */
  public Messages worklist(Frame frame) {
    return bundle(frame, "worklist");
  }

  private static Messages bundle(Frame frame, String name) {
    return frame.messages().isChinese() ? Messages.chinese(name) : Messages.english(name);
  }
}
