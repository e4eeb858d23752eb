package org.sunlitledger.check;

import java.util.Arrays;

/** A growing list of digests, eight bytes each. */
final class Digests {
  private long[] digests = new long[1024];
  private int size;

  void add(long digest) {
    if (digest == LineDigests.NONE) {
      return;
    }
    if (size == digests.length) {
      digests = Arrays.copyOf(digests, size * 2);
    }
    digests[size++] = digest;
  }

  /** What was added, in order; equal ones side by side. */
  long[] sorted() {
    long[] sorted = Arrays.copyOf(digests, size);
    Arrays.sort(sorted);
    return sorted;
  }
}
