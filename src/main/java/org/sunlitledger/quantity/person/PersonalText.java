package org.sunlitledger.quantity.person;

import java.util.Collection;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sunlitledger.quantity.text.Glyphs;

/**
 * Text from files that may identify a person. ID numbers and accounts are masked everywhere. Names
 * are masked if a word before them marks them as names, as in 户主：张三丰, or if they are known.
 */
public final class PersonalText {
  private static final String WORDS =
      "((?:姓名|户主|户名|借款|领款|领取|经办|联系|负责|申请|代领|代办|收款|签收|监护|制表|填表|填报|审核|复核|会计|出纳|学生|家长|配偶|担保|责任|捐赠|捐助|委托|受益|受助|被保险|原告|被告|承办|监督|见证)人?(?:姓名)?"
          + "[（(]?(?:签字|签名|签章)?[)）]?";

  private static final String NAME =
      "(\\p{IsHan}\\h{0,2}\\p{IsHan}(?:\\h{0,2}\\p{IsHan}){0,2})(?!\\p{IsHan})";

  private static final Pattern NAMED = Pattern.compile(WORDS + "\\h*[:：]\\h*)" + NAME);

  /** A name in brackets, behind a blank, or right behind the word: 姓名（张三丰）, 制表 张三丰, 户主张三丰. */
  private static final Pattern LIKELY =
      Pattern.compile(WORDS + "(?:\\h*[（(]\\h*|\\h+|(?<=姓名|户主|借款人|领款人|经办人)))" + NAME);

  private static final Pattern WORD =
      Pattern.compile("(?<!\\p{IsHan})\\p{IsHan}{2,4}(?!\\p{IsHan})");

  private static final int SHORTEST_WORDS_CHARACTERS = 3;

  private PersonalText() {}

  /** Masks ID numbers, accounts, and names that follow a word for them. */
  public static String masked(String text) {
    String masked = BankAccountSearch.masked(IdNumber.maskedIn(text));
    return masked.indexOf(':') < 0 && masked.indexOf('：') < 0
        ? masked
        : NAMED.matcher(masked).replaceAll(PersonalText::named);
  }

  /** Masks the same and also the known names. */
  public static String masked(String text, Collection<PersonName> known) {
    String masked = shown(text);
    for (PersonName name : known) {
      masked = name.maskedIn(masked);
    }
    return masked;
  }

  /** Masks text that is only shown: also names that may follow a word for them without a colon. */
  public static String shown(String text) {
    return LIKELY.matcher(masked(text)).replaceAll(PersonalText::likely);
  }

  /**
   * Masks the same and every single word that may be a name. The format of a number may contain
   * one.
   */
  public static String words(String text) {
    return WORD.matcher(shown(text)).replaceAll(found -> Matcher.quoteReplacement(cell(found)));
  }

  private static String cell(MatchResult found) {
    return cell(found.group());
  }

  /** Masks a cell about which nothing is known: completely, if it may be a name or an account. */
  public static String cell(String text) {
    String cell = Glyphs.strip(text);
    if (BankAccount.isAlone(cell)) {
      return BankAccount.masked(cell);
    }
    return PersonName.isLikely(cell) ? PersonName.masked(cell) : shown(text);
  }

  private static String named(MatchResult found) {
    String name = found.group(2);
    String shown = PersonName.isOrganisation(name) ? name : PersonName.masked(name);
    return Matcher.quoteReplacement(found.group(1) + shown);
  }

  private static String likely(MatchResult found) {
    String name = found.group(2);
    boolean isApart = !Character.isLetter(found.group(1).charAt(found.group(1).length() - 1));
    boolean isLong = name.length() >= SHORTEST_WORDS_CHARACTERS;
    String shown =
        (isApart || isLong) && PersonName.isLikely(name) ? PersonName.masked(name) : name;
    return Matcher.quoteReplacement(found.group(1) + shown);
  }
}
