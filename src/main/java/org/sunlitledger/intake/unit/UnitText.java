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
 * Units of money in sheets: 单位：万元 on its own line, （万元） behind a title. Everything that looks like
 * a unit of money is returned, even if amounts cannot be read in it, so that 千元 is never ignored.
 * 填报单位：元山镇 is an office.
 */
public final class UnitText {
  /** The characters of a unit: 元, 万元, 千元, 美元. */
  public static final String MONEY = "[十百千万亿美港欧日英澳元圆角分块]{1,5}";

  private static final Pattern BRACKETED =
      Pattern.compile("[(\\[【〔](?:单位:?)?(?:人民币:?)?(" + MONEY + ")[)\\]】〕]");
  private static final Pattern LABEL =
      Pattern.compile("(?:单 ?位|金 ?额(?=[ :(\\[]+[十百千万亿]))[ :(\\[]*");

  /** Misspelt units: 万园, W元. */
  private static final Pattern MISTYPED = Pattern.compile("[十百千万亿]{1,3}[园员源]|[wWkK][元圆园]?");

  /** A cell that is a unit, with its label, in brackets, or alone: 金额单位：万元, （万元）, 万元. */
  private static final Pattern ALONE =
      Pattern.compile(
          "(?:[(\\[【〔]?(?:金额|计量|货币)?单位[:(]?(?:人民币)?(?<labelled>"
              + MONEY
              + ")[)\\]】〕]*|[(\\[【〔](?<bracketed>"
              + MONEY
              + ")[)\\]】〕]|(?<bare>[十百千万亿美港欧日英澳]{1,4}[元圆]))");

  private static final Pattern TORN = Pattern.compile("(?<=[十百千万亿]) +(?=[万亿元圆])");
  private static final Pattern BETWEEN = Pattern.compile("[ 、,;/()\\[\\]【】〔〕:。]+");

  /** Other text is a number. */
  private static final Pattern WORDY = Pattern.compile("[\\p{L}(（\\[【〔]");

  /** A longer text than 人, 公里 or 万元 is not a unit, and no unit follows it. */
  private static final int LONGEST_UNIT_CHARACTERS = 5;

  private UnitText() {}

  /** Whether a text is written like a unit of money, and is not a sentence that may name one. */
  public static boolean isWord(String unit) {
    return unit.matches(MONEY);
  }

  /** The unit in brackets in the title of a column or a group. */
  public static Optional<String> bracketed(String title) {
    Matcher unit = BRACKETED.matcher(HeaderText.normal(simplified(title)));
    return unit.find() ? Optional.of(unit.group(1)) : Optional.empty();
  }

  /** The unit in a cell that contains only a unit. */
  public static Optional<String> alone(String cell) {
    Matcher unit = ALONE.matcher(HeaderText.normal(simplified(cell)));
    return unit.matches()
        ? Optional.ofNullable(unit.group("labelled"))
            .or(() -> Optional.ofNullable(unit.group("bracketed")))
            .or(() -> Optional.ofNullable(unit.group("bare")))
        : Optional.empty();
  }

  /** The units in a line above a header. If there are two, one must be wrong. */
  public static Set<String> unitsAbove(SourceLine line) {
    Set<String> units = new LinkedHashSet<>();
    line.cells().forEach(cell -> bracketed(cell).ifPresent(units::add));
    units.addAll(labelled(spaced(String.join(" ", line.cells()))));
    if (units.isEmpty()) {
      line.cells().forEach(cell -> units.addAll(UnitSentence.unitsIn(spaced(cell))));
    }
    return units;
  }

  /** Whether a line with one cell, or with a label and a unit, only names a unit. */
  public static boolean isAllOf(SourceLine line) {
    List<String> cells = line.cells().stream().filter(cell -> !Glyphs.isBlank(cell)).toList();
    return cells.size() <= 2
        && cells.stream().allMatch(cell -> WORDY.matcher(Glyphs.strip(cell)).lookingAt())
        && !unitsAbove(line).isEmpty();
  }

  /** The units behind a label in a text in half width. */
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

  /** The text in half width and simplified characters, with single spaces. */
  static String spaced(String text) {
    return Glyphs.narrow(simplified(text)).replaceAll("[\\p{Z}\\s]+", " ").strip();
  }

  private static String simplified(String text) {
    return text.replace('萬', '万').replace('億', '亿').replace('單', '单').replace('圓', '圆');
  }
}
