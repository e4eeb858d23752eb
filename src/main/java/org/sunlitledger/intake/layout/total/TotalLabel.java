package org.sunlitledger.intake.layout.total;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sunlitledger.intake.unit.UnitText;
import org.sunlitledger.register.code.HeaderText;

/**
 * The content of a total's label: the lines that it covers, and the numbers in it, as in
 * 合计：3笔，600.50元.
 *
 * @param isClear whether all numbers in it are understood; false for 合计（大写）：约贰仟元
 * @param unit of the amounts on its line, if the label names one: 合计（万元）
 */
record TotalLabel(Reach reach, TotalNumbers numbers, boolean isClear, Optional<String> unit) {

  /** The lines that a total covers. */
  enum Reach {
    /** 小计: the lines since the last total. */
    SINCE_LAST_TOTAL,
    /** 香山乡合计, 本页合计: the lines since the last 合计, or all lines. */
    SINCE_LAST_GRAND_TOTAL_OR_ALL,
    /** 合计 without a name, 全区合计, 总计: all lines. */
    ALL,
    /**
     * 人民币（大写）: the lines of the total above it, or else the lines since the last total, or all
     * lines.
     */
    OF_LAST_TOTAL_OR_ALL
  }

  private static final String WRITTEN_OUT = "大写";
  private static final Pattern LABEL =
      Pattern.compile(
          "[(\\[【〔]?(?<name>.{0,20}?)(?<word>[小合总共累]计|汇总|总额|(?:sub|grand)?total)(?<rest>.*)",
          Pattern.DOTALL);
  private static final Pattern WORDS =
      Pattern.compile("[(\\[【〔]?(?:人民币|总?金额|总额|[:(\\[【〔])*大写(?<rest>.*)", Pattern.DOTALL);
  private static final Pattern NAME_OF_ALL_LINES = Pattern.compile("[全总]|grand");
  private static final TotalNumbers NOTHING = new TotalNumbers(List.of(), List.of(), List.of());

  /**
   * Reads the label in a cell; empty if the cell has other words than a label, as in 合计划.
   *
   * @param before the text before it on the line, such as the township of the total
   */
  static Optional<TotalLabel> parse(String cell, List<String> before) {
    if (!mayBe(cell)) {
      return Optional.empty();
    }
    String normal = HeaderText.normal(cell);
    Matcher words = WORDS.matcher(normal);
    if (words.matches()) {
      return label(Reach.OF_LAST_TOTAL_OR_ALL, words.group("rest"), true, cell);
    }
    Matcher label = LABEL.matcher(normal);
    if (!label.matches()) {
      return Optional.empty();
    }
    String rest = label.group("rest");
    Reach reach = reach(String.join("", before) + label.group("name"), label.group("word"));
    return label(reach, rest, rest.contains(WRITTEN_OUT), cell);
  }

  private static Optional<TotalLabel> label(
      Reach reach, String rest, boolean isWritten, String cell) {
    Optional<TotalNumbers> numbers = TotalNumbers.parse(rest);
    if (numbers.isEmpty() && !isWritten) {
      return Optional.empty();
    }
    return Optional.of(
        new TotalLabel(
            reach, numbers.orElse(NOTHING), numbers.isPresent(), UnitText.bracketed(cell)));
  }

  private static Reach reach(String name, String word) {
    if (word.equals("小计") || word.equals("subtotal")) {
      return Reach.SINCE_LAST_TOTAL;
    }
    boolean isNamed = name.chars().anyMatch(Character::isLetter);
    return isNamed && !NAME_OF_ALL_LINES.matcher(name + word).find()
        ? Reach.SINCE_LAST_GRAND_TOTAL_OR_ALL
        : Reach.ALL;
  }

  /** A fast test for every line, so that few lines need the full check. */
  private static boolean mayBe(String cell) {
    return cell.indexOf('计') >= 0
        || cell.indexOf('总') >= 0
        || cell.indexOf('写') >= 0
        || cell.contains("otal")
        || cell.contains("OTAL");
  }
}
