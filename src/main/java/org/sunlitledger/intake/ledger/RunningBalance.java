package org.sunlitledger.intake.ledger;

import java.util.Optional;

/**
 * Proves the balances of one account: each is the one before it and what was booked between. Which
 * side raises it, and whether the newest entry comes first, is found by trying.
 */
final class RunningBalance {
  /** The ways in which balances can follow each other. */
  private static final int POSSIBLE_ORDERS = 4;

  private final int[] failedAt = new int[POSSIBLE_ORDERS];
  private final long[] wanted = new long[POSSIBLE_ORDERS];
  private final long[] found = new long[POSSIBLE_ORDERS];
  private boolean isOpen;
  private boolean isBegun;
  private int compared;
  private long first;
  private long last;

  /** Booked since the last balance, and by the last entry. */
  private long since;

  private long current;

  /**
   * Booked by the entry of the last balance; up to the first balance, by the entries until then.
   */
  private long before;

  private long untilFirst;

  /** Whether no entry comes before that of the first balance. */
  private boolean isFirstOfItsEntry;

  /** Books an entry; the balance after it comes next, if there is one. */
  void book(long debit, long credit) {
    current = debit - credit;
    since += current;
  }

  /** An entry or a balance that cannot be read leaves the rest unproved. */
  void leaveOpen() {
    isOpen = true;
  }

  /**
   * A balance, after what was booked since the last one.
   *
   * @param isAlone whether it is on a line of its own, and not on that of the entry booked last
   */
  void balance(long now, int line, boolean isAlone) {
    long own = isAlone ? 0 : current;
    if (isBegun) {
      long between = since - own + before;
      compared++;
      hold(0, last + since, now, line);
      hold(1, last - since, now, line);
      hold(2, last - between, now, line);
      hold(3, last + between, now, line);
    } else {
      first = now;
      untilFirst = since;
      isFirstOfItsEntry = since == own;
    }
    isBegun = true;
    last = now;
    before = own;
    since = 0;
    current = 0;
  }

  private void hold(int way, long expected, long now, int line) {
    if (expected != now && failedAt[way] == 0) {
      failedAt[way] = line;
      wanted[way] = expected;
      found[way] = now;
    }
  }

  /** What does not add up in the way that holds longest; nothing where one holds throughout. */
  Optional<Break> broken() {
    int best = 0;
    for (int way = 0; way < POSSIBLE_ORDERS; way++) {
      if (failedAt[way] == 0) {
        return Optional.empty();
      }
      best = isBetter(way, best) ? way : best;
    }
    return isOpen
        ? Optional.empty()
        : Optional.of(new Break(failedAt[best], wanted[best], found[best]));
  }

  private boolean isBetter(int way, int best) {
    return failedAt[way] > failedAt[best]
        || (failedAt[way] == failedAt[best]
            && Math.abs(wanted[way] - found[way]) < Math.abs(wanted[best] - found[best]));
  }

  /** A balance that is not what the entries make of the one before it. */
  record Break(int line, long expected, long found) {}

  /** Whether any balance was held against another. */
  boolean isProved() {
    return compared > 0 && !isOpen;
  }

  /** Whether the debit side raises the balance; nothing where that is not known. */
  Optional<Boolean> risesWithDebit() {
    boolean debit = failedAt[0] == 0 || failedAt[2] == 0;
    boolean credit = failedAt[1] == 0 || failedAt[3] == 0;
    return debit == credit || !isProved() ? Optional.empty() : Optional.of(debit);
  }

  /** The balance after all entries; nothing where that is not known. */
  Optional<Long> closing() {
    if (!isProved()) {
      return Optional.empty();
    }
    if (failedAt[0] == 0 || failedAt[1] == 0) {
      return Optional.of(failedAt[0] == 0 ? last + since : last - since);
    }
    return isFirstOfItsEntry ? Optional.of(first) : Optional.empty();
  }

  /** The balance before all entries; nothing where that is not known. */
  Optional<Long> opening() {
    if (!isProved()) {
      return Optional.empty();
    }
    return failedAt[0] == 0
        ? Optional.of(first - untilFirst)
        : failedAt[1] == 0
            ? Optional.of(first + untilFirst)
            : failedAt[2] == 0 ? Optional.of(last - before) : Optional.of(last + before);
  }
}
