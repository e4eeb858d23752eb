package org.sunlitledger.intake.unit;

import java.util.regex.Pattern;
import org.sunlitledger.register.code.HeaderText;

/** Decides whether the title of a column that a register does not have names money. */
public final class MoneyTitle {
  private static final Pattern UNIT =
      Pattern.compile(".*[(\\[【〔/:](?:[^)\\]】〕]*)[元圆¥￥].*|.*(?<!单)[元圆]$", Pattern.DOTALL);

  /** 配套（万）, 配套万, ￥: a scale or a sign alone, but not 人数（万） or 面积万. */
  private static final Pattern SCALE =
      Pattern.compile(
          "(?!.*(?:人|户|数|量|面积|亩|株|棵|头|只|次|斤|吨|米|里|度|瓦)[(\\[【〔/:]?(?:单位:?)?[十百千]?[万亿w])"
              + ".*(?:[(\\[【〔](?:单位:?)?(?:人民币:?)?[十百千]?(?:[万亿]|w(?=[)\\]】〕]))[)\\]】〕].*|[十百千]?[万亿]|[¥￥])",
          Pattern.DOTALL);

  /** Words for money at the end of a title, even with 数 behind them. */
  private static final Pattern PAID =
      Pattern.compile(
          ".*(?:[^名限定差]额|预算数?|[已应未实]付数?|结余数?|[实应]发数?|(?:拨付|到账|支付|下达|发放)数|[本上]期发放|利息)",
          Pattern.DOTALL);

  private static final Pattern AMOUNT =
      Pattern.compile(".*(?:金额|余额|总额|amount|yuan|rmb|cny).*", Pattern.DOTALL);
  private static final Pattern WORD =
      Pattern.compile(
          ".*(?:资金|款|费|投资|投入|补贴|补助|补偿|支出|收入|合计|小计|总计|价|薪|工资|报酬|奖|拨付|报销|贷|捐|赔|本金|利息|分红|收益"
              + "|债|缴|fund|fee|price|cost|money).*",
          Pattern.DOTALL);

  /** Titles about money that are not amounts: 收款单位, 资金来源, 贷款利率, 补贴人数. */
  private static final Pattern BESIDE =
      Pattern.compile(
          ".*(?:人|者|单位|方|方式|形式|来源|渠道|类别|类型|种类|名称|名|号|码|账户|银行|行|用途|日期|日|时间|年度|年|月|月份"
              + "|主体|部门|情况|依据|科目|性质|状态|期限|期|率|比例|占比|对象|项目|企业|机构|公司|备注|说明|原因|数|数量|面积|批次|级次|地点|签字|签名"
              + "|是否.*|有无.*)",
          Pattern.DOTALL);

  private MoneyTitle() {}

  public static boolean isOne(String title) {
    String normal = HeaderText.normal(title);
    if (SCALE.matcher(normal).matches()
        || UNIT.matcher(normal).matches()
        || AMOUNT.matcher(normal).matches()) {
      return true;
    }
    String bare = normal.replaceAll("[(\\[【〔].*", "");
    return PAID.matcher(bare).matches()
        || (WORD.matcher(bare).matches() && !BESIDE.matcher(bare).matches());
  }
}
