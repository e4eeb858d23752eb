package org.sunlitledger.console.draft;

import java.util.Optional;
import org.sunlitledger.check.finding.Findings.FindingText;

/**
 * Which rejected lines are looked at: those with a finding of a rule, in a column, with a value
 * that was found there. Findings do not change while people correct, so a line stays in its facet.
 *
 * @param column as findings call it
 */
public record Facet(Optional<String> rule, Optional<String> column, Optional<String> found) {

  public boolean isAll() {
    return rule.isEmpty() && column.isEmpty() && found.isEmpty();
  }

  public boolean has(MendLine line) {
    return isAll() || line.findings().stream().anyMatch(this::has);
  }

  public boolean has(FindingText finding) {
    return rule.map(finding.rule()::equals).orElse(true)
        && column.map(finding.column()::equals).orElse(true)
        && found.map(finding.found()::equals).orElse(true);
  }
}
