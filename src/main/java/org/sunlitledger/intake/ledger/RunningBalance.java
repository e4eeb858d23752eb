package org.sunlitledger.intake.ledger;

import java.util.Optional;

/**
 * Verifies the balances of one account: each balance equals the one before it plus the amounts
 * booked between. All combinations of the side that raises the balance and of the direction of time
 * are tried.
 */
final class RunningBalance {
  /** The number of ways in which balances can follow each other. */
  private static final int POSSIBLE_ORDERS = 4;

  private final int[] failedAt = new int[POSSIBLE_ORDERS];
  private final long[] wanted = new long[POSSIBLE_ORDERS];
  private final long[] found = new long[POSSIBLE_ORDERS];
  private boolean isOpen;
  private boolean isBegun;
  private int compared;
  private long first;
  private long last;

  /** The amounts booked since the last balance, including the last entry. */
  private long since;

  private long current;

  /**
   * The amount booked by the entry of the last balance; before the first balance, by all entries so
   * far.
   */
  private long before;

  private long untilFirst;

  /** Whether the entry of the first balance is the first entry. */
  private boolean isFirstOfItsEntry;

  /** Books an entry. If it has a balance, the balance follows. */
  void book(long debit, long credit) {
    current = debit - credit;
    since += current;
  }

  /** An unreadable entry or balance leaves the rest unverified. */
  void leaveOpen() {
    isOpen = true;
  }

  /**
   * Takes a balance, after the amounts booked since the last one.
   *
   * @param isAlone whether it is on its own line and not on the line of the last entry
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

  /** The first break in the way that is valid longest; empty if one way is valid throughout. */
  Optional<Break> firstBreak() {
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

  /** A balance that differs from the one before it plus the entries. */
  record Break(int line, long expected, long found) {}

  /** Whether at least two balances were compared. */
  boolean isProved() {
    return compared > 0 && !isOpen;
  }

  /** Whether the debit side raises the balance; empty if this is not known. */
  Optional<Boolean> risesWithDebit() {
    boolean debit = failedAt[0] == 0 || failedAt[2] == 0;
    boolean credit = failedAt[1] == 0 || failedAt[3] == 0;
    return debit == credit || !isProved() ? Optional.empty() : Optional.of(debit);
  }

  /** The balance after all entries; empty if this is not known. */
  Optional<Long> closing() {
    if (!isProved()) {
      return Optional.empty();
    }
    if (failedAt[0] == 0 || failedAt[1] == 0) {
      return Optional.of(failedAt[0] == 0 ? last + since : last - since);
    }
    return isFirstOfItsEntry ? Optional.of(first) : Optional.empty();
  }

  /** The balance before all entries; empty if this is not known. */
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
