package org.sunlitledger.quantity.person;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sunlitledger.quantity.text.Glyphs;
import org.sunlitledger.quantity.text.TitleWords;

/**
 * Names of people, which are kept masked: 张**. A known name is masked in other text too, but not
 * inside the name of an organisation or a place: 张三丰养殖专业合作社.
 */
public final class PersonName {
  private static final int SHORTEST_NAME_CHARACTERS = 2;
  private static final int LONGEST_NAME_CHARACTERS = 20;
  private static final int LONGEST_COMMON_NAME_CHARACTERS = 4;

  /** Words that make a text the name of an organisation. */
  private static final String WORDS =
      "公司|企业|集团|合作社|联合社|协会|商会|学会|基金会|委员会|村委会|居委会|村民小组|党支部|政府|街道办|办事处|办公室"
          + "|财政所|服务站|管理站|工作站|卫生院|卫生室|诊所|医院|学校|小学|中学|大学|学院|幼儿园|银行|信用社|农商行|支行|保险"
          + "|农场|林场|牧场|养殖场|养殖园|中心|商店|商行|超市|门市部|经营部|项目部|个体工商户|工作室|扶贫车间|工作队";

  private static final String LETTERS = "厂局站店";

  private static final String ORGANISATIONS = "(?:" + WORDS + "|[" + LETTERS + "](?!\\p{IsHan}))";

  /** The same words at the end of a text. */
  private static final List<String> ORGANISATION_ENDS =
      Stream.concat(Stream.of(WORDS.split("\\|")), Stream.of(LETTERS.split(""))).toList();

  private static final String LAST_LETTERS =
      ORGANISATION_ENDS.stream()
          .map(end -> end.substring(end.length() - 1))
          .distinct()
          .collect(Collectors.joining());

  /**
   * Words that follow a name in a sentence about a person and are not part of an organisation's
   * name.
   */
  private static final Pattern OF_ORGANISATION =
      Pattern.compile(
          "[\\p{IsHan}()（）&&[^代领给交付收借由为与和及系是的已本签欠转替到在补款元号奖慰问年月日身份证电话]]{0,14}?" + ORGANISATIONS);

  /** The last letters of the words below; a fast test that most texts fail. */
  private static final String LAST_OF_PLACES = "村乡镇道区县市屯寨组";

  private static final Pattern PLACE_NAME =
      Pattern.compile("\\p{IsHan}{1,10}(?:村|乡|镇|街道|社区|县|区|市|屯|寨|小组)");

  private static final Pattern OF_PLACE = Pattern.compile("(?:村|乡|镇|街道|社区|屯|寨)");

  private static final Pattern OF_LONGER_PLACE =
      Pattern.compile("\\p{IsHan}{0,2}(?:村|乡|镇|街道|社区|屯|寨)");

  private static final Pattern NAME =
      Pattern.compile("\\p{IsHan}{2,4}|\\p{IsHan}{1,10}(?:[·•.．‧]\\p{IsHan}{1,10}){1,3}");

  private final String name;

  private PersonName(String name) {
    this.name = name;
  }

  /** Shows the first character and replaces the others by stars. */
  public static String masked(String name) {
    if (name.isEmpty()) {
      return name;
    }
    int first = name.offsetByCodePoints(0, 1);
    int others = name.codePointCount(first, name.length());
    return name.substring(0, first) + "*".repeat(others);
  }

  /**
   * The name in a cell of a name column; empty if the cell has no name that can be searched for.
   */
  public static Optional<PersonName> in(String cell) {
    String name = withoutBlanks(cell);
    int length = name.codePointCount(0, name.length());
    boolean isOne =
        length >= SHORTEST_NAME_CHARACTERS
            && length <= LONGEST_NAME_CHARACTERS
            && name.codePoints().allMatch(PersonName::isOfAName)
            && !TitleWords.isLabel(name)
            && !isOrganisation(name);
    return isOne ? Optional.of(new PersonName(name)) : Optional.empty();
  }

