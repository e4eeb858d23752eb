package org.sunlitledger.intake.layout.note;

import java.util.regex.Pattern;
import org.sunlitledger.register.code.HeaderText;

/**
 * Whether a text that is not a number contains an amount: 另收到捐款5000元, 补贴款共 1,200.00, 伍仟元整. A limit
 * such as 5万元以下 and a name such as 万元户 are not amounts.
 */
final class AmountInText {
  private static final String NO_LIMIT_BEHIND = "(?!及?以[上下内外]|户|乡|村|镇|工程|旦|月|宵|素|/)";
  private static final Pattern DIGITS =
      Pattern.compile(
          "[¥￥][0-9]|[0-9][0-9,.]*[十百千万亿]{0,3}(?:[元圆块]|[万亿](?=$|[,。;、)]))" + NO_LIMIT_BEHIND);
  private static final Pattern WORDS =
      Pattern.compile(
          "[一二两三四五六七八九十壹贰叁肆伍陆柒捌玖拾][零一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟]*[元圆]" + NO_LIMIT_BEHIND);
  private static final Pattern LABELLED =
      Pattern.compile(
          "(?:金额|资金|捐|补贴|补助|拨付|支付|收到|到账|合计|共计|款)[^0-9号码编期:文]{0,6}:?[0-9][0-9,]*(?:\\.[0-9]+)?(?![0-9年月日号个户人份页项条批次期%.-])");

  /** Words in instructions for amounts that were not paid. */
  private static final Pattern EXAMPLE =
      Pattern.compile(".*(?:如|例|超过|低于|高于|不足|不得|应当?|须|标准|上限|下限|限额|精确|至少|最多|最低|最高|每[人户亩年月]).*");

  private AmountInText() {}

  static boolean isIn(String text) {
    String normal = HeaderText.normal(text);
    return DIGITS.matcher(normal).find()
        || WORDS.matcher(normal).find()
        || LABELLED.matcher(normal).find();
  }

  /** Whether an instruction contains an amount as an example or as a limit. */
  static boolean isExample(String text) {
    return EXAMPLE.matcher(HeaderText.normal(text)).matches();
  }
}
