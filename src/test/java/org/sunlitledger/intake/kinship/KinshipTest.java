package org.sunlitledger.intake.kinship;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sunlitledger.intake.kinship.Kinship.Correction;
import org.sunlitledger.intake.kinship.Kinship.EarlierDelivery;
import org.sunlitledger.intake.kinship.Kinship.Further;
import org.sunlitledger.intake.kinship.Kinship.Newcomer;
import org.sunlitledger.intake.kinship.Kinship.Unclear;

/** The relation of a file to earlier ones, according to their common keys. */
class KinshipTest {
  private static final Newcomer PLAIN = new Newcomer(false, 100, 100);
  private static final Newcomer MARKED = new Newcomer(true, 100, 100);

  @Test
  void fourFifthsOfAnEarlierFilesKeysMakeACorrectionWhateverTheName() {
    assertThat(of(PLAIN, other(1, 100, 80))).isEqualTo(new Correction(1));
    assertThat(of(MARKED, other(1, 100, 80))).isEqualTo(new Correction(1));
    assertThat(of(PLAIN, other(1, 10, 10))).isEqualTo(new Correction(1));
    assertThat(of(PLAIN, other(1, 100, 79))).isInstanceOf(Unclear.class);
    assertThat(of(MARKED, namesake(1, 100, 79))).isInstanceOf(Unclear.class);
  }

  @Test
  void nothingInCommonMakesAFurtherOneUnlessTheNameSaysOtherwise() {
    assertThat(of(PLAIN, other(1, 100, 0), other(2, 50, 0))).isEqualTo(new Further());
    assertThat(of(PLAIN)).isEqualTo(new Further());
    assertThat(of(MARKED)).isEqualTo(new Further());
    assertThat(of(MARKED, other(1, 100, 0))).isInstanceOf(Unclear.class);
    assertThat(of(PLAIN, namesake(1, 100, 0), other(2, 50, 0)))
        .isInstanceOfSatisfying(
            Unclear.class,
            unclear -> assertThat(unclear.shares()).isEqualTo("甲 (#1) 0 / 100 = 0.0%"));
  }

  @Test
  void oneInAHundredIsAFurtherOneWithRepeatedLines() {
    assertThat(of(PLAIN, other(1, 326, 1))).isEqualTo(new Further());
    assertThat(of(PLAIN, other(1, 10, 1))).isEqualTo(new Further());
    assertThat(of(new Newcomer(false, 20, 20), other(1, 2_000, 20))).isEqualTo(new Further());
    assertThat(of(MARKED, other(1, 326, 1))).isInstanceOf(Unclear.class);
    assertThat(of(new Newcomer(false, 20, 20), other(1, 100, 2))).isInstanceOf(Unclear.class);
    assertThat(of(PLAIN, other(1, 326, 1), other(2, 50, 10)))
        .isInstanceOfSatisfying(
            Unclear.class,
            unclear ->
                assertThat(unclear.shares())
                    .isEqualTo("甲 (#1) 1 / 326 = 0.3%；甲 (#2) 10 / 50 = 20.0%"));
  }

  @Test
  void aFileThatUnitesTwoIsUnclear() {
    assertThat(
            Kinship.decide(
                PLAIN, List.of(other(1, 50, 50), other(2, 40, 40)), one -> Map.of(2L, 40)))
        .isInstanceOfSatisfying(
            Unclear.class,
            unclear ->
                assertThat(unclear.shares())
                    .isEqualTo("甲 (#1) 50 / 50 = 100.0%；甲 (#2) 40 / 40 = 100.0%"));
    assertThat(
            Kinship.decide(
                PLAIN, List.of(other(1, 50, 50), other(2, 40, 20)), one -> Map.of(2L, 20)))
        .isInstanceOf(Unclear.class);
  }

  @Test
  void aFileMayKeepTheLinesThatItsPredecessorHadInCommonWithOthers() {
    assertThat(Kinship.decide(PLAIN, List.of(other(1, 90, 90), other(2, 1, 1)), one -> Map.of()))
        .isEqualTo(new Correction(1));
    assertThat(
            Kinship.decide(
                PLAIN, List.of(other(1, 90, 90), other(2, 200, 2)), one -> Map.of(2L, 1)))
        .isEqualTo(new Correction(1));
  }

  @Test
  void aSingleLineIsNoEvidenceUnlessTheNamesBelongTogether() {
    Newcomer one = new Newcomer(false, 1, 1);
    assertThat(of(one, other(1, 1, 1))).isEqualTo(new Further());
    assertThat(of(one, other(1, 22, 1))).isEqualTo(new Further());
    assertThat(of(one, new EarlierDelivery(1, "甲", false, true, 1, 1)))
        .isEqualTo(new Correction(1));
    assertThat(of(one, namesake(1, 1, 1))).isEqualTo(new Correction(1));
    assertThat(of(one, namesake(1, 22, 1))).isInstanceOf(Unclear.class);
    assertThat(of(new Newcomer(true, 1, 1), other(1, 1, 1))).isEqualTo(new Correction(1));
  }

  @Test
  void theNameDecidesWhereThereAreNoKeysToCompare() {
    Newcomer header = new Newcomer(false, 0, 0);
    assertThat(of(header, namesake(1, 5, 0), namesake(2, 5, 0))).isEqualTo(new Correction(2));
    assertThat(of(header, other(1, 5, 0))).isEqualTo(new Further());
    assertThat(of(PLAIN, namesake(1, 0, 0))).isEqualTo(new Correction(1));
    assertThat(of(new Newcomer(false, 3, 0), namesake(1, 5, 0))).isInstanceOf(Unclear.class);
  }

  private static Kinship of(Newcomer file, EarlierDelivery... earlier) {
    return Kinship.decide(file, List.of(earlier), one -> Map.of());
  }

  private static EarlierDelivery other(long id, int keys, int common) {
    return new EarlierDelivery(id, "甲", false, false, keys, common);
  }

  private static EarlierDelivery namesake(long id, int keys, int common) {
    return new EarlierDelivery(id, "甲", true, true, keys, common);
  }
}