  /**
   * Whether a text may be a name by its length and glyphs: 张三, 买买提·艾力. Many other words match too.
   */
  public static boolean isLike(String text) {
    String name = withoutBlanks(text);
    return isWritten(name) && !TitleWords.isLabel(name) && !isOrganisation(name) && !isPlace(name);
  }

  /**
   * Whether a text may be a name, begins with a common surname and is not a word of a title such as
   * 金额.
   */
  public static boolean isLikely(String text) {
    String name = withoutBlanks(text);
    return Surnames.begins(name) && isLike(name) && !TitleWords.isOne(name);
  }

  /** Whether a text is only a surname: 王, 欧阳. */
  public static boolean isSurname(String text) {
    return Surnames.isOne(text);
  }

  /** Whether a text ends like the name of an organisation. */
  public static boolean isOrganisation(String text) {
    return endsWithOne(text, LAST_LETTERS) && ORGANISATION_ENDS.stream().anyMatch(text::endsWith);
  }

  /** Whether a text ends like the name of a place. */
  public static boolean isPlace(String text) {
    return endsWithOne(text, LAST_OF_PLACES) && PLACE_NAME.matcher(text).matches();
  }

  /** A fast test for the name on every line, before any pattern is used. */
  private static boolean endsWithOne(String text, String letters) {
    return !text.isEmpty() && letters.indexOf(text.charAt(text.length() - 1)) >= 0;
  }

  /** Whether a text without blanks is written like a name. Most names have two to four letters. */
  private static boolean isWritten(String name) {
    boolean isShort =
        name.length() >= SHORTEST_NAME_CHARACTERS
            && name.length() <= LONGEST_COMMON_NAME_CHARACTERS;
    for (int i = 0; i < name.length() && isShort; i++) {
      isShort = name.charAt(i) >= '\u4e00' && name.charAt(i) <= '\u9fa5';
    }
    return isShort || NAME.matcher(name).matches();
  }

  /** The name itself. */
  public String text() {
    return name;
  }

  /** Masks this name in a text wherever it names a person. */
  public String maskedIn(String text) {
    return replacedIn(text, masked(name));
  }

  /** Replaces this name in a text wherever it names a person. */
  public String replacedIn(String text, String replacement) {
    if (text.indexOf(name.charAt(0)) < 0) {
      return text;
    }
    StringBuilder masked = new StringBuilder();
    int done = 0;
    int from = text.indexOf(name.charAt(0));
    while (from >= 0) {
      int end = endAt(text, from);
      if (end > 0 && !isOfOrganisation(text, end)) {
        masked.append(text, done, from).append(replacement);
        done = end;
      }
      from = text.indexOf(name.charAt(0), Math.max(from + 1, done));
    }
    return done == 0 ? text : masked.append(text, done, text.length()).toString();
  }

  /**
   * The end of the name that begins at a position, with blanks allowed in it; -1 if there is none.
   */
  private int endAt(String text, int from) {
    int at = from;
    for (int i = 0; i < name.length(); i++) {
      while (i > 0 && at < text.length() && Glyphs.isSpace(text.charAt(at))) {
        at++;
      }
      if (at == text.length() || text.charAt(at) != name.charAt(i)) {
        return -1;
      }
      at++;
    }
    return at;
  }

  private boolean isOfOrganisation(String text, int end) {
    String rest = text.substring(end);
    Pattern place = name.length() == SHORTEST_NAME_CHARACTERS ? OF_LONGER_PLACE : OF_PLACE;
    return OF_ORGANISATION.matcher(rest).lookingAt() || place.matcher(rest).lookingAt();
  }

  private static boolean isOfAName(int glyph) {
    return Character.isLetter(glyph) || "·•.．‧".indexOf(glyph) >= 0;
  }

  /** Removes the blanks in a name: 张 三 丰. */
  public static String withoutBlanks(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Glyphs.isSpace(text.charAt(i))) {
        return withoutBlanksIn(text);
      }
    }
    return text;
  }

  private static String withoutBlanksIn(String text) {
    StringBuilder glyphs = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      if (!Glyphs.isSpace(text.charAt(i))) {
        glyphs.append(text.charAt(i));
      }
    }
    return glyphs.toString();
  }
}
