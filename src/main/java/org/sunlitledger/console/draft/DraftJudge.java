package org.sunlitledger.console.draft;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.sunlitledger.check.rule.Rules;
import org.sunlitledger.intake.line.FileFault;
import org.sunlitledger.intake.line.ShapeFinding;
import org.sunlitledger.intake.step.SupplementJudge;

/** Judges drafts as a run would, in the words of the run. */
@Component
public final class DraftJudge {
  private final SupplementJudge judge;
  private final Rules rules;

  DraftJudge(SupplementJudge judge, Rules rules) {
    this.judge = judge;
    this.rules = rules;
  }

  /**
   * What is still wrong.
   *
   * @param field name of the field or title of the column; empty for the whole line
   * @param words the rule, and what it expects
   */
  public record Verdict(String field, String words, String found) {
    public boolean isOf(MendColumn column) {
      return column.field().map(of -> of.name().equals(field)).orElse(column.title().equals(field));
    }
  }

  /**
   * The verdicts on lines.
   *
   * @param byLine with an entry for each judged line
   * @param whole why all of them would be refused; empty as a rule
   */
  public record Verdicts(Map<Integer, List<Verdict>> byLine, Optional<Verdict> whole) {
    public List<Verdict> of(MendLine line) {
      return byLine.getOrDefault(line.number(), List.of());
    }

    public long wrong() {
      return byLine.values().stream().filter(verdicts -> !verdicts.isEmpty()).count();
    }
  }

  /**
   * Judges lines of a sheet; withdrawn ones are left out.
   *
   * @param typed values that are kept nowhere; columns that must be typed and are not are not
   *     judged
   */
  public Verdicts judge(MendSheet sheet, List<MendLine> lines, TypedCells typed, boolean chinese) {
    Map<Integer, MendLine> judged = new TreeMap<>();
    lines.stream()
        .filter(line -> !line.isWithdrawn())
        .forEach(line -> judged.put(line.number(), line));
    if (judged.isEmpty()) {
      return new Verdicts(Map.of(), Optional.empty());
    }
    Map<Integer, List<String>> cells = new LinkedHashMap<>();
    judged.forEach((number, line) -> cells.put(number, typed.cells(sheet, line)));
    Map<String, Rules.Rule> words = rules.byId(chinese);
    try {
      Map<Integer, List<Verdict>> verdicts = new LinkedHashMap<>();
      Map<Integer, List<ShapeFinding>> found =
          judge.judge(sheet.delivery().id(), sheet.titles(), cells);
      judged.forEach(
          (number, line) ->
              Optional.ofNullable(found.get(number))
                  .ifPresent(
                      findings ->
                          verdicts.put(
                              number,
                              findings.stream()
                                  .filter(finding -> !isToBeTyped(sheet, line, typed, finding))
                                  .map(finding -> verdict(words, finding))
                                  .toList())));
      return new Verdicts(verdicts, Optional.empty());
    } catch (FileFault fault) {
      return new Verdicts(Map.of(), Optional.of(verdict(words, fault.finding())));
    }
  }

  private static boolean isToBeTyped(
      MendSheet sheet, MendLine line, TypedCells typed, ShapeFinding finding) {
    return sheet.columns().stream()
        .filter(column -> line.isTypedLast(column) && typed.find(line, column).isEmpty())
        .anyMatch(column -> column.field().orElseThrow().name().equals(finding.field()));
  }

  private static Verdict verdict(Map<String, Rules.Rule> words, ShapeFinding finding) {
    Rules.Rule rule = words.get(finding.rule().id());
    String expected = rule == null ? finding.expected() : rule.expectation(finding.expected());
    String title = rule == null ? finding.rule().id() : rule.title();
    return new Verdict(
        finding.field(),
        expected.isEmpty() ? title : "%s（%s）".formatted(title, expected),
        finding.found());
  }
}
