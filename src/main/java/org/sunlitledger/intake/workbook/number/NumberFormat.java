package org.sunlitledger.intake.workbook.number;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.sunlitledger.intake.line.LineAppearance.Shown;

/**
 * The effect of a cell's number format on a value.
 *
 * @param date the part of a date that it shows
 * @param isPercent whether it multiplies by a hundred and shows a percent sign
 * @param sections empty if it shows numbers unchanged
 * @param ofText the section for texts, if it changes them
 */
public record NumberFormat(
    DateFormat date,
    boolean isPercent,
    List<FormatSection> sections,
    Optional<FormatSection> ofText) {
  /** The format of a cell without one. */
  public static final NumberFormat GENERAL =
      new NumberFormat(DateFormat.NONE, false, List.of(), Optional.empty());

  /**
   * The number of sections for positive numbers, negative numbers and zero. The next section is for
   * texts.
   */
  private static final int NUMBER_SECTIONS = 3;

  /**
   * A format with its number and its code.
   *
   * @param id of the format; 9 and 10 are the built-in percentages
   * @param code of the format, if the workbook contains it
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

  /** Whether a number is read as it is stored. */
  boolean isPlain() {
    return sections.isEmpty();
  }

  /**
   * The number as a person reads it, except for rounding, with the unit in the format.
   *
   * @param written formats the digits of a number
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

  /** The visible text of a number, if it differs from the digits. */
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

  /** The function that gives the visible text for a text. */
  UnaryOperator<String> textDisplay() {
    return text -> ofText.map(section -> section.prefix() + text + section.suffix()).orElse(text);
  }

  /** Whether a text is invisible. */
  boolean hidesText() {
    return ofText.map(section -> section.pieces().isEmpty()).orElse(false);
  }

  private boolean isClear(int at, BigDecimal number) {
    if (number.signum() == 0) {
      // 0, - and a blank all mean zero
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

  /** The index of the section for a number; -1 if no condition is true. */
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
