package org.sunlitledger.intake;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sunlitledger.register.HeaderText;

/**
 * What the label of a total says: which lines it is of, and what stands in it beside that, as in
 * 合计：3笔，600.50元.
 *
 * @param unit of the amounts on its line, where it names one: 合计（万元）
 */
record TotalLabel(Reach reach, TotalNumbers numbers, Optional<String> unit) {

  /** The lines that a total is of. */
  enum Reach {
    /** 小计: those since the last total. */
    SINCE_LAST_TOTAL,
    /** 香山乡合计, 本页合计: those since the last 合计, or all. */
    SINCE_LAST_GRAND_TOTAL_OR_ALL,
    /** 合计 without a name, 全区合计, 总计. */
    ALL
  }

  private static final Pattern LABEL =
      Pattern.compile(
          "[(\\[【〔]?(?<name>.{0,20}?)(?<word>[小合总共累]计|汇总|总额|(?:sub|grand)?total)(?<rest>.*)",
          Pattern.DOTALL);

  private static final Pattern WHOLE = Pattern.compile("[全总]|grand");

  /**
   * The label that a cell is; nothing where it says more than a label does, as 合计划 would.
   *
   * @param before what stands before it on the line: the township that its total is of
   */
  static Optional<TotalLabel> of(String cell, List<String> before) {
    if (!mayBe(cell)) {
      return Optional.empty();
    }
    Matcher label = LABEL.matcher(HeaderText.normal(cell));
    if (!label.matches()) {
      return Optional.empty();
    }
    Reach reach = reach(String.join("", before) + label.group("name"), label.group("word"));
    return TotalNumbers.of(label.group("rest"))
        .map(numbers -> new TotalLabel(reach, numbers, UnitText.bracketed(cell)));
  }

  private static Reach reach(String name, String word) {
    if (word.equals("小计") || word.equals("subtotal")) {
      return Reach.SINCE_LAST_TOTAL;
    }
    boolean isNamed = name.chars().anyMatch(Character::isLetter);
    return isNamed && !WHOLE.matcher(name + word).find()
        ? Reach.SINCE_LAST_GRAND_TOTAL_OR_ALL
        : Reach.ALL;
  }

  /** Asked of every line, so that few need be looked at closely. */
  private static boolean mayBe(String cell) {
    return cell.indexOf('计') >= 0
        || cell.indexOf('总') >= 0
        || cell.contains("otal")
        || cell.contains("OTAL");
  }
}
