package org.sunlitledger.intake.file;

import java.util.Set;
import java.util.regex.Pattern;
import org.sunlitledger.register.code.HeaderText;

/** Titles of columns with names of people, whether or not a register defines them. */
public final class NameTitles {
  private static final Pattern NAMES =
      Pattern.compile(
          ".*(?:姓名|户主|户名|签字|签名|签章|配偶|监护|家长|父亲|母亲|学生|干部|队员|队长|书记|会计|出纳|name).*|.*[^口]人|.*人[(（].*");

  /**
   * These columns contain numbers, places and organisations, although their titles look similar.
   */
  private static final Pattern OTHERS =
      Pattern.compile(
          ".*(?:身份证|证件|号|电话|手机|人口|人数|人均|收款人|付款人|户主类|日期|金额|地址|账|单位|银行|法人$|filename|sheetname).*");

  private static final Set<String> WORDS_THAT_ARE_NO_NAME = Set.of("人", "本人");

  private NameTitles() {}

  public static boolean isOne(String title) {
    String normal = HeaderText.normal(title);
    return NAMES.matcher(normal).matches()
        && !OTHERS.matcher(normal).matches()
        && !WORDS_THAT_ARE_NO_NAME.contains(normal);
  }
}
