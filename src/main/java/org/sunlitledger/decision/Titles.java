package org.sunlitledger.decision;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Forms of address, offices and roles, which are written beside a name and are no part of it. */
final class Titles {
  private static final String ONE =
      "(?:[正副代原前总兼]|常务|代理)*(?:"
          + "总?(?:工程|会计|审计|经济)师|我是|我|号|先生|女士|小姐|太太|夫人|同志|师傅|老师|教授|博士|阁下|本人|姓名|签名|签字|签章|签署|署名|盖章|代签|会签|已阅|同意|确认"
          + "|经办|经手|承办|主办|协办|复核|复审|初审|终审|审核|审批|审定|审查|审计|批准|核准|核定|校对|稽核|监督|见证|受理|处理"
          + "|制单|制表|填表|填报|填制|记账|记帐|登记|录入|会计|出纳|财务|财会|报账|报帐|主管|负责|分管|联系|值班"
          + "|[局科股所站处部厅乡镇县区市村组队院校行会社班室园馆场厂司]长|主任|书记|主席|委员|干事|干部|科员|办事员|专员|专干|助理|秘书|经理|董事长"
          + ")(?:人员|[人员])?";

  /** 财务 is a role, and 财务科 is a unit. */
  private static final Pattern AROUND =
      Pattern.compile("^(?:" + ONE + "(?![局科股处办室所站部委厅院校队组]|中心))*(.*?)(?:" + ONE + ")*$");

  /** 小李四 is 李四; 小李 may be anybody. */
  private static final Pattern FAMILIAR = Pattern.compile("^[小老阿](\\p{IsHan}{2,})$");

  private static final Set<String> LATIN =
      Set.of(
          "mr",
          "mrs",
          "ms",
          "miss",
          "mister",
          "madam",
          "sir",
          "dr",
          "doctor",
          "prof",
          "professor",
          "comrade",
          "jr",
          "sr",
          "ii",
          "iii",
          "iv",
          "esq",
          "phd",
          "cpa",
          "reviewer",
          "reviewed",
          "review",
          "approver",
          "approved",
          "checker",
          "checked",
          "clerk",
          "accountant",
          "cashier",
          "director",
          "chief",
          "head",
          "manager",
          "officer",
          "auditor",
          "secretary",
          "signed",
          "by",
          "the",
          "kuaiji",
          "chuna",
          "xiansheng",
          "nvshi",
          "tongzhi",
          "zhuren",
          "juzhang",
          "fuhe");

  private static final Pattern BEFORE = Pattern.compile("^(?:mrs?|miss|ms|dr)(\\p{IsLatin}{4,})$");

  private Titles() {}

  /** Whether a word in Latin letters, in lower case, is one. */
  static boolean isOne(String word) {
    return LATIN.contains(word);
  }

  /** A name in one script without those before and behind it; empty where there is nothing else. */
  static String without(String name) {
    Matcher latin = BEFORE.matcher(name);
    if (latin.matches()) {
      return latin.group(1);
    }
    Matcher around = AROUND.matcher(name);
    String bare = around.matches() ? around.group(1) : name;
    Matcher familiar = FAMILIAR.matcher(bare);
    return familiar.matches() ? familiar.group(1) : bare;
  }
}
