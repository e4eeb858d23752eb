package org.sunlitledger.check.alike;

import java.util.Arrays;

/** A growing list of the digests of one share, four bytes each. */
final class Digests {
  private final Share share;
  private int[] digests = new int[1024];
  private int size;

  Digests(Share share) {
    this.share = share;
  }

  /**
   * A part of all digests, by their value, so that only one part has to be in memory.
   *
   * @param number from 0
   */
  record Share(int number, int of) {
    boolean has(int digest) {
      return Integer.remainderUnsigned(digest, of) == number;
    }
  }

  void add(int digest) {
    if (!share.has(digest)) {
      return;
    }
    if (size == digests.length) {
      digests = Arrays.copyOf(digests, size + size / 2);
    }
    digests[size++] = digest;
  }

  /** What was added, in order; equal ones side by side. */
  int[] sorted() {
    int[] sorted = Arrays.copyOf(digests, size);
    Arrays.sort(sorted);
    return sorted;
  }
}
