package org.sunlitledger.figure;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.sunlitledger.figure.FigureValue.Absent;
import org.sunlitledger.figure.FigureValue.Fraction;
import org.sunlitledger.figure.FigureValue.Labels;
import org.sunlitledger.figure.FigureValue.NotApplicable;
import org.sunlitledger.figure.FigureValue.Quantity;
import org.sunlitledger.quantity.text.Decimals;
import org.sunlitledger.rollup.YearMerge;

/** The figures of a year: computed every night and kept until the next. */
@Component
public final class Figures {
  private final CatalogueReader catalogues;
  private final YearMerge merge;
  private final JdbcClient jdbc;
  private final JdbcTemplate batches;
  private final TransactionTemplate transaction;
  private final Clock clock;

  public Figures(
      CatalogueReader catalogues,
      YearMerge merge,
      JdbcClient jdbc,
      JdbcTemplate batches,
      TransactionTemplate transaction,
      Clock clock) {
    this.catalogues = catalogues;
    this.merge = merge;
    this.jdbc = jdbc;
    this.batches = batches;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * A figure with its value.
   *
   * @param divided the two figures whose ratio it is; none for any other figure
   * @param value exact: fen, a count, a decimal number, or {@code part/whole}; empty for texts and
   *     where there is none
   * @param text as printed in a report, without the counter; empty where there is none
   */
  public record Computed(
      Figure figure,
      List<Figure> divided,
      Optional<String> value,
      Optional<String> text,
      Optional<Problem> problem) {

    static Computed of(
        Catalogue catalogue,
        Figure figure,
        Optional<String> value,
        Optional<String> text,
        Optional<Problem> problem) {
      return new Computed(
          figure,
          figure.source() instanceof Figure.Ratio ratio
              ? ratio.parts().stream().map(catalogue::get).toList()
              : List.of(),
          value,
          text,
          problem);
    }

    /** A figure that was never computed. */
    public static Computed never(Catalogue catalogue, Figure figure) {
      return of(catalogue, figure, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The exact value as people write it: 128,740,000.00元, 9 ÷ 10; empty for texts. */
    public Optional<String> exactly() {
      if (figure.source() instanceof Figure.Measured measured && measured.measure().isList()) {
        return Optional.empty();
      }
      return value.map(
          exact -> divided.isEmpty() ? figure.exactly(new BigDecimal(exact)) : ratio(exact));
    }

    /** Each side as it is written by itself, so that nobody takes fen for yuan. */
    private String ratio(String exact) {
      int bar = exact.indexOf('/');
      return divided.get(0).exactly(new BigDecimal(exact.substring(0, bar)))
          + " ÷ "
          + divided.get(1).exactly(new BigDecimal(exact.substring(bar + 1)));
    }
  }

  /** Computes and keeps all figures of a year. */
  public void compute(int year) {
    keep(year, evaluate(catalogues.read(year)));
  }

  /** The current values of the figures of a catalogue, in its order; nothing is kept. */
  public List<Computed> evaluate(Catalogue catalogue) {
    Evaluation evaluation =
        new Evaluation(
            catalogue, new RolledUpNumbers(catalogue, merge), merge.delivered(catalogue.year()));
    Map<String, Problem> failed = failedProofs(catalogue, evaluation);
    List<Computed> computed = new ArrayList<>();
    for (Figure figure : catalogue.figures().values()) {
      computed.add(
          computed(
              catalogue,
              figure,
              evaluation.value(figure),
              Optional.ofNullable(failed.get(figure.id()))));
    }
    return computed;
  }

  /** The figures as they were last computed, in the order of the catalogue. */
  public List<Computed> of(int year) {
    return of(catalogues.read(year));
  }

  /** The same of a catalogue that was read. */
  public List<Computed> of(Catalogue catalogue) {
    Map<String, Computed> kept = kept(catalogue, catalogue.figures().keySet());
    return catalogue.figures().keySet().stream().filter(kept::containsKey).map(kept::get).toList();
  }

  /** A figure as it was last computed; empty where it never was. */
  public Optional<Computed> find(Catalogue catalogue, String id) {
    return Optional.ofNullable(kept(catalogue, Set.of(id)).get(id));
  }

  private Map<String, Computed> kept(Catalogue catalogue, Set<String> ids) {
    Map<String, Computed> kept = new HashMap<>();
    jdbc.sql("select id, value, text, problem from figure where year = :year and id = any(:ids)")
        .param("year", catalogue.year())
        .param("ids", ids.toArray(String[]::new))
        .query(
            row -> {
              kept.put(
                  row.getString(1),
                  Computed.of(
                      catalogue,
                      catalogue.get(row.getString(1)),
                      Optional.ofNullable(row.getString(2)),
                      Optional.ofNullable(row.getString(3)),
                      Optional.ofNullable(row.getString(4)).map(Problem::of)));
            });
    return kept;
  }

  static Computed computed(
      Catalogue catalogue, Figure figure, FigureValue value, Optional<Problem> failedProof) {
    if (value instanceof Absent absent) {
      return Computed.of(
          catalogue, figure, Optional.empty(), Optional.empty(), Optional.of(absent.problem()));
    }
    return Computed.of(
        catalogue,
        figure,
        exact(value),
        value instanceof NotApplicable || failedProof.isPresent()
            ? Optional.empty()
            : Optional.of(figure.format().of(value)),
        failedProof);
  }

  private static Optional<String> exact(FigureValue value) {
    if (value instanceof Quantity number) {
      return Optional.of(Decimals.plain(number.value()));
    }
    if (value instanceof Fraction fraction) {
      return Optional.of(
          Decimals.plain(fraction.numerator()) + "/" + Decimals.plain(fraction.denominator()));
    }
    return value instanceof Labels labels
        ? Optional.of(String.join("、", labels.labels()))
        : Optional.empty();
  }

  private static Map<String, Problem> failedProofs(Catalogue catalogue, Evaluation evaluation) {
    Map<String, Problem> failed = new HashMap<>();
    for (Proof proof : catalogue.proofs()) {
      Optional<BigDecimal> left = sum(catalogue, evaluation, proof.left());
      Optional<BigDecimal> right = sum(catalogue, evaluation, proof.right());
      if (left.isPresent() && right.isPresent() && left.get().compareTo(right.get()) != 0) {
        Problem problem =
            new Problem(
                Problem.ProblemKind.PROOF_FAILED,
                "%s %s：%s ≠ %s"
                    .formatted(
                        proof.id(),
                        proof.title(),
                        catalogue.get(proof.left().get(0)).exactly(left.get()),
                        catalogue.get(proof.right().get(0)).exactly(right.get())));
        proof.left().forEach(id -> failed.put(id, problem));
        proof.right().forEach(id -> failed.put(id, problem));
      }
    }
    return failed;
  }

  private static Optional<BigDecimal> sum(
      Catalogue catalogue, Evaluation evaluation, List<String> figures) {
    BigDecimal sum = BigDecimal.ZERO;
    for (String id : figures) {
      if (!(evaluation.value(catalogue.get(id)) instanceof Quantity number)) {
        return Optional.empty();
      }
      sum = sum.add(number.value());
    }
    return Optional.of(sum);
  }

  private void keep(int year, List<Computed> computed) {
    OffsetDateTime now = OffsetDateTime.now(clock);
    List<Object[]> rows = new ArrayList<>();
    for (Computed figure : computed) {
      rows.add(
          new Object[] {
            year,
            figure.figure().id(),
            figure.value().orElse(null),
            figure.text().orElse(null),
            figure.problem().map(Problem::kept).orElse(null),
            figure.figure().adds().orElse(null),
            now
          });
    }
    transaction.executeWithoutResult(
        status -> {
          jdbc.sql("delete from figure where year = :year").param("year", year).update();
          batches.batchUpdate(
              """
              insert into figure (year, id, value, text, problem, adds, made_at)
              values (?, ?, ?, ?, ?, ?, ?)
              """,
              rows);
        });
  }
}
