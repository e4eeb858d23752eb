package org.sunlitledger.console.mend;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.sunlitledger.check.finding.Findings.FindingText;
import org.sunlitledger.console.draft.DraftJudge.Verdict;
import org.sunlitledger.console.draft.DraftJudge.Verdicts;
import org.sunlitledger.console.draft.MendColumn;
import org.sunlitledger.console.draft.MendLine;
import org.sunlitledger.console.draft.MendSheet;
import org.sunlitledger.console.draft.TypedCells;
import org.sunlitledger.quantity.text.Messages;
import org.sunlitledger.quantity.text.SafeText;

/**
 * What the page says of lines and cells.
 *
 * @param verdicts on the lines that were corrected
 * @param titles of rules by id
 */
public record MendView(
    MendSheet sheet, Verdicts verdicts, Map<String, String> titles, Messages messages) {

  /** Why a cell is wrong as it is now; empty if nothing is known against it. */
  public String reason(MendLine line, MendColumn column) {
    if (line.isWithdrawn()) {
      return "";
    }
    if (line.draft(column).filter(draft -> draft.text().isEmpty()).isPresent()) {
      return messages.text("mend.typed-last");
    }
    return line.isChanged()
        ? words(verdicts.of(line).stream().filter(verdict -> verdict.isOf(column)).toList())
        : found(line.findings(column));
  }

  /** Why a value is wrong that was typed to be handed in. */
  public String reasonTyped(MendLine line, MendColumn column, TypedCells typed) {
    return typed.lacks(line, column)
        ? ""
        : words(verdicts.of(line).stream().filter(verdict -> verdict.isOf(column)).toList());
  }

  /** Why the whole line is wrong. */
  public String reason(MendLine line) {
    if (line.isWithdrawn()) {
      return "";
    }
    return line.isChanged()
        ? words(
            verdicts.of(line).stream()
                .filter(verdict -> sheet.columns().stream().noneMatch(verdict::isOf))
                .toList())
        : found(
            line.findings().stream()
                .filter(finding -> sheet.columns().stream().noneMatch(c -> c.isOf(finding)))
                .toList());
  }

  private static String words(List<Verdict> verdicts) {
    return verdicts.stream()
        .map(Verdict::words)
        .distinct()
        .map(SafeText::line)
        .collect(Collectors.joining(" "));
  }

  private String found(List<FindingText> findings) {
    return findings.stream().map(this::found).distinct().collect(Collectors.joining(" "));
  }

  private String found(FindingText finding) {
    String title = titles.getOrDefault(finding.rule(), finding.rule());
    return SafeText.line(
        finding.expected().isEmpty() ? title : "%s（%s）".formatted(title, finding.expected()));
  }

  /** A cell as the page shows it. */
  public String shown(MendLine line, MendColumn column) {
    return SafeText.line(line.text(column));
  }

  public String delivered(MendLine line, MendColumn column) {
    return SafeText.line(line.delivered(column));
  }

  /** The key of a line in its columns, to know it by. */
  public String key(MendLine line) {
    return sheet.columns().stream()
        .filter(MendColumn::isKey)
        .map(column -> delivered(line, column))
        .collect(Collectors.joining(" "));
  }

  /** The names of the people other than the reader who have written drafts on a line. */
  public String others(MendLine line, long reader) {
    return line.drafts().values().stream()
        .filter(draft -> draft.account() != reader)
        .map(draft -> draft.by())
        .collect(Collectors.toCollection(TreeSet::new))
        .stream()
        .collect(Collectors.joining("、"));
  }
}
