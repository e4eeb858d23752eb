package org.sunlitledger.sample;

import java.util.Random;

/** Cuts a total into parts that add up to it exactly. */
final class Shares {
  private Shares() {}

  /**
   * Parts between bounds, each a multiple of a step but for the last, which takes up the rest.
   *
   * @param total in yuan, between parts × least and parts × most
   */
  static long[] of(long total, int parts, long least, long most, long step, Random random) {
    long[] shares = new long[parts];
    long left = total;
    for (int i = 0; i < parts; i++) {
      int after = parts - i - 1;
      long low = Math.max(least, left - most * after);
      long high = Math.min(most, left - least * after);
      long mean = left / (after + 1);
      long from = Math.max(low, mean - (most - least) / 4);
      long to = Math.min(high, mean + (most - least) / 4);
      long share = from + (long) (random.nextDouble() * (to - from));
      share = after == 0 ? left : Math.max(low, share / step * step);
      shares[i] = share;
      left -= share;
    }
    return shares;
  }
}
