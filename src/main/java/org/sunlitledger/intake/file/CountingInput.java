package org.sunlitledger.intake.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts the bytes that are read from a stream. */
public final class CountingInput extends FilterInputStream {
  private volatile long count;

  public CountingInput(InputStream input) {
    super(input);
  }

  public long count() {
    return count;
  }

  @Override
  public int read() throws IOException {
    int one = super.read();
    add(one < 0 ? 0 : 1);
    return one;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    add(Math.max(0, read));
    return read;
  }

  /** Only the reading thread changes the count; other threads read it. */
  @SuppressWarnings("NonAtomicVolatileUpdate")
  private void add(int bytes) {
    count += bytes;
  }
}
