package org.sunlitledger.view.figure;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sunlitledger.figure.Figure;
import org.sunlitledger.figure.Figures.Computed;
import org.sunlitledger.figure.LineProof;
import org.sunlitledger.figure.TextFormat;
import org.sunlitledger.quantity.money.PercentText;
import org.sunlitledger.quantity.text.Messages;
import org.sunlitledger.quantity.text.SafeText;
import org.sunlitledger.rollup.Measure;
import org.sunlitledger.rollup.YearMerge.MergedTotal;

/** The result of a proof in a sentence. */
public final class ProofWords {
  private static final int MOST_PARTS = 12;

  private final Messages words;
  private final FigureTitles titles;

  public ProofWords(boolean isChinese, FigureTitles titles) {
    this.words = isChinese ? Messages.chinese("figures") : Messages.english("figures");
    this.titles = titles;
  }

  /** The result of the lines, and whether that is the figure. */
  public String sentence(LineProof proof) {
    if (proof.kept().isEmpty()) {
      return words.text("proof.not-computed", count(proof.lines()));
    }
    if (!proof.agrees()) {
      return words.text(
          proof.differs() ? "proof.differs" : "proof.in-run",
          count(proof.lines()),
          value(proof.counted()),
          value(proof.kept().orElseThrow()));
    }
    if (proof.counted().value().isEmpty()) {
      return without(proof);
    }
    return words.text("proof.agrees", found(proof));
  }

  /** The total of some lines: 1,204 lines, 128,740,000.00元 in all. */
  public String total(Figure figure, MergedTotal total) {
    String lines = count(total.lines());
    if (figure.source() instanceof Figure.Both) {
      return words.text("proof.distinct", lines, figure.exactly(total.amount()));
    }
    Measure.MeasureKind kind = ((Figure.Measured) figure.source()).measure().kind();
    return kind instanceof Measure.Count
        ? words.text("proof.count", lines)
        : words.text(
            kind instanceof Measure.Distinct || kind instanceof Measure.LabelList
                ? "proof.distinct"
                : "proof.sum",
            lines,
            figure.exactly(total.amount()));
  }

  /** How a composed figure is made of its parts: 12 + 30 = 42; empty for one with lines. */
  public String arithmetic(Figure figure, List<Computed> parts, Computed whole) {
    if (!figure.isComposed()) {
      return "";
    }
    String sign = figure.source() instanceof Figure.Ratio ? " ÷ " : " + ";
    String left =
        parts.stream().limit(MOST_PARTS).map(ProofWords::exactly).collect(Collectors.joining(sign))
            + (parts.size() > MOST_PARTS ? sign + "…" : "");
    return left + " = " + (figure.source() instanceof Figure.Ratio ? share(whole) : exactly(whole));
  }

  /** A share as it is printed; what is rounded down in steps with what it is before. */
  private String share(Computed whole) {
    String text = whole.text().orElse("—");
    if (!(whole.figure().format() instanceof TextFormat.PercentFloor) || whole.value().isEmpty()) {
      return text;
    }
    String[] sides = whole.value().get().split("/", -1);
    return words.text(
        "proof.floor",
        PercentText.STANDARD.format(new BigDecimal(sides[0]), new BigDecimal(sides[1])),
        text);
  }

  private String found(LineProof proof) {
    Figure figure = proof.figure();
    if (figure.isComposed()) {
      return words.text("proof.parts", arithmetic(figure, proof.parts(), proof.counted()));
    }
    MergedTotal first = proof.under().get(0).totals().all();
    if (figure.source() instanceof Figure.Both) {
      return words.text(
          "proof.both",
          count(first.lines()),
          count(proof.under().get(1).totals().all().lines()),
          figure.exactly(first.amount()));
    }
    String total = total(figure, first);
    return isList(figure)
        ? words.text("proof.list", total, SafeText.line(proof.counted().value().orElse("")))
        : total;
  }

  /** No value, as it should be; why. */
  private String without(LineProof proof) {
    String why =
        proof.counted().problem().map(titles::problem).orElseGet(() -> words.text("proof.no-item"));
    long lines = proof.lines();
    return lines == 0
        ? words.text("proof.no-lines", why)
        : words.text("proof.no-value", count(lines), why);
  }

  private String value(Computed computed) {
    return isList(computed.figure())
        ? computed.value().map(SafeText::line).orElseGet(() -> none(computed))
        : computed.exactly().orElseGet(() -> none(computed));
  }

  private String none(Computed computed) {
    return words.text(
        "proof.none",
        computed.problem().map(titles::problem).orElseGet(() -> words.text("proof.no-item")));
  }

  private static String exactly(Computed part) {
    return part.exactly().orElse("—");
  }

  private static boolean isList(Figure figure) {
    return Optional.of(figure.source())
        .filter(Figure.Measured.class::isInstance)
        .map(Figure.Measured.class::cast)
        .filter(measured -> measured.measure().isList())
        .isPresent();
  }

  private static String count(long number) {
    return "%,d".formatted(number);
  }
}
