package org.sunlitledger.quantity.money;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount in digits, without the words around it that do not change its value: 人民币5,000.00元整, RMB
 * 5000, 5000.-.
 *
 * @param amount with its sign, its ¥ and its unit
 * @param isYuan whether the words around it mean yuan although no unit follows, as in 5000整
 */
record BareAmount(String amount, boolean isYuan) {
  private static final Pattern BEFORE =
      Pattern.compile("([-+]?)(?:人民币|RMB|CNY) ?:? ?(?=[-+¥￥0-9])", Pattern.CASE_INSENSITIVE);
  private static final Pattern CURRENCY =
      Pattern.compile("(?<=[0-9元]) ?(?:人民币|RMB|CNY)$", Pattern.CASE_INSENSITIVE);
  private static final Pattern WHOLE = Pattern.compile("(?<=[0-9元圆圓块万亿]) ?[整正]$");
  private static final Pattern NO_FEN = Pattern.compile("(?<=[0-9])\\.[-—–=]{1,2}$");
  private static final String LAST_CHARACTERS = "整正币圆圓块-—–=BbYy";
  private static final String FIRST_CHARACTERS = "人RrCc-+";

  /** A fast test for every amount, so that few amounts need the full check. */
  static boolean mayBe(String narrow) {
    return !narrow.isEmpty()
        && (LAST_CHARACTERS.indexOf(narrow.charAt(narrow.length() - 1)) >= 0
            || FIRST_CHARACTERS.indexOf(narrow.charAt(0)) >= 0);
  }

  /**
   * @param narrow half-width text without blanks around it
   */
  static BareAmount parse(String narrow) {
    Matcher before = BEFORE.matcher(narrow);
    String rest = before.lookingAt() ? before.group(1) + narrow.substring(before.end()) : narrow;
    rest = CURRENCY.matcher(rest).replaceFirst("");
    String whole = NO_FEN.matcher(WHOLE.matcher(rest).replaceFirst("")).replaceFirst("");
    boolean isWhole = !whole.equals(rest);
    char last = whole.isEmpty() ? ' ' : whole.charAt(whole.length() - 1);
    boolean isOldYuan = last == '圆' || last == '圓' || last == '块';
    String amount = isOldYuan ? whole.substring(0, whole.length() - 1) + "元" : whole;
    return new BareAmount(amount, isWhole && last >= '0' && last <= '9');
  }
}
