package org.sunlitledger.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sunlitledger.report.ReportPage.Piece;

/** Figures are found again in a text, whatever characters it has of its own. */
class FigureMarksTest {
  private static final String OWN = "\ue000甲\ue001乙\ue002";

  @Test
  void charactersThatTheTextHasItselfAreNoMarks() {
    FigureMarks marks = FigureMarks.besides(OWN + "。").orElseThrow();
    String marked = OWN + marks.around("F12L", OWN) + marks.around("F12", "3") + "。";
    assertThat(marks.pieces(marked, true))
        .containsExactly(
            new Piece(OWN, true, Optional.empty()),
            new Piece(OWN, true, Optional.of("F12L")),
            new Piece("3", true, Optional.of("F12")),
            new Piece("。", true, Optional.empty()));
    assertThat(marks.removedFrom(marked)).isEqualTo(OWN + OWN + "3。");
  }

  @Test
  void aValueMayHaveSeveralLinesAndAnEmptyOneHasNoMarks() {
    FigureMarks marks = FigureMarks.besides("").orElseThrow();
    assertThat(marks.around("F1", "")).isEmpty();
    assertThat(marks.pieces(marks.around("F1", "甲\n乙"), false))
        .containsExactly(new Piece("甲\n乙", false, Optional.of("F1")));
    assertThat(marks.pieces("", false)).isEmpty();
  }

  @Test
  void aTextWithAllPrivateCharactersHasNoMarks() {
    assertThat(
            FigureMarks.besides(
                IntStream.rangeClosed(0xe000, 0xf8ff)
                    .mapToObj(Character::toString)
                    .collect(Collectors.joining())))
        .isEmpty();
  }
}
