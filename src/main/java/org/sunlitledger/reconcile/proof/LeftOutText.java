package org.sunlitledger.reconcile.proof;

import java.util.Map;
import org.sunlitledger.check.rule.Rules;
import org.sunlitledger.quantity.text.Messages;

/** Says in one sentence what of a ledger is not imported, and why. */
public final class LeftOutText {
  /** Longer values of cells are cut. */
  private static final int SHOWN_GLYPHS = 60;

  private final Messages words;
  private final Map<String, Rules.Rule> rules;

  /**
   * @param words the bundle {@code year-end}
   */
  public LeftOutText(Messages words, Rules rules) {
    this.words = words;
    this.rules = rules.byId(words.isChinese());
  }

  /** The sentence, without the decision on it. */
  public String sentence(LeftOut part) {
    String kind = part.kind().map(Enum::name).orElse("CHANGED");
    return words.text(
        "left-out." + kind,
        part.file(),
        part.line(),
        cut(part.subject()),
        part.why().map(why -> reason(part, why)).orElse(""));
  }

  /** What deserves a look in a part that is imported. */
  public String remark(LeftOut part) {
    return words.text(
        "ledger.remark", part.file(), part.why().map(why -> reason(part, why)).orElse(""));
  }

  private String reason(LeftOut part, LeftOut.LeftOutReason why) {
    Rules.Rule rule = rules.get(why.rule());
    String title = rule == null ? why.rule() : rule.title();
    String expected = rule == null ? why.expected() : rule.expectation(why.expected());
    boolean namesLine = part.line() == 0 && why.line() > 0;
    boolean repeatsSubject = why.found().equals(part.subject());
    String found = repeatsSubject || why.found().isBlank() ? "" : cut(why.found());
    StringBuilder text = new StringBuilder(title);
    if (namesLine) {
      text.append(words.text("left-out.at-line", why.line()));
    }
    if (!why.column().isBlank() && !repeatsSubject) {
      text.append(words.text("left-out.column", why.column()));
    }
    if (!found.isEmpty()) {
      text.append(words.text("left-out.found", found));
    }
    if (!expected.isBlank()) {
      text.append(words.text("left-out.expected", cut(expected)));
    }
    return text.toString();
  }

  private static String cut(String text) {
    return text.length() <= SHOWN_GLYPHS ? text : text.substring(0, SHOWN_GLYPHS) + "…";
  }
}
