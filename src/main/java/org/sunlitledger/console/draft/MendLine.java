package org.sunlitledger.console.draft;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sunlitledger.check.finding.Findings.FindingText;

/**
 * A rejected line with what people have written for it.
 *
 * @param delivered cells by the position of their column, ID numbers and names of people hidden
 * @param findings what is wrong with it
 * @param drafts by the position of their column
 */
public record MendLine(
    int number,
    Map<Integer, String> delivered,
    List<FindingText> findings,
    Map<Integer, Draft> drafts) {

  /** The cell as delivered. */
  public String delivered(MendColumn column) {
    return delivered.getOrDefault(column.position(), "");
  }

  /** The cell as it would be handed in. */
  public String text(MendColumn column) {
    return draft(column).flatMap(Draft::text).orElse(delivered(column));
  }

  public Optional<Draft> draft(MendColumn column) {
    return Optional.ofNullable(drafts.get(column.position()));
  }

  /** Whether anybody has corrected or withdrawn it. */
  public boolean isChanged() {
    return !drafts.isEmpty();
  }

  public boolean isWithdrawn() {
    return drafts.containsKey(Draft.WITHDRAWAL);
  }

  /** Whether it is handed in and waits for a run. */
  public boolean isSubmitted() {
    return drafts.values().stream().anyMatch(draft -> draft.submission().isPresent());
  }

  /** Whether somebody has written a part of its drafts. */
  public boolean isBy(long account) {
    return drafts.values().stream().anyMatch(draft -> draft.account() == account);
  }

  /** Whether its value must be typed when the line is handed in. */
  public boolean isTypedLast(MendColumn column) {
    return !isWithdrawn()
        && draft(column)
            .map(draft -> draft.text().isEmpty())
            .orElse(column.isHidden(delivered(column)));
  }

  public List<FindingText> findings(MendColumn column) {
    return findings.stream().filter(column::isOf).toList();
  }
}
