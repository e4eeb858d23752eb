package org.sunlitledger.intake.unit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sunlitledger.register.code.HeaderText;

/**
 * The title of a column without the additions of forms: a mark for required columns, a number, a
 * hint such as （必填） or （yyyy-mm-dd）, the unit of its values. Words that may change the meaning of a
 * column, as in 金额（大写）, are not hints and stay.
 *
 * @param readings possible names of the column in a register, the most exact first
 * @param unit as the title names it; amounts may not be readable in it
 */
public record ColumnTitle(List<String> readings, Optional<String> unit) {
  private static final Pattern MARKS = Pattern.compile("^[★☆※△▲●◆◎#:·]+|[★☆※△▲●◆◎#:·.]+$");
  private static final Pattern NUMBER =
      Pattern.compile("^(?:\\(\\d{1,2}\\)|\\d{1,2}[.、)]|[①-⑳]|[一二三四五六七八九十]{1,2}、)(?=\\p{L})");
  private static final String OPEN = "[(\\[【〔「<]";
  private static final String CLOSE = "[)\\]】〕」>]";
  private static final String INSIDE = "[^()\\[\\]【】〔〕「」<>]{1,40}";
  private static final Pattern BEHIND =
      Pattern.compile("(?<title>.+?)" + OPEN + "(?<hint>" + INSIDE + ")" + CLOSE);
  private static final Pattern BEFORE =
      Pattern.compile(OPEN + "(?<hint>" + INSIDE + ")" + CLOSE + "(?<title>.+)");
  private static final Pattern UNIT =
      Pattern.compile(
          "(?:金额)?(?:单位:?)?(?:人民币:?)?(?<unit>" + UnitText.MONEY + "|%|人|年|月|个|户|亩|公里|平方米|笔|岁|次)");
  private static final Pattern DATE =
      Pattern.compile("y{2,4}.{0,12}|年[-/.]?月([-/.]?日)?|\\d{4}[-/.年].*");
  private static final Pattern HINT =
      Pattern.compile(
          "(?:必|选|非必|可不?)[填选录](?:项|写)?|可空|必须填写|下拉(?:选择|选项|框|菜单|列表|选)?|[单多]?选(?:择|项)?"
              + "|请(?:选择|填写|输入|按).{0,16}|手工?填写?|(?:如|例|例如|示例|样例|格式).{0,30}"
              + "|(?:文本|数字|数值|日期|整数)(?:格式|型)?|(?:精确到|保留|不超过).{1,12}"
              + "|\\d{1,3}(?:位|字|个字)(?:以内|数字|编码|号码|字符)?|[与按同]身份证.{0,8}|全称|小写|街道|社区|居");
  private static final Pattern BETWEEN = Pattern.compile("[,、;]");
  private static final Pattern BRACKETS = Pattern.compile("[()\\[\\]【】〔〕/、]");

  /** 所属乡镇, 所在村. */
  private static final Pattern BELONGING = Pattern.compile("^(?:所属|所在)(?=\\p{L})");

  /** Titles of columns that number the lines of a form. */
  private static final Set<String> LINE_NUMBERS = Set.of("序号", "序", "行号", "no", "no.", "№", "#");

  public static ColumnTitle parse(String title) {
    String plain = HeaderText.normal(title);
    Set<String> readings = new LinkedHashSet<>();
    readings.add(plain);
    Set<String> units = new LinkedHashSet<>();
    String bare = bare(withoutHintBelow(title), units);
    readings.add(bare);
    Matcher belonging = BELONGING.matcher(bare);
    String rest = belonging.find() ? bare.substring(belonging.end()) : bare;
    readings.add(BRACKETS.matcher(bare).replaceAll(""));
    readings.add(rest);
    readings.add(BRACKETS.matcher(rest).replaceAll(""));
    Optional<String> unit =
        units.isEmpty() ? UnitText.bracketed(title) : Optional.of(String.join("、", units));
    return new ColumnTitle(List.copyOf(readings), unit);
  }

  /** Whether a column only numbers the lines. */
  public static boolean isLineNumber(String title) {
    return LINE_NUMBERS.contains(HeaderText.normal(title));
  }

  /** Removes a hint on its own line, which may have no brackets. */
  private static String withoutHintBelow(String title) {
    int end = title.strip().indexOf('\n');
    if (end < 0) {
      return HeaderText.normal(title);
    }
    String first = HeaderText.normal(title.strip().substring(0, end));
    String below = HeaderText.normal(title.strip().substring(end));
    return isHint(below, new ArrayList<>()) ? first : first + below;
  }

  private static String bare(String title, Set<String> units) {
    String bare = title;
    while (true) {
      String before = bare;
      bare = MARKS.matcher(bare).replaceAll("");
      bare = NUMBER.matcher(bare).replaceFirst("");
      bare = without(BEHIND.matcher(bare), bare, units);
      bare = without(BEFORE.matcher(bare), bare, units);
      if (bare.equals(before)) {
        return bare;
      }
    }
  }

  private static String without(Matcher title, String bare, Set<String> units) {
    List<String> named = new ArrayList<>();
    if (title.matches() && isHint(title.group("hint"), named)) {
      units.addAll(named);
      return title.group("title");
    }
    return bare;
  }

  /** Whether a text has only hints and units: 必填, 人, （万元）, yyyy-mm-dd. */
  public static boolean isHint(String text) {
    String normal = HeaderText.normal(text).replaceAll("^" + OPEN + "|" + CLOSE + "$", "");
    return isHint(normal, new ArrayList<>());
  }

  private static boolean isHint(String text, List<String> units) {
    if (isOne(text, units)) {
      return true;
    }
    for (String part : BETWEEN.split(text, -1)) {
      if (!isOne(part, units)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isOne(String text, List<String> units) {
    Matcher unit = UNIT.matcher(text);
    if (unit.matches()) {
      units.add(unit.group("unit"));
      return true;
    }
    return HINT.matcher(text).matches() || DATE.matcher(text).matches();
  }
}
