package org.sunlitledger.intake.unit;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sunlitledger.intake.line.SourceLine;
import org.sunlitledger.quantity.text.Glyphs;
import org.sunlitledger.register.code.HeaderText;

/**
 * Units of money as sheets name them: 单位：万元 in a line of its own, （万元） behind a title. What looks
 * like a unit of money is told whether amounts are read in it or not, so that 千元 is never passed
 * over. 填报单位：元山镇 is an office.
 */
public final class UnitText {
  /** Written with nothing but these: 元, 万元, 千元, 美元. */
  public static final String MONEY = "[十百千万亿美港欧日英澳元圆角分块]{1,5}";

  private static final Pattern BRACKETED =
      Pattern.compile("[(\\[【〔](?:单位:?)?(?:人民币:?)?(" + MONEY + ")[)\\]】〕]");
  private static final Pattern LABEL =
      Pattern.compile("(?:单 ?位|金 ?额(?=[ :(\\[]+[十百千万亿]))[ :(\\[]*");

  /** Meant for a unit, though none is written so: 万园, W元. */
  private static final Pattern MISTYPED = Pattern.compile("[十百千万亿]{1,3}[园员源]|[wWkK][元圆园]?");

  /** A cell that is a unit, with its label or in brackets or neither: 金额单位：万元, （万元）, 万元. */
  private static final Pattern ALONE =
      Pattern.compile(
          "(?:[(\\[【〔]?(?:金额|计量|货币)?单位[:(]?(?:人民币)?(?<labelled>"
              + MONEY
              + ")[)\\]】〕]*|[(\\[【〔](?<bracketed>"
              + MONEY
              + ")[)\\]】〕]|(?<bare>[十百千万亿美港欧日英澳]{1,4}[元圆]))");

  private static final Pattern TORN = Pattern.compile("(?<=[十百千万亿]) +(?=[万亿元圆])");
  private static final Pattern BETWEEN = Pattern.compile("[ 、,;/()\\[\\]【】〔〕:。]+");

  /** What begins otherwise is a number. */
  private static final Pattern WORDY = Pattern.compile("[\\p{L}(（\\[【〔]");

  /** Longer than 人, 公里 or 万元, it is no unit any more, and none comes behind it. */
  private static final int LONGEST_UNIT_CHARACTERS = 5;

  private UnitText() {}

  /** Whether a text is written as a unit of money is, and not a sentence that may name one. */
  public static boolean isWord(String unit) {
    return unit.matches(MONEY);
  }

  /** The unit in brackets in a column's title or a group's. */
  public static Optional<String> bracketed(String title) {
    Matcher unit = BRACKETED.matcher(HeaderText.normal(simplified(title)));
    return unit.find() ? Optional.of(unit.group(1)) : Optional.empty();
  }

  /** The unit that a cell is, and nothing else. */
  public static Optional<String> alone(String cell) {
    Matcher unit = ALONE.matcher(HeaderText.normal(simplified(cell)));
    return unit.matches()
        ? Optional.ofNullable(unit.group("labelled"))
            .or(() -> Optional.ofNullable(unit.group("bracketed")))
            .or(() -> Optional.ofNullable(unit.group("bare")))
        : Optional.empty();
  }

  /** The units that a line above a header names; of two, one must be wrong. */
  public static Set<String> unitsAbove(SourceLine line) {
    Set<String> units = new LinkedHashSet<>();
    line.cells().forEach(cell -> bracketed(cell).ifPresent(units::add));
    units.addAll(labelled(spaced(String.join(" ", line.cells()))));
    if (units.isEmpty()) {
      line.cells().forEach(cell -> units.addAll(UnitSentence.unitsIn(spaced(cell))));
    }
    return units;
  }

  /** Whether a line, of one cell or a label and a unit, does nothing but name a unit. */
  public static boolean isAllOf(SourceLine line) {
    List<String> cells = line.cells().stream().filter(cell -> !Glyphs.isBlank(cell)).toList();
    return cells.size() <= 2
        && cells.stream().allMatch(cell -> WORDY.matcher(Glyphs.strip(cell)).lookingAt())
        && !unitsAbove(line).isEmpty();
  }

  /** The units behind a label in a text, which is half-width. */
  static Set<String> labelled(String text) {
    Set<String> units = new LinkedHashSet<>();
    String whole = TORN.matcher(text).replaceAll("");
    Matcher label = LABEL.matcher(whole);
    while (label.find()) {
      for (String token : BETWEEN.split(whole.substring(label.end()), -1)) {
        String unit = token.startsWith("人民币") ? token.substring(3) : token;
        if (unit.length() > LONGEST_UNIT_CHARACTERS) {
          break;
        }
        if (isWord(unit) || MISTYPED.matcher(unit).matches()) {
          units.add(unit);
        }
      }
    }
    return units;
  }

  /** Half-width, simplified, with single spaces. */
  static String spaced(String text) {
    return Glyphs.narrow(simplified(text)).replaceAll("[\\p{Z}\\s]+", " ").strip();
  }

  private static String simplified(String text) {
    return text.replace('萬', '万').replace('億', '亿').replace('單', '单').replace('圓', '圆');
  }
}
