package org.sunlitledger.intake.unit;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A unit named in a text beside a table.
 *
 * @param text as written: 万元, or 千元, in which amounts cannot be read
 * @param isClear whether it can only be the unit of the amounts
 */
public record NamedUnit(String text, boolean isClear) {
  private static final Pattern UNIT_IN_SENTENCE =
      Pattern.compile("[十百千万亿]{1,3}[美港欧日英澳]?[元圆园]?|[美港欧日英澳]元");

  /**
   * The unit in a sentence that is not understood. The other words of the sentence are never kept.
   */
  static NamedUnit in(String sentence) {
    Matcher part = UNIT_IN_SENTENCE.matcher(sentence);
    return new NamedUnit("…%s…".formatted(part.find() ? part.group() : ""), false);
  }

  /** The units named in a sentence, a title or a remark. */
  public static Set<NamedUnit> fromTexts(Set<String> found) {
    Set<NamedUnit> units = new LinkedHashSet<>();
    for (String unit : found) {
      units.add(UnitText.isWord(unit) ? new NamedUnit(unit, true) : in(unit));
    }
    return units;
  }
}
