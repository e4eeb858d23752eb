package org.sunlitledger.figure;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.sunlitledger.quantity.money.Fen;
import org.sunlitledger.quantity.text.Decimals;
import org.sunlitledger.rollup.Measure;
import org.sunlitledger.rollup.YearMerge.Member;

/**
 * One number, or text, of a report.
 *
 * @param title in Chinese
 * @param unit the counter it is listed with (条, 户 …); reports write their own
 * @param adds the id of the figure of a year that this one adds up over the years: with last year's
 *     value of this figure, it gives this year's; empty where it does not
 */
public record Figure(
    String id,
    String title,
    String titleEn,
    String unit,
    FigureSource source,
    Optional<String> adds,
    TextFormat format) {

  public String title(boolean isChinese) {
    return isChinese ? title : titleEn;
  }

  /** A part of its value, exactly: 18,807,500.00元, a count, or a decimal number. */
  public String exactly(BigDecimal value) {
    return format.isMoney() ? Fen.exactly(value) : Decimals.plain(value);
  }

  /** Whether it is made of other figures and has no lines of its own. */
  public boolean isComposed() {
    return source instanceof Ratio || source instanceof TotalFigure;
  }

  /** Where its value comes from. */
  public sealed interface FigureSource permits Measured, Both, Ratio, TotalFigure {

    /** The ids of the figures that it is made of; none when it is measured. */
    List<String> parts();

    /** The measures whose lines are its own: none where its parts have them. */
    default List<Measure> measures() {
      return List.of();
    }
  }

  /**
   * A measure.
   *
   * @param choice which of a list's members it shows; everything for sums and counts
   */
  public record Measured(Measure measure, Choice choice) implements FigureSource {
    @Override
    public List<String> parts() {
      return List.of();
    }

    @Override
    public List<Measure> measures() {
      return List.of(measure);
    }
  }

  /**
   * How many of the distinct keys that one measure counts are also counted by another: households
   * of this year's roll that ever had a loan. Its breakdown goes by the lines of the population.
   *
   * @param counted what is counted
   * @param population which of it is counted; a distinct count of the same things
   */
  public record Both(Measure counted, Measure population) implements FigureSource {
    @Override
    public List<String> parts() {
      return List.of(counted.id(), population.id());
    }

    @Override
    public List<Measure> measures() {
      return List.of(counted, population);
    }
  }

  /**
   * One figure divided by another, from their exact values.
   *
   * @param of what the denominator is to the numerator
   */
  public record Ratio(String numerator, String denominator, ShareOf of) implements FigureSource {
    @Override
    public List<String> parts() {
      return List.of(numerator, denominator);
    }
  }

  /** The sum of other figures. */
  public record TotalFigure(List<String> parts) implements FigureSource {}

  /** What a numerator is compared with. */
  public enum ShareOf {
    /** With the whole that it is a part of: such a share is never above 100%. */
    WHOLE,
    /** With a target, which can be exceeded. */
    TARGET
  }

  /** Which members of a list are shown, and in which order. */
  public record Choice(ListOrder order, int limit, int item) {
    static final Choice ALL = new Choice(ListOrder.KEY, Integer.MAX_VALUE, 0);

    /** Whether it leaves members out. */
    boolean isNarrow() {
      return isItem() || limit < Integer.MAX_VALUE;
    }

    /** The members that it shows, in its order. */
    List<Member> of(List<Member> members) {
      Comparator<Member> byKey = Comparator.comparing(Member::key, NaturalOrder.INSTANCE);
      Comparator<Member> wanted =
          order == ListOrder.AMOUNT
              ? Comparator.comparingLong(Member::amount).reversed().thenComparing(byKey)
              : byKey;
      return members.stream()
          .sorted(wanted)
          .skip(isItem() ? item - 1 : 0)
          .limit(isItem() ? 1 : limit)
          .toList();
    }

    /** Whether it is one of a list's items, which there may be fewer of. */
    boolean isItem() {
      return item > 0;
    }
  }

  /** The order of a list. */
  public enum ListOrder {
    /** By key, numbers within it by their value: 2号 before 40号. */
    KEY,
    /** The largest amount first. */
    AMOUNT
  }
}
