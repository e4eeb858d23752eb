package org.sunlitledger.check.reversal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sunlitledger.check.reversal.ReversalGroup.Entry;
import org.sunlitledger.check.reversal.ReversalGroup.LinePlace;
import org.sunlitledger.check.reversal.ReversalGroup.Reversal;
import org.sunlitledger.check.reversal.ReversalGroup.ReversalDecision;
import org.sunlitledger.check.reversal.ReversalGroup.ReversalOutcome;

/** Which entry a reversal takes back. */
class ReversalGroupTest {
  private final ReversalGroup group = new ReversalGroup();

  private void entry(int line, int day, long fen, @Nullable String... details) {
    group.add(
        new Entry(
            new LinePlace(1, line),
            2020,
            LocalDate.of(2020, 1, day),
            fen,
            fen,
            "E" + line,
            Arrays.asList(details)));
  }

  private void reversal(int line, int day, long fen, String names, @Nullable String... details) {
    group.add(
        new Reversal(
            new LinePlace(2, line),
            2020,
            LocalDate.of(2020, 1, day),
            fen,
            "R" + line,
            Optional.of(names).filter(name -> !name.isEmpty()),
            Arrays.asList(details)));
  }

  private List<String> decisions() {
    return group.decide().stream()
        .map(
            decision ->
                "R%d %s %s"
                    .formatted(
                        decision.reversal().place().line(),
                        decision.outcome(),
                        decision.entries().stream().map(Entry::key).toList()))
        .toList();
  }

  @Test
  void whatIsNamedLeavesOneCandidateForWhatIsNot() {
    entry(1, 1, 500);
    entry(2, 1, 500);
    reversal(1, 2, 300, "");
    reversal(2, 3, 400, "E2");
    assertThat(decisions()).containsExactly("R2 TAKEN [E2]", "R1 TAKEN [E1]");
  }

  @Test
  void aDetailThatIsBlankSaysNothingAndOneThatIsNotDecides() {
    entry(1, 1, 500, "spring");
    entry(2, 1, 500, "autumn");
    reversal(1, 2, 500, "", (String) null);
    reversal(2, 2, 500, "", "autumn");
    reversal(3, 2, 500, "", "winter");
    assertThat(decisions())
        .containsExactly("R1 AMBIGUOUS [E1, E2]", "R2 TAKEN [E2]", "R3 UNKNOWN []");
  }

  @Test
  void tenCandidatesAreListedAtMost() {
    for (int line = 1; line <= 30; line++) {
      entry(line, 1, 500);
    }
    reversal(1, 2, 100, "");
    reversal(2, 2, 900, "");
    assertThat(group.decide()).allSatisfy(d -> assertThat(d.entries()).hasSize(10));
  }

  @Test
  void noEntryIsEverTakenBackBeyondItsAmountOrBeforeItsDay() {
    Random random = new Random(14);
    for (int round = 0; round < 2_000; round++) {
      ReversalGroup some = new ReversalGroup();
      int entries = random.nextInt(6);
      for (int line = 0; line < entries; line++) {
        long fen = 1L + random.nextInt(5);
        some.add(
            new Entry(
                new LinePlace(1, line),
                2020,
                LocalDate.of(2020, 1, 1 + random.nextInt(4)),
                fen,
                fen,
                "E" + random.nextInt(4),
                List.of()));
      }
      for (int line = 0; line < 6; line++) {
        some.add(
            new Reversal(
                new LinePlace(2, line),
                2020,
                LocalDate.of(2020, 1, 1 + random.nextInt(4)),
                1L + random.nextInt(4),
                "R" + line,
                Optional.of("E" + random.nextInt(4)).filter(name -> random.nextBoolean()),
                List.of()));
      }
      List<ReversalDecision> decisions = some.decide();
      assertThat(decisions).hasSize(6);
      List<ReversalDecision> taken =
          decisions.stream().filter(d -> d.outcome() == ReversalOutcome.TAKEN).toList();
      for (ReversalDecision decision : taken) {
        Entry entry = decision.entries().get(0);
        assertThat(entry.day()).isBeforeOrEqualTo(decision.reversal().day());
        LongStream back =
            taken.stream()
                .filter(d -> d.entries().get(0).equals(entry))
                .mapToLong(d -> d.reversal().fen());
        assertThat(back.sum()).isLessThanOrEqualTo(entry.fen());
      }
    }
  }
}
