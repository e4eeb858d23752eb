package org.sunlitledger.intake.layout.header;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.sunlitledger.intake.file.NameTitles;
import org.sunlitledger.quantity.person.BankAccount;
import org.sunlitledger.quantity.person.PersonName;
import org.sunlitledger.quantity.person.PersonalText;
import org.sunlitledger.quantity.text.Glyphs;
import org.sunlitledger.register.Field;
import org.sunlitledger.register.Register;
import org.sunlitledger.register.Registers;
import org.sunlitledger.register.code.HeaderText;

/**
 * Decides what to show of a line that should be a header. It may be data, or contain a name or an
 * ID number. A text that could be a name is therefore shown only if headers are known to use it.
 */
public final class ShownTitles {
  private static final int MAX_CHARACTERS_SHOWN = 200;

  /** Endings of column titles that names hardly ever have. */
  private static final String ENDINGS = "号额期称注型别数目码址量类率式途间费款户员价标栏级次表料书证";

  private static final Set<String> WORDS =
      Set.of(
          "序号", "单位", "备注", "时间", "方式", "金额", "项目", "合计", "小计", "总计", "说明", "性别", "民族", "年龄", "电话",
          "乡镇", "村组", "年份", "月份", "计划", "明细", "汇总", "农户", "面积", "资金来源", "经办", "全称", "简称", "文件",
          "封面", "目录", "和", "权属");

  private final Set<String> known = new HashSet<>();

  ShownTitles(Registers registers) {
    for (Register register : registers.all()) {
      known.add(HeaderText.normal(register.title()));
      for (Field field : register.fields()) {
        known.add(HeaderText.normal(field.title()));
        field.aliases().forEach(alias -> known.add(HeaderText.normal(alias)));
      }
    }
  }

  /** A line, cut to the length for a message. */
  String line(List<String> cells, String separator) {
    StringBuilder line = new StringBuilder();
    for (String cell : cells) {
      line.append(line.isEmpty() ? "" : separator).append(title(cell));
      if (line.length() > MAX_CHARACTERS_SHOWN) {
        return line.substring(0, MAX_CHARACTERS_SHOWN) + "…";
      }
    }
    return line.toString();
  }

  /** The title of a column or the name of a sheet. */
  public String title(String text) {
    String title = Glyphs.strip(text);
    if (BankAccount.isAlone(title)) {
      return BankAccount.masked(title);
    }
    return PersonName.isLikely(title) && !isKnown(title)
        ? PersonName.masked(title)
        : PersonalText.shown(text);
  }

  private boolean isKnown(String title) {
    return title.isEmpty()
        || ENDINGS.indexOf(title.charAt(title.length() - 1)) >= 0
        || WORDS.contains(title)
        || known.contains(HeaderText.normal(title))
        || NameTitles.isOne(title)
        || Supplement.isRemark(title);
  }
}
