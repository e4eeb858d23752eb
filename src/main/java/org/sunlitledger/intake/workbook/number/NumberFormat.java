package org.sunlitledger.intake.workbook.number;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.sunlitledger.intake.line.Sight.Shown;

/**
 * What a cell's number format makes of a value.
 *
 * @param date what of a date it shows
 * @param isPercent whether it shows a hundredfold with a percent sign
 * @param sections empty where it shows a number as it is
 * @param ofText the section for texts, where it does something to them
 */
public record NumberFormat(
    DateFormat date,
    boolean isPercent,
    List<FormatSection> sections,
    Optional<FormatSection> ofText) {
  /** Of a cell without one. */
  public static final NumberFormat GENERAL =
      new NumberFormat(DateFormat.NONE, false, List.of(), Optional.empty());

  /** Sections for positive and negative numbers and for zero; the one behind them is for texts. */
  private static final int NUMBER_SECTIONS = 3;

  /**
   * A format by its number and its code.
   *
   * @param id of the format; 9 and 10 are the built-in percentages
   * @param code of the format, where the workbook spells it out
   */
  public static NumberFormat parse(@Nullable Integer id, @Nullable String code) {
    DateFormat date = DateFormat.parse(id, code);
    if (code == null || date != DateFormat.NONE || DateFormat.isElapsed(code)) {
      boolean isPercent = code == null && id != null && (id == 9 || id == 10);
      return new NumberFormat(date, isPercent, List.of(), Optional.empty());
    }
    List<FormatSection> all = FormatCode.sections(code);
    List<FormatSection> sections = all.subList(0, Math.min(NUMBER_SECTIONS, all.size()));
    Optional<FormatSection> ofText =
        Optional.of(all.get(all.size() - 1))
            .filter(last -> all.size() > NUMBER_SECTIONS || last.isOfText())
            .filter(last -> !last.isBareText());
    return new NumberFormat(
        date, sections.get(0).isPercent(), isPlain(sections) ? List.of() : sections, ofText);
  }

  private static boolean isPlain(List<FormatSection> sections) {
    return sections.stream().noneMatch(section -> section.condition().isThere())
        && sections.get(0).isPlain()
        && (sections.size() == 1 || sections.get(1).isPlainNegative());
  }

  /** Whether a number is read as it is kept. */
  boolean isPlain() {
    return sections.isEmpty();
  }

  /**
   * The number as a reader sees it, but for rounding, with the unit that the format names.
   *
   * @param written writes the digits of a number
   */
  String read(BigDecimal number, java.util.function.Function<BigDecimal, String> written) {
    int at = section(number);
    if (at < 0 || !isClear(at, number)) {
      return written.apply(number);
    }
    FormatSection section = sections.get(at);
    String text = written.apply(number.movePointLeft(section.places()));
    return section.currency() + text + section.unit();
  }

  /** What is seen of a number where that is not just its digits. */
  Optional<Shown> shown(BigDecimal number) {
    int at = section(number);
    if (at < 0) {
      return Optional.of(new Shown(Shown.ShownKind.OTHER, "###"));
    }
    FormatSection section = sections.get(at);
    boolean hasOwnSign = number.signum() >= 0 || isForNegatives(at);
    String text = (hasOwnSign ? "" : "-") + section.shown(number).strip();
    if (!isClear(at, number)) {
      return Optional.of(new Shown(Shown.ShownKind.OTHER, text));
    }
    if (section.places() > 0) {
      return Optional.of(
          new Shown(Shown.ShownKind.SCALED, text, number.stripTrailingZeros().toPlainString()));
    }
    return section.isPlain()
        ? Optional.empty()
        : Optional.of(new Shown(Shown.ShownKind.DRESSED, text));
  }

  /** What is seen of a text. */
  UnaryOperator<String> ofTexts() {
    return text -> ofText.map(section -> section.prefix() + text + section.suffix()).orElse(text);
  }

  /** Whether nothing is seen of a text. */
  boolean hidesText() {
    return ofText.map(section -> section.pieces().isEmpty()).orElse(false);
  }

  private boolean isClear(int at, BigDecimal number) {
    if (number.signum() == 0) {
      // 0, - and a blank are all nothing
      return sections.get(at).isZero();
    }
    boolean isUnsure = hasConditions() && at > 0 && sections.size() == NUMBER_SECTIONS;
    return !isUnsure && sections.get(at).isClear(isForNegatives(at));
  }

  private boolean isForNegatives(int at) {
    return at == 1 && !hasConditions();
  }

  private boolean hasConditions() {
    return sections.stream().anyMatch(section -> section.condition().isThere());
  }

  /** Index of the section that holds for a number; -1 where no condition is met. */
  private int section(BigDecimal number) {
    if (!hasConditions()) {
      boolean isZero = number.signum() == 0 && sections.size() == NUMBER_SECTIONS;
      return isZero ? 2 : number.signum() < 0 && sections.size() > 1 ? 1 : 0;
    }
    for (int at = 0; at < sections.size(); at++) {
      if (sections.get(at).condition().holds(number)) {
        return at;
      }
    }
    return -1;
  }
}
