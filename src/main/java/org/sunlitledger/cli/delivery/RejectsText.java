package org.sunlitledger.cli.delivery;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.sunlitledger.check.finding.Findings;
import org.sunlitledger.check.finding.Findings.FindingText;
import org.sunlitledger.cli.print.ScreenText;
import org.sunlitledger.cli.print.ScreenWidth;
import org.sunlitledger.quantity.text.Messages;

/**
 * Findings for people: what was rejected, then what only was warned of; both by file, and in a file
 * by rule.
 */
final class RejectsText {
  private final Messages messages;
  private final PrintWriter out;
  private final Function<Findings.SetAsideDecision, String> decision;
  private final int width = ScreenWidth.columns();

  /**
   * @param decision the sentence about who set an item aside
   */
  RejectsText(
      Messages messages, PrintWriter out, Function<Findings.SetAsideDecision, String> decision) {
    this.messages = messages;
    this.out = out;
    this.decision = decision;
  }

  void print(List<FindingText> findings) {
    if (findings.isEmpty()) {
      out.println(messages.text("rejects.none"));
      return;
    }
    part("rejects.part.error", findings.stream().filter(RejectsText::isError).toList());
    part("rejects.part.warning", findings.stream().filter(one -> !isError(one)).toList());
  }

  private static boolean isError(FindingText finding) {
    return finding.severity().equals("error");
  }

  private void part(String title, List<FindingText> findings) {
    if (findings.isEmpty()) {
      return;
    }
    out.println(messages.text(title, findings.size()));
    groups(findings, one -> messages.text("rejects.file", one.file(), one.delivery()))
        .forEach(
            (file, ofFile) -> {
              out.println("  " + file);
              groups(ofFile, one -> one.message().isEmpty() ? one.rule() : one.message())
                  .forEach(this::rule);
            });
  }

  private void rule(String message, List<FindingText> findings) {
    print(message, 4);
    for (FindingText finding : findings) {
      print("· " + sentence(finding), 6);
      finding.setAside().ifPresent(set -> print(decision.apply(set), 8));
    }
  }

  /** The line, the column, what was found and expected, and the number to decide about it. */
  private String sentence(FindingText finding) {
    List<String> parts = new ArrayList<>();
    if (finding.line() > 0) {
      parts.add(messages.text("rejects.item.line", finding.line()));
    }
    if (!finding.column().isEmpty() || !finding.found().isEmpty()) {
      parts.add(messages.text(key(finding), finding.column(), finding.found()));
    }
    if (!finding.expected().isEmpty()) {
      parts.add(messages.text("rejects.item.expected", finding.expected()));
    }
    if (finding.waiting()) {
      parts.add(messages.text("rejects.waiting"));
    }
    finding.open().ifPresent(open -> parts.add(messages.text("rejects.item.open", open)));
    return ScreenText.grouped(String.join(messages.isChinese() ? "，" : ", ", parts));
  }

  private static String key(FindingText finding) {
    return finding.column().isEmpty()
        ? "rejects.item.found"
        : finding.found().isEmpty() ? "rejects.item.column" : "rejects.item.cell";
  }

  private void print(String text, int indent) {
    ScreenText.wrapped(text, width, indent).forEach(out::println);
  }

  /** In the order in which each group appears first. */
  private static Map<String, List<FindingText>> groups(
      List<FindingText> findings, Function<FindingText, String> by) {
    Map<String, List<FindingText>> groups = new LinkedHashMap<>();
    findings.forEach(
        finding ->
            groups.computeIfAbsent(by.apply(finding), key -> new ArrayList<>()).add(finding));
    return groups;
  }
}
