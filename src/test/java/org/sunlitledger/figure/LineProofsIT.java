package org.sunlitledger.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.figure.LineProof.LinesUnder;
import org.sunlitledger.rollup.Dimension;
import org.sunlitledger.rollup.LineFilter;
import org.sunlitledger.rollup.LinePlace;
import org.sunlitledger.rollup.LineSet;
import org.sunlitledger.rollup.Lines;
import org.sunlitledger.rollup.YearMerge.BreakdownPart;
import org.sunlitledger.rollup.YearMerge.MergedTotal;
import org.sunlitledger.testing.Office;

/** Every figure of the sample year is what the lines under it give, and so is every part. */
class LineProofsIT {
  private static Office office;

  @BeforeAll
  static void open(@TempDir Path folder) {
    office = Office.in(folder).deliverAll(Path.of("sample-data/2020"));
    office.night(2020);
  }

  @AfterAll
  static void close() {
    office.close();
  }

  @Test
  void theLinesUnderEveryFigureComeToItsValue() {
    List<String> wrong = new ArrayList<>();
    List<Figures.Computed> figures = office.the(Figures.class).of(2020);
    for (Figures.Computed figure : figures) {
      LineProof proof = proof(figure.figure().id());
      if (!proof.agrees() || proof.counted().value().isEmpty()) {
        wrong.add(figure.figure().id() + " " + proof.counted().value() + " " + figure.value());
      }
    }
    assertThat(figures).hasSize(250);
    assertThat(wrong).isEmpty();
  }

  @Test
  void theLinesOfEveryPartComeToThePart() {
    int parts = 0;
    for (Figures.Computed figure : office.the(Figures.class).of(2020)) {
      for (LinesUnder under : proof(figure.figure().id()).under()) {
        for (Dimension dimension : Dimension.values()) {
          for (BreakdownPart part : under.totals().parts(dimension)) {
            parts++;
            assertThat(listed(under.set(), filter(dimension, part.name())))
                .as(figure.figure().id() + " " + dimension + " " + part.name())
                .isEqualTo(plain(part.total()));
          }
        }
      }
    }
    assertThat(parts).isGreaterThan(700);
  }

  @Test
  void pagesGoOnBehindTheLastLineOfThePageBefore() {
    LineSet set = proof("F11").under().get(0).set();
    List<LinePlace> all = new ArrayList<>();
    LinePlace after = LinePlace.START;
    for (List<Lines.SubjectLine> page = page(set, after);
        !page.isEmpty();
        page = page(set, after)) {
      page.forEach(line -> all.add(line.place()));
      after = LinePlace.of(all.get(all.size() - 1).number());
    }
    assertThat(all).hasSize(91).doesNotHaveDuplicates();
  }

  private static List<Lines.SubjectLine> page(LineSet set, LinePlace after) {
    return office.the(Lines.class).page(set, LineFilter.ALL, after, 40);
  }

  private static LineProof proof(String id) {
    return office.the(LineProofs.class).of(2020, id).orElseThrow();
  }

  private static LineFilter filter(Dimension dimension, String part) {
    Optional<String> code = Optional.of(part);
    return new LineFilter(
        code.filter(name -> dimension == Dimension.TOWNSHIP),
        code.filter(name -> dimension == Dimension.SOURCE),
        code.filter(name -> dimension == Dimension.MONTH).map(Integer::valueOf),
        Optional.empty());
  }

  /** The sum of the listed lines, added up here. */
  private static String listed(LineSet set, LineFilter filter) {
    Set<String> keys = new HashSet<>();
    long[] lines = {0};
    BigDecimal[] sum = {BigDecimal.ZERO};
    office
        .the(Lines.class)
        .of(
            set,
            filter,
            line -> {
              keys.add(line.key());
              lines[0]++;
              sum[0] = sum[0].add(line.amount());
            });
    return plain(
        new MergedTotal(
            set.measure().countsKeys() ? BigDecimal.valueOf(keys.size()) : sum[0], lines[0]));
  }

  private static String plain(MergedTotal total) {
    return "%s of %d lines"
        .formatted(total.amount().stripTrailingZeros().toPlainString(), total.lines());
  }
}
