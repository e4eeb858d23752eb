package org.sunlitledger.figure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sunlitledger.figure.Figure.Measured;
import org.sunlitledger.figure.FigureValue.Absent;
import org.sunlitledger.figure.FigureValue.Fraction;
import org.sunlitledger.figure.FigureValue.Labels;
import org.sunlitledger.figure.FigureValue.NotApplicable;
import org.sunlitledger.figure.FigureValue.Whole;
import org.sunlitledger.rollup.Measure;
import org.sunlitledger.rollup.Measure.Span;
import org.sunlitledger.rollup.YearMerge;
import org.sunlitledger.rollup.YearMerge.Member;
import org.sunlitledger.rollup.YearMerge.Total;

/** The values of a year's figures, from its merged roll-ups. */
final class Evaluation {
  private final Catalogue catalogue;
  private final YearMerge merge;
  private final Set<String> delivered;
  private final Map<Span, Map<String, Total>> totals = new HashMap<>();
  private final Map<String, FigureValue> values = new HashMap<>();

  Evaluation(Catalogue catalogue, YearMerge merge) {
    this.catalogue = catalogue;
    this.merge = merge;
    this.delivered = merge.delivered(catalogue.year());
    for (Span span : Span.values()) {
      totals.put(span, merge.totals(catalogue.year(), span, catalogue.measures()));
    }
  }

  FigureValue value(Figure figure) {
    FigureValue known = values.get(figure.id());
    if (known == null) {
      known = evaluate(figure.source());
      values.put(figure.id(), known);
    }
    return known;
  }

  private FigureValue evaluate(Figure.Source source) {
    if (source instanceof Figure.Ratio ratio) {
      return share(ratio);
    }
    return source instanceof Figure.Total total ? sum(total) : measured((Measured) source);
  }

  private FigureValue share(Figure.Ratio ratio) {
    FigureValue part = value(catalogue.get(ratio.numerator()));
    FigureValue whole = value(catalogue.get(ratio.denominator()));
    if (!(part instanceof Whole numerator)) {
      return absent(Problem.Kind.PART_MISSING, ratio.numerator());
    }
    if (!(whole instanceof Whole denominator)) {
      return absent(Problem.Kind.PART_MISSING, ratio.denominator());
    }
    return denominator.value() == 0
        ? absent(Problem.Kind.ZERO_WHOLE, ratio.denominator())
        : new Fraction(numerator.value(), denominator.value());
  }

  private FigureValue sum(Figure.Total total) {
    long sum = 0;
    for (String part : total.parts()) {
      if (!(value(catalogue.get(part)) instanceof Whole whole)) {
        return absent(Problem.Kind.PART_MISSING, part);
      }
      sum = Math.addExact(sum, whole.value());
    }
    return new Whole(sum);
  }

  private FigureValue measured(Measured measured) {
    Measure measure = measured.measure();
    for (String register : measure.subject().registers()) {
      if (!delivered.contains(register)) {
        return absent(Problem.Kind.NOT_DELIVERED, register);
      }
    }
    if (measure.kind() instanceof Measure.Labels) {
      return labels(measured);
    }
    Total total =
        totals.getOrDefault(measure.span(), Map.of()).getOrDefault(measure.id(), Total.NONE);
    if (measure.kind() instanceof Measure.Lookup && total.lines() != 1) {
      return absent(
          total.lines() == 0 ? Problem.Kind.NO_LINE : Problem.Kind.SEVERAL_LINES,
          String.join("、", measure.subject().registers()));
    }
    return new Whole(total.amount());
  }

  private FigureValue labels(Measured measured) {
    List<String> labels =
        measured.choice().of(merge.members(measured.measure(), catalogue.year())).stream()
            .map(Member::label)
            .toList();
    if (labels.isEmpty()) {
      return measured.choice().isItem()
          ? new NotApplicable()
          : absent(
              Problem.Kind.EMPTY_LIST, String.join("、", measured.measure().subject().registers()));
    }
    return new Labels(labels);
  }

  private static Absent absent(Problem.Kind kind, String argument) {
    return new Absent(new Problem(kind, argument));
  }
}
