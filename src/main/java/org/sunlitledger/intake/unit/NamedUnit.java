package org.sunlitledger.intake.unit;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A unit that a text beside a table names.
 *
 * @param text as written: 万元, or 千元, in which no amounts are read
 * @param isClear whether it can only be meant as the unit of the amounts
 */
public record NamedUnit(String text, boolean isClear) {
  private static final Pattern PART = Pattern.compile("[十百千万亿]{1,3}[美港欧日英澳]?[元圆园]?|[美港欧日英澳]元");

  /**
   * What a whole sentence names that is not understood: the unit in it, and never its other words.
   */
  static NamedUnit in(String sentence) {
    Matcher part = PART.matcher(sentence);
    return new NamedUnit("…%s…".formatted(part.find() ? part.group() : ""), false);
  }

  /** The units that a sentence, a title or a remark names. */
  public static Set<NamedUnit> fromTexts(Set<String> found) {
    Set<NamedUnit> units = new LinkedHashSet<>();
    for (String unit : found) {
      units.add(UnitText.isWord(unit) ? new NamedUnit(unit, true) : in(unit));
    }
    return units;
  }
}
