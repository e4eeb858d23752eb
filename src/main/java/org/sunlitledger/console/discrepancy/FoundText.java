package org.sunlitledger.console.discrepancy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sunlitledger.quantity.text.SafeText;

/** What was found, in parts: those that differ between the two sides can be marked. */
public final class FoundText {
  /** What follows the words by which {@code sql/discrepancies} names a side. */
  private static final Pattern DIFFERING =
      Pattern.compile(
          "(?<=国库记为|国库|记录为|记录的凭证号为|记录|计划|累计支付|科目为|应为|原为|相差)"
              + "(?!台账|没有|记为|为|的|有|笔|在|冲销)(?:“[^”]*”|[0-9]+(?=天|笔)|[^，；：“”与]+)");

  private FoundText() {}

  /** A part of the sentence. */
  public record FoundPart(String text, boolean differs) {}

  public static List<FoundPart> of(String found) {
    String text = SafeText.line(found);
    List<FoundPart> parts = new ArrayList<>();
    Matcher differing = DIFFERING.matcher(text);
    int end = 0;
    while (differing.find()) {
      if (differing.start() > end) {
        parts.add(new FoundPart(text.substring(end, differing.start()), false));
      }
      parts.add(new FoundPart(differing.group(), true));
      end = differing.end();
    }
    if (end < text.length()) {
      parts.add(new FoundPart(text.substring(end), false));
    }
    return parts;
  }
}
