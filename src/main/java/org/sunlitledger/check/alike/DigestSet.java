package org.sunlitledger.check.alike;

import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Digests to look others up in: most others have a different ending and are distinguished at once.
 */
final class DigestSet {
  /** So many times more endings than digests are distinguished; few enough to stay in the cache. */
  private static final int SPARSE = 64;

  private static final int MOST_ENDINGS = 1 << 25;

  private final int[] sorted;
  private final int ending;
  private final BitSet endings;

  DigestSet(int[] sorted) {
    this.sorted = sorted;
    this.ending =
        Integer.highestOneBit((int) Math.min((long) sorted.length * SPARSE + 1, MOST_ENDINGS)) - 1;
    this.endings = new BitSet(ending + 1);
    for (int digest : sorted) {
      endings.set(digest & ending);
    }
  }

  boolean isEmpty() {
    return sorted.length == 0;
  }

  private boolean has(int digest) {
    return endings.get(digest & ending) && Arrays.binarySearch(sorted, digest) >= 0;
  }

  /** The places in a list of digests, from 0, where one of these is, in order. */
  int[] places(IntBuffer digests) {
    int[] places = new int[64];
    int size = 0;
    for (int place = 0; place < digests.limit(); place++) {
      if (has(digests.get(place))) {
        if (size == places.length) {
          places = Arrays.copyOf(places, 2 * size);
        }
        places[size++] = place;
      }
    }
    return Arrays.copyOf(places, size);
  }
}
