package org.sunlitledger.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.sunlitledger.definition.YamlNode;
import org.sunlitledger.quantity.money.AmountText;
import org.sunlitledger.quantity.money.FloorText;
import org.sunlitledger.quantity.money.MoneyUnit;
import org.sunlitledger.quantity.money.PercentText;
import org.sunlitledger.quantity.money.Rounding;
import org.sunlitledger.quantity.text.ChineseNumber;
import org.sunlitledger.quantity.text.CountFloor;
import org.sunlitledger.quantity.text.CountFloor.FloorWord;
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

  /** An amount of fen in yuan, exactly: 27262.35元. */
  record Yuan() implements TextFormat {}

  /** A number with so many decimals, or more where these would change it by 0.1%. */
  record Decimal(int places) implements TextFormat {}

  /** A count rounded down: 2800余户, 10万条次以上. */
  record Floor(CountFloor text) implements TextFormat {}

  /** A whole number in Chinese numerals. */
  record Chinese() implements TextFormat {}

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
      case "yuan" -> new Yuan();
      case "decimal" -> new Decimal(FigureReader.number(id, node, "places", 0, 2));
      case "count-over" -> floor(id, node, FloorWord.OVER);
      case "count-at-least" -> floor(id, node, FloorWord.AT_LEAST);
      case "chinese" -> new Chinese();
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
                  + "amount-or-zero, number-of-wan, yuan, decimal, count-over, count-at-least, "
                  + "chinese, percent, percent-short, percent-floor");
    };
  }

  private static Amount amount(long yiFrom, String id, YamlNode node) {
    return new Amount(new AmountText(yiFrom, FigureReader.number(id, node, "places", 0, 4)));
  }

  private static Floor floor(String id, YamlNode node, FloorWord word) {
    String unit = node.text("unit");
    return new Floor(new CountFloor(FigureReader.number(id, node, "step", 1, 100), word, unit));
  }

  private static Percent percent(String id, YamlNode node, boolean stripZeros) {
    return new Percent(
        new PercentText(
            FigureReader.number(id, node, "places", 0, 2), RoundingMode.HALF_UP, stripZeros));
  }

  /** Whether its values are amounts of fen. */
  default boolean isMoney() {
    return this instanceof Amount
        || this instanceof Wan
        || this instanceof Yuan
        || this instanceof AmountOrZero;
  }

  /** Whether its texts contain the counter, so that nothing adds it to them. */
  default boolean hasUnit() {
    return this instanceof Floor;
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
    if (this instanceof Yuan) {
      return Decimals.plain(value.movePointLeft(2)) + MoneyUnit.YUAN.text();
    }
    if (this instanceof Decimal decimal) {
      return Rounding.places(value, decimal.places());
    }
    if (this instanceof Floor floor) {
      return floor.text().format(value);
    }
    if (this instanceof Chinese) {
      return ChineseNumber.of(value);
    }
    if (this instanceof AmountOrZero && value.signum() != 0) {
      return AmountText.STANDARD.format(value);
    }
    return Decimals.plain(value);
  }
}
