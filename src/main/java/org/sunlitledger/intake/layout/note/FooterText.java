package org.sunlitledger.intake.layout.note;

import java.util.regex.Pattern;
import org.sunlitledger.register.code.HeaderText;

/** Texts below and between tables: signatures, telephones, dates, page numbers, remarks. */
final class FooterText {
  private static final String ROLE =
      "制表|制单|填表|填报|填写|编制|编报|审核|审批|审定|审查|复核|核对|核实|校对|经办|经手|承办|负责|分管|主管|领导"
          + "|会计|出纳|财务|记账|统计|报账|证明|验收|领款|监督|举报|投诉|咨询|联系|公示|公告|公开|打印|导出|报送|上报|报出"
          + "|签字|签章|签名|盖章|公章|单位|部门|乡长|镇长|书记|主任|村长|支书|驻村|包村|队长|监委会|理事长"
          + "|电话|传真|地址|地点|邮编|网址|邮箱|日期|时间|来源|依据|要求|提示|声明|承诺";
  private static final String REMARK = "备注|说明|附注|注释|注";
  private static final String NUMERAL = "[\\d一二三四五六七八九十百]{1,5}";

  private static final Pattern REMARKS =
      Pattern.compile("(?:填[表报])?(?:" + REMARK + ")[^,]{0,8}:.*", Pattern.DOTALL);
  private static final Pattern LABEL =
      Pattern.compile("[^,:]{0,16}?(?:" + ROLE + "|" + REMARK + ")[^,:]{0,12}:.*", Pattern.DOTALL);
  private static final Pattern ROLES =
      Pattern.compile("(?:" + ROLE + ")(?:人员?|电话|时间|日期|期限?|单位|地点)?");
  private static final Pattern SEAL =
      Pattern.compile(
          "[^,]{0,40}\\((?:公?章|盖章|签章|签字|签名|印章|手印|签字盖章|加盖公章)\\).*|[^,:]{1,20}(?:盖章|签字|签章|签名)处?");
  private static final Pattern DATE =
      Pattern.compile(
          "\\d{4}[年.\\-/]\\d{1,2}(?:月|[.\\-/]\\d{1,2}|月\\d{1,2}日)"
              + "|[〇零○一二三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月(?:[一二三四五六七八九十]{1,3}日)?"
              + "|(?:\\d{2,4})?年\\d{0,2}月\\d{0,2}日");
  private static final Pattern PAGE =
      Pattern.compile(
          "[(\\-—]?(?:第%1$s页[,/、]?(?:[共总]%1$s页)?|共%1$s页[,/、]?(?:第%1$s页)?|page\\d+(?:of\\d+)?|\\d+/\\d+页)[)\\-—]?|-\\d+-"
              .formatted(NUMERAL));
  private static final Pattern NOTHING_BELOW =
      Pattern.compile("[^,:\\d]{0,6}以下(?:为|均为)?(?:空白|无正文|无内容|无)[^,:\\d]{0,4}");
  private static final Pattern ABOUT =
      Pattern.compile(
          "(?:[此本该上][述列]?(?:表|页|册|清单|名单|公示|件|台账|花名册|汇总表|数据|金额|资金|款项)|以上|表[内中外]|特此|如有|若有|请各|凡|注(?:[\\d.、)]|意)).*",
          Pattern.DOTALL);
  private static final Pattern HEADING =
      Pattern.compile(
          "(?:[一二三四五六七八九十]{1,3}、|\\([一二三四五六七八九十\\d]{1,3}\\)|第[一二三四五六七八九十]{1,3}(?:部分|批|类|章|节)).{1,40}");
  private static final Pattern NUMBERED =
      Pattern.compile("\\d{1,2}[.、)]\\p{L}.{5,}", Pattern.DOTALL);
  private static final Pattern SENTENCE = Pattern.compile(".*\\p{L}.*[:,。;!].*", Pattern.DOTALL);
  private static final Pattern AMOUNT = Pattern.compile("(?s).*\\d[万亿]?[元圆块].*|.*\\d[万亿].*");

  private FooterText() {}

  /** Whether a text, alone on its line, does not belong to a record. */
  static boolean isAlone(String text) {
    String normal = HeaderText.normal(text);
    return isLabel(normal)
        || NOTHING_BELOW.matcher(normal).matches()
        || ABOUT.matcher(normal).matches();
  }

  /** Whether a text, alone on its line, is a date or a page number, even if it could be a key. */
  static boolean isDateOrPage(String text) {
    String normal = HeaderText.normal(text);
    return DATE.matcher(normal).matches() || PAGE.matcher(normal).matches();
  }

  /**
   * Whether a text, alone in the first column, is a heading or a sentence. A text with an amount is
   * not, because it may be meant as a line.
   */
  static boolean isSentence(String text) {
    String normal = HeaderText.normal(text);
    return !AMOUNT.matcher(normal).matches()
        && (HEADING.matcher(normal).matches()
            || NUMBERED.matcher(normal).matches()
            || SENTENCE.matcher(normal).matches());
  }

  /** Whether a text labels the text behind or beside it: 制表人：, 会计, 村委会（盖章）. */
  static boolean isLabelText(String text) {
    return isLabel(HeaderText.normal(text));
  }

  /** Whether a text is a remark on the table above it: 注：, 填表说明：. */
  static boolean isRemark(String text) {
    return REMARKS.matcher(HeaderText.normal(text)).matches();
  }

  private static boolean isLabel(String normal) {
    return LABEL.matcher(normal).matches()
        || ROLES.matcher(normal).matches()
        || SEAL.matcher(normal).matches();
  }
}
