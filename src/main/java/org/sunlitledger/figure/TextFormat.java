package org.sunlitledger.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.sunlitledger.definition.YamlNode;
import org.sunlitledger.quantity.money.AmountText;
import org.sunlitledger.quantity.money.FloorText;
import org.sunlitledger.quantity.money.MoneyUnit;
import org.sunlitledger.quantity.money.PercentText;
import org.sunlitledger.quantity.text.Decimals;
import org.sunlitledger.quantity.text.ListText;

/** How a figure's value is written in a report, the counter (个, 户 …) left to the template. */
public sealed interface TextFormat {

  /** A number as it is, with all of its decimals. */
  record Plain() implements TextFormat {}

  /** An amount of fen with 亿元 or 万元. */
  record Amount(AmountText text) implements TextFormat {}

  /** An amount of fen in 万元, without the unit. */
  record Wan() implements TextFormat {}

  /** An amount of fen with its unit; 0 alone when there is none. */
  record AmountOrZero() implements TextFormat {}

  /** A share in percent. */
  record Percent(PercentText text) implements TextFormat {}

  /** A share as "85%以上". */
  record PercentFloor(FloorText text) implements TextFormat {}

  /** Reads {@code format}, {@code places} and {@code step} of a figure. */
  static TextFormat read(String id, YamlNode node) {
    String format = node.find("format").orElse("plain");
    return switch (format) {
      case "plain" -> new Plain();
      case "amount" -> amount(AmountText.STANDARD.yiFrom(), id, node);
      case "amount-in-wan" -> amount(Long.MAX_VALUE, id, node);
      case "amount-in-yi" -> amount(0, id, node);
      case "number-of-wan" -> new Wan();
      case "amount-or-zero" -> new AmountOrZero();
      case "percent" -> percent(id, node, false);
      case "percent-short" -> percent(id, node, true);
      case "percent-floor" ->
          new PercentFloor(new FloorText(FigureReader.number(id, node, "step", 1, 1)));
      default ->
          throw FigureReader.problem(
              id,
              node,
              "unknown format '%s'; known are plain, amount, amount-in-wan, amount-in-yi, "
                      .formatted(format)
                  + "amount-or-zero, number-of-wan, percent, percent-short, percent-floor");
    };
  }

  private static Amount amount(long yiFrom, String id, YamlNode node) {
    return new Amount(new AmountText(yiFrom, FigureReader.number(id, node, "places", 0, 4)));
  }

  private static Percent percent(String id, YamlNode node, boolean stripZeros) {
    return new Percent(
        new PercentText(
            FigureReader.number(id, node, "places", 0, 2), RoundingMode.HALF_UP, stripZeros));
  }

  /** Whether its values are amounts of fen. */
  default boolean isMoney() {
    return this instanceof Amount || this instanceof Wan || this instanceof AmountOrZero;
  }

  /** The text of a value; empty for one that does not apply. */
  default String of(FigureValue value) {
    if (value instanceof FigureValue.Labels labels) {
      return ListText.join(labels.labels());
    }
    if (value instanceof FigureValue.Fraction fraction) {
      return share(fraction.numerator(), fraction.denominator());
    }
    return value instanceof FigureValue.Quantity number ? number(number.value()) : "";
  }

  private String share(BigDecimal part, BigDecimal whole) {
    return this instanceof PercentFloor floor
        ? floor.text().format(part, whole)
        : (this instanceof Percent percent ? percent.text() : PercentText.STANDARD)
            .format(part, whole);
  }

  private String number(BigDecimal value) {
    if (this instanceof Amount amount) {
      return amount.text().format(value);
    }
    if (this instanceof Wan) {
      return new AmountText(0, 6).in(MoneyUnit.WAN, value);
    }
    if (this instanceof AmountOrZero && value.signum() != 0) {
      return AmountText.STANDARD.format(value);
    }
    return Decimals.plain(value);
  }
}
