package org.sunlitledger.quantity;

import java.util.regex.Pattern;

/**
 * Words of titles that begin as names do: 金额, 费用, 单价, 应付. Words are listed that are in hardly any
 * name, and single letters only where they end a text and no name ends with them.
 */
final class TitleWords {
  private static final Pattern WITHIN =
      Pattern.compile(
          ".*(?:额|款|资金|费用|经费|单位|日期|时间|编号|号码|名称|类别|种类|类型|备注|说明|合计|小计|总计|数量|单价|标准|地址|电话|序号|人数|户数"
              + "|面积|金额|任务|项目|方式|形式|性质|年度|月份|年份|补贴|补助|预算|结余|应付|已付|未付|实付|应发|实发|拨付|到账|发放|利息|计划).*");
  private static final Pattern END =
      Pattern.compile(".+(?:费|价|率|数|码|址|坝|账|万元|亿元|千元)|(?:[百千万亿]?元|[万亿]|年|月|路名|地名|费别|时段|全年|全月)");

  private TitleWords() {}

  /** Whether a text, without blanks, has words in it that titles have and names do not. */
  static boolean isOne(String text) {
    return WITHIN.matcher(text).matches() || END.matcher(text).matches();
  }
}
