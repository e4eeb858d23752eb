package org.sunlitledger.check.reversal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Entries and reversals that agree in what their register calls alike. Decides which entry each
 * reversal takes back. Reversals that name their entry go first, as they leave no choice.
 */
public final class ReversalGroup {
  /** So many candidates are listed. */
  static final int LISTED = 10;

  private final List<Entry> entries = new ArrayList<>();
  private final List<Reversal> reversals = new ArrayList<>();
  private final Map<String, List<Entry>> byKey = new HashMap<>();
  private final Map<LinePlace, Long> taken = new HashMap<>();

  /** What is left of no entry is more. */
  private long most;

  /** Where a line is. */
  public record LinePlace(long delivery, int line) {}

  /**
   * A line with an amount above zero.
   *
   * @param left fen that no reversal takes back yet
   * @param details values of the alike fields that may be blank
   */
  public record Entry(
      LinePlace place,
      int year,
      LocalDate day,
      long fen,
      long left,
      String key,
      List<@Nullable String> details) {}

  /**
   * A line with an amount below zero.
   *
   * @param fen that it takes back, above zero
   * @param names key of the entry that it names
   * @param details those that are blank say nothing
   */
  public record Reversal(
      LinePlace place,
      int year,
      LocalDate day,
      long fen,
      String key,
      Optional<String> names,
      List<@Nullable String> details) {

    /** A reversal may be dated as its entry, or later. */
    private boolean mayTakeBack(Entry entry) {
      if (entry.day().isAfter(day)) {
        return false;
      }
      for (int i = 0; i < details.size(); i++) {
        String detail = details.get(i);
        if (detail != null && !detail.equals(entry.details().get(i))) {
          return false;
        }
      }
      return true;
    }
  }

  /** What becomes of a reversal. */
  public enum ReversalOutcome {
    /** It takes back the one entry of the decision. */
    TAKEN,
    /** No entry is named, or alike, with enough left; those with too little are listed. */
    UNKNOWN,
    /** The entries listed are as good as each other. */
    AMBIGUOUS,
    /** The entry that it names has too little left. */
    TOO_LARGE
  }

  /** The outcome for a reversal with the entries that it rests on, at most ten. */
  public record ReversalDecision(Reversal reversal, ReversalOutcome outcome, List<Entry> entries) {}

  public void add(Entry entry) {
    entries.add(entry);
    byKey.computeIfAbsent(entry.key(), key -> new ArrayList<>(1)).add(entry);
    most = Math.max(most, entry.left());
  }

  /** Adds a reversal; they are added in the order in which they take back. */
  public void add(Reversal reversal) {
    reversals.add(reversal);
  }

  public List<ReversalDecision> decide() {
    List<ReversalDecision> decisions = new ArrayList<>();
    List<Reversal> unnamed = new ArrayList<>();
    for (Reversal reversal : reversals) {
      List<Entry> named = named(reversal);
      if (reversal.names().isPresent() || !named.isEmpty()) {
        decisions.add(take(decide(reversal, named, ReversalOutcome.TOO_LARGE)));
      } else {
        unnamed.add(reversal);
      }
    }
    for (Reversal reversal : unnamed) {
      decisions.add(take(decide(reversal, entries, ReversalOutcome.UNKNOWN)));
    }
    return decisions;
  }

  /** By the key it names; a voucher that is entered again with a minus names itself. */
  private List<Entry> named(Reversal reversal) {
    if (reversal.names().isPresent()) {
      return byKey.getOrDefault(reversal.names().get(), List.of());
    }
    return byKey.getOrDefault(reversal.key(), List.of()).stream()
        .filter(entry -> entry.year() == reversal.year())
        .toList();
  }

  private ReversalDecision decide(
      Reversal reversal, List<Entry> among, ReversalOutcome tooLittleLeft) {
    List<Entry> enough = new ArrayList<>();
    List<Entry> tooLittle = new ArrayList<>();
    for (Entry entry : among) {
      if (reversal.mayTakeBack(entry)) {
        (left(entry) >= reversal.fen() ? enough : tooLittle).add(entry);
      }
      boolean hopeless = reversal.fen() > most && tooLittle.size() == LISTED;
      if (enough.size() == LISTED || hopeless) {
        break;
      }
    }
    if (enough.isEmpty()) {
      ReversalOutcome outcome = tooLittle.isEmpty() ? ReversalOutcome.UNKNOWN : tooLittleLeft;
      return new ReversalDecision(
          reversal, outcome, tooLittle.subList(0, Math.min(LISTED, tooLittle.size())));
    }
    ReversalOutcome outcome =
        enough.size() == 1 ? ReversalOutcome.TAKEN : ReversalOutcome.AMBIGUOUS;
    return new ReversalDecision(reversal, outcome, enough);
  }

  private long left(Entry entry) {
    return entry.left() - taken.getOrDefault(entry.place(), 0L);
  }

  private ReversalDecision take(ReversalDecision decision) {
    if (decision.outcome() == ReversalOutcome.TAKEN) {
      taken.merge(decision.entries().get(0).place(), decision.reversal().fen(), Long::sum);
    }
    return decision;
  }
}
