package org.sunlitledger.quantity;

import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text from files that may say who somebody is: ID numbers are masked wherever they are, names
 * where a word before them says that they are names, 户主：张三丰, or where they are known.
 */
public final class PersonalText {
  private static final Pattern NAMED =
      Pattern.compile(
          "((?:姓名|户主|户名|借款|领款|领取|经办|联系|负责|申请|代领|代办|收款|签收|监护|制表|填表|填报|审核|复核|会计|出纳|学生|家长|配偶|担保|责任)人?(?:姓名)?"
              + "[（(]?(?:签字|签名|签章)?[)）]?\\h*[:：]\\h*)"
              + "(\\p{IsHan}\\h{0,2}\\p{IsHan}(?:\\h{0,2}\\p{IsHan}){0,2})(?!\\p{IsHan})");

  private PersonalText() {}

  /** The text without ID numbers and without names that follow a word for them. */
  public static String masked(String text) {
    String masked = IdNumber.maskedIn(text);
    return masked.indexOf(':') < 0 && masked.indexOf('：') < 0
        ? masked
        : NAMED.matcher(masked).replaceAll(PersonalText::named);
  }

  /** The same, with names that are known masked too. */
  public static String masked(String text, Collection<PersonName> known) {
    String masked = masked(text);
    for (PersonName name : known) {
      masked = name.maskedIn(masked);
    }
    return masked;
  }

  /** A cell of which nothing is known: masked as a whole where it may be a name. */
  public static String cell(String text) {
    String cell = Glyphs.strip(text);
    return PersonName.isLikely(cell) ? PersonName.masked(cell) : masked(text);
  }

  private static String named(java.util.regex.MatchResult found) {
    String name = found.group(2);
    String shown = PersonName.isOrganisation(name) ? name : PersonName.masked(name);
    return Matcher.quoteReplacement(found.group(1) + shown);
  }
}
