package org.sunlitledger.intake.unit;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sunlitledger.quantity.text.Glyphs;
import org.sunlitledger.register.code.HeaderText;

/**
 * The unit that the name of a file, a folder or a sheet gives to the amounts: 补贴（万元）, 补贴明细 单位：万元,
 * 补贴-万元. In 万元户 and 十万元以下小额信贷 the unit is part of a name, and in 补贴50万元 it belongs to that amount.
 * 补贴万元 is ambiguous.
 */
public final class UnitOfName {
  private static final String WORD = "(?:[十百千万亿]{0,3}[美港欧日英澳]?[元圆]|[千万亿]|[百千]万|万[园员源]|[wWkK][元圆])";
  private static final Pattern BRACKETED =
      Pattern.compile("[(\\[【〔{<《](?:(?:金额)?单位:?)?(?:人民币:?)?(" + WORD + ")[)\\]】〕}>》]");

  /** Two units beside each other; the text does not show which one applies. */
  private static final Pattern EITHER =
      Pattern.compile("[元圆分] ?[、,/和或及] ?[十百千万亿]{1,2}[元圆]|[万亿][元圆] ?[、,/和或及] ?[元分]");

  /** 万元表 may be a table in 万元, and 2020万元 an amount or a year with a unit. */
  private static final Pattern UNCLEAR =
      Pattern.compile(
          "(?<![0-9.一二两三四五六七八九十百几数余多])[千万亿]{1,2}[元圆](?:版|表|台账|明细|清单|汇总|口径|数据|统计|填列|填报)"
              + "|(?<![0-9.])(?:19|20)[0-9]{2}[千万亿]{1,2}[元圆](?:$|[ )\\]】])");

  /** Words without meaning that may follow a unit at the end of a name. */
  private static final Pattern DATED =
      Pattern.compile(
          "(?:19|20)[0-9]{2}(?![0-9十百千万亿])(?:年度|年|度)?(?:[0-9]{1,2}月份?)?(?:[0-9]{1,2}日)?"
              + "|(?<![0-9.])[0-9]{1,2}月份?|第?[一二三四1-4]季度|[上下]半年|第[0-9一二三四五六七八九十]{1,3}[次版稿]"
              + "|\\(?(?:定稿|终稿|最终版?|最新版?|修正|更正|修改|重报|副本|复件|copy|new|final|v ?[0-9.]{1,5})\\)?"
              + "|\\( ?[0-9]{1,2} ?\\)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern SIGNS = Pattern.compile("[-_—–~+.·|@&=]+");
  private static final Pattern ENDING = Pattern.compile("[.][0-9A-Za-z]{1,5}$");
  private static final Pattern MONEY =
      Pattern.compile("[元圆园万亿千]|单位.{0,6}分|(?i:yuan|rmb|cny|[wk]元)");

  private UnitOfName() {}

  /**
   * The units in a name.
   *
   * @param path names of folders, the file and its sheet, as people read them, separated by / or #
   */
  public static Set<NamedUnit> unitsIn(String path) {
    Set<NamedUnit> units = new LinkedHashSet<>();
    for (String name : path.split("[/#]", -1)) {
      units.addAll(ofOne(ENDING.matcher(Glyphs.strip(name)).replaceFirst("")));
    }
    return units;
  }

  private static Set<NamedUnit> ofOne(String name) {
    String text = UnitText.spaced(Glyphs.visible(name));
    if (!MONEY.matcher(text).find()) {
      return Set.of();
    }
    if (EITHER.matcher(text).find()) {
      return Set.of(NamedUnit.in(text));
    }
    Set<String> named = new LinkedHashSet<>();
    Matcher bracketed = BRACKETED.matcher(HeaderText.normal(text));
    while (bracketed.find()) {
      named.add(bracketed.group(1));
    }
    String words = SIGNS.matcher(text).replaceAll(" ");
    named.addAll(UnitText.labelled(words));
    if (named.isEmpty()) {
      named.addAll(UnitSentence.unitsIn(without(DATED, words)));
    }
    if (named.isEmpty()
        && (!UnitSentence.unitsIn(words).isEmpty() || UNCLEAR.matcher(words).find())) {
      named.add(text);
    }
    return NamedUnit.fromTexts(named);
  }

  private static String without(Pattern pattern, String text) {
    return pattern.matcher(text).replaceAll(" ").replaceAll(" +", " ").strip();
  }
}
