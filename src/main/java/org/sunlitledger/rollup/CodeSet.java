package org.sunlitledger.rollup;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.roaringbitmap.RoaringBitmap;

/** An exact set of codes that unites with others, and how many lines named them. */
final class CodeSet {
  private final RoaringBitmap codes = new RoaringBitmap();
  private long lines;

  void add(int code) {
    codes.add(code);
    lines++;
  }

  /** Adds what is in a set that was kept. */
  void unite(byte[] kept, long keptLines) {
    RoaringBitmap other = new RoaringBitmap();
    try {
      other.deserialize(ByteBuffer.wrap(kept));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    codes.or(other);
    lines += keptLines;
  }

  /** Keeps only codes that are also in another set. */
  CodeSet retain(CodeSet other) {
    codes.and(other.codes);
    return this;
  }

  int size() {
    return codes.getCardinality();
  }

  long lines() {
    return lines;
  }

  /** As it is kept: the portable form of Roaring bitmaps. */
  byte[] bytes() {
    codes.runOptimize();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(codes.serializedSizeInBytes());
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      codes.serialize(out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }
}
