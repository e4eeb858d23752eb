package org.sunlitledger.intake.unit;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A unit that a sentence gives to the amounts of a sheet: 金额单位为万元, 以万元为单位, 万元 alone.
 *
 * <p>The words on both sides decide. Before the unit there must be a word that gives a unit, such
 * as 单位 or 为, or nothing. Behind it there must be 为单位 or nothing. If only one side fits, the
 * sentence is ambiguous and is returned completely, so that it does not count as a known unit. If
 * neither side fits, as in 2020年万元增收工程 or 万元乡, the unit is part of a name. Behind a number, as in
 * 1.2万元, the unit belongs to that amount.
 */
final class UnitSentence {
  private static final String BORDER = "[()\\[\\]【】〔〕:,;、/。]";
  private static final Pattern UNIT = Pattern.compile("[十百千万亿]{1,3}[美港欧日英澳]?[元圆]");
  private static final Pattern AMOUNT =
      Pattern.compile("(?s).*[0-9.一二两三四五六七八九十百千数几余多壹贰叁肆伍陆柒捌玖拾佰仟] ?$");
  private static final Pattern GIVES = Pattern.compile("(?s).*(?:金额|币种|人民币|rmb|cny|以|按|为|是|用) ?$");
  private static final Pattern BEGINS = Pattern.compile("(?s)(?:.*(?:" + BORDER + "| ))?$");
  private static final Pattern ENDS =
      Pattern.compile("(?s)(?:" + BORDER + ".*|为单位.*|计(?!\\p{L}).*)?$");

  /** Many names contain 元. It is a unit only if a sentence says so. */
  private static final Pattern SMALL =
      Pattern.compile("(?:单位 ?[为是]|以) ?(?:人民币 ?)?[元圆] ?(?:$|为单位|" + BORDER + ")");

  private static final Pattern YUAN = Pattern.compile("(?:10,?000|ten thousand) (?:yuan|rmb|cny)");
  private static final Pattern ENGLISH =
      Pattern.compile("\\bunits?\\b.*(?:thousand|million|billion|[0-9]) ?(?:yuan|rmb|cny)");

  private UnitSentence() {}

  /**
   * @param text in half width, with single spaces
   */
  static Set<String> unitsIn(String text) {
    String sentence = YUAN.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("万元");
    Set<String> units = new LinkedHashSet<>();
    if (sentence.matches("[十百千万亿] [元圆]")) {
      units.add(sentence.replace(" ", ""));
    }
    if (SMALL.matcher(sentence).find()) {
      units.add("元");
    }
    Matcher unit = UNIT.matcher(sentence);
    while (unit.find()) {
      String before = sentence.substring(0, unit.start());
      String behind = sentence.substring(unit.end());
      if (!AMOUNT.matcher(before).matches()) {
        boolean gives = GIVES.matcher(before).matches();
        boolean begins = BEGINS.matcher(before).matches();
        boolean ends = ENDS.matcher(behind).matches();
        boolean pauses = behind.startsWith(" ");
        if (gives ? ends || pauses : begins && ends) {
          units.add(unit.group());
        } else if (gives || ends || (begins && pauses)) {
          units.add(text);
        }
      }
    }
    if (ENGLISH.matcher(sentence).find()) {
      units.add(text);
    }
    return units;
  }
}
