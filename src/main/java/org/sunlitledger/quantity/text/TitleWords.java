package org.sunlitledger.quantity.text;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Words of titles that begin like names: 金额, 费用, 单价, 应付. The lists contain words that hardly any
 * name contains, and single letters only where they end a text and no name ends with them.
 */
public final class TitleWords {
  private static final Pattern WITHIN =
      Pattern.compile(
          ".*(?:额|款|资金|费用|经费|单位|日期|时间|编号|号码|名称|类别|种类|类型|备注|说明|合计|小计|总计|数量|单价|标准|地址|电话|序号|行号|批次|人数|户数"
              + "|面积|金额|任务|项目|方式|形式|性质|年度|月份|年份|补贴|补助|预算|结余|应付|已付|未付|实付|应发|实发|拨付|到账|发放|利息|计划).*");
  private static final Pattern END =
      Pattern.compile(".+(?:费|价|率|数|码|址|坝|账|万元|亿元|千元)|(?:[百千万亿]?元|[万亿]|年|月|路名|地名|费别|时段|全年|全月)");

  /** Complete labels that are not names and contain none of the words below. */
  private static final Set<String> LABELS =
      Set.of(
          "户主", "借款人", "贷款人", "领款人", "受益人", "申请人", "联系人", "经办人", "负责人", "制表人", "填表人", "审核人", "被保险人",
          "收款人", "付款人", "担保人", "监护人", "共计", "总额", "累计", "汇总", "总和", "全县", "全区", "全乡", "全镇", "全村",
          "本页", "本级", "其中", "身份证", "性别", "民族", "年龄", "乡镇", "行政村", "干部", "学生", "家长", "同上", "以下空白",
          "空白", "余额");

  /**
   * Two characters that appear in titles and in no name. Each name in a name column is looked up
   * here.
   */
  private static final Set<String> PAIRS =
      Set.of(
          "姓名", "户名", "合计", "小计", "总计", "金额", "资金", "费用", "经费", "单位", "日期", "时间", "编号", "号码", "名称",
          "类别", "种类", "类型", "备注", "说明", "数量", "单价", "标准", "地址", "电话", "序号", "行号", "批次", "人数", "户数",
          "面积", "任务", "项目", "方式", "形式", "性质", "年度", "月份", "年份", "补贴", "补助", "预算", "结余", "应付", "已付",
          "未付", "实付", "应发", "实发", "拨付", "到账", "发放", "利息", "计划", "万元", "亿元", "千元", "证号");

  /** The first characters of the pairs; few names contain them. */
  private static final Set<Character> PAIR_FIRST_CHARACTERS =
      PAIRS.stream().map(pair -> pair.charAt(0)).collect(Collectors.toUnmodifiableSet());

  private TitleWords() {}

  /** Whether a text is the label of a column, a total or a note, even in a column of names. */
  public static boolean isLabel(String text) {
    if (LABELS.contains(text)) {
      return true;
    }
    for (int i = 0; i + 1 < text.length(); i++) {
      if (PAIR_FIRST_CHARACTERS.contains(text.charAt(i))
          && PAIRS.contains(text.substring(i, i + 2))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a text without blanks contains words that appear in titles and not in names. */
  public static boolean isOne(String text) {
    return WITHIN.matcher(text).matches() || END.matcher(text).matches();
  }
}
