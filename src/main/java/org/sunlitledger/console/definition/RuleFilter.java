package org.sunlitledger.console.definition;

import java.util.Locale;
import org.sunlitledger.check.rule.Rules;

/**
 * Which rules the page shows; all where empty.
 *
 * @param q part of what a rule says
 */
public record RuleFilter(String q, String severity, String register) {

  boolean shows(Rules.Rule rule) {
    String text = rule.id() + " " + rule.title() + " " + rule.mend() + " " + rule.basis();
    return (severity.isEmpty() || rule.severity().equals(severity))
        && (register.isEmpty() || rule.register().equals(register))
        && text.toLowerCase(Locale.ROOT).contains(q.strip().toLowerCase(Locale.ROOT));
  }
}
