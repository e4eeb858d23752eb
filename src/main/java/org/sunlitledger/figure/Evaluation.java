package org.sunlitledger.figure;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sunlitledger.figure.Figure.Measured;
import org.sunlitledger.figure.FigureValue.Absent;
import org.sunlitledger.figure.FigureValue.Fraction;
import org.sunlitledger.figure.FigureValue.Labels;
import org.sunlitledger.figure.FigureValue.NotApplicable;
import org.sunlitledger.figure.FigureValue.Quantity;
import org.sunlitledger.rollup.Measure;
import org.sunlitledger.rollup.YearMerge.Member;
import org.sunlitledger.rollup.YearMerge.MergedTotal;

/** The values of a year's figures, by their definitions, from measured numbers. */
final class Evaluation {
  private final Catalogue catalogue;
  private final MeasuredNumbers numbers;
  private final Set<String> delivered;
  private final Map<String, FigureValue> values = new HashMap<>();

  /**
   * @param delivered the registers that have a live delivery for the year
   */
  Evaluation(Catalogue catalogue, MeasuredNumbers numbers, Set<String> delivered) {
    this.catalogue = catalogue;
    this.numbers = numbers;
    this.delivered = delivered;
  }

  FigureValue value(Figure figure) {
    FigureValue known = values.get(figure.id());
    if (known == null) {
      known = evaluate(figure.source());
      values.put(figure.id(), known);
    }
    return known;
  }

  private FigureValue evaluate(Figure.FigureSource source) {
    if (source instanceof Figure.Ratio ratio) {
      return share(ratio);
    }
    if (source instanceof Figure.Both both) {
      return common(both);
    }
    return source instanceof Figure.TotalFigure total ? sum(total) : measured((Measured) source);
  }

  private FigureValue share(Figure.Ratio ratio) {
    FigureValue part = value(catalogue.get(ratio.numerator()));
    FigureValue whole = value(catalogue.get(ratio.denominator()));
    if (!(part instanceof Quantity numerator)) {
      return absent(Problem.ProblemKind.PART_MISSING, ratio.numerator());
    }
    if (!(whole instanceof Quantity denominator)) {
      return absent(Problem.ProblemKind.PART_MISSING, ratio.denominator());
    }
    if (denominator.value().signum() == 0) {
      return absent(Problem.ProblemKind.ZERO_WHOLE, ratio.denominator());
    }
    return ratio.of() == Figure.ShareOf.TARGET || isPart(numerator.value(), denominator.value())
        ? new Fraction(numerator.value(), denominator.value())
        : absent(
            Problem.ProblemKind.PROOF_FAILED,
            "0 ≤ %s ≤ %s：%s, %s"
                .formatted(
                    ratio.numerator(),
                    ratio.denominator(),
                    catalogue.get(ratio.numerator()).exactly(numerator.value()),
                    catalogue.get(ratio.denominator()).exactly(denominator.value())));
  }

  /** A share of a whole is proved each time: reversals can make a part larger than its whole. */
  private static boolean isPart(BigDecimal part, BigDecimal whole) {
    return part.signum() >= 0 && part.compareTo(whole) <= 0;
  }

  private FigureValue sum(Figure.TotalFigure total) {
    BigDecimal sum = BigDecimal.ZERO;
    for (String part : total.parts()) {
      if (!(value(catalogue.get(part)) instanceof Quantity number)) {
        return absent(Problem.ProblemKind.PART_MISSING, part);
      }
      sum = sum.add(number.value());
    }
    return new Quantity(sum);
  }

  private FigureValue common(Figure.Both both) {
    for (String part : both.parts()) {
      if (!(value(catalogue.get(part)) instanceof Quantity)) {
        return absent(Problem.ProblemKind.PART_MISSING, part);
      }
    }
    return new Quantity(numbers.common(both).amount());
  }

  private FigureValue measured(Measured measured) {
    Measure measure = measured.measure();
    for (String register : measure.subject().registers()) {
      if (!delivered.contains(register)) {
        return absent(Problem.ProblemKind.NOT_DELIVERED, register);
      }
    }
    if (measure.kind() instanceof Measure.LabelList) {
      return labels(measured);
    }
    MergedTotal total = numbers.total(measure);
    if (measure.kind() instanceof Measure.Lookup && total.lines() != 1) {
      return absent(
          total.lines() == 0 ? Problem.ProblemKind.NO_LINE : Problem.ProblemKind.SEVERAL_LINES,
          String.join("、", measure.subject().registers()));
    }
    return new Quantity(total.amount());
  }

  private FigureValue labels(Measured measured) {
    List<String> labels =
        measured.choice().of(numbers.members(measured.measure())).stream()
            .map(Member::label)
            .toList();
    if (labels.isEmpty()) {
      return measured.choice().isItem()
          ? new NotApplicable()
          : absent(
              Problem.ProblemKind.EMPTY_LIST,
              String.join("、", measured.measure().subject().registers()));
    }
    return new Labels(labels);
  }

  private static Absent absent(Problem.ProblemKind kind, String argument) {
    return new Absent(new Problem(kind, argument));
  }
}
