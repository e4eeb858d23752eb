package org.sunlitledger.intake.line;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Limits the size of one record, so that an open quote does not read a whole file into memory. */
public final class LimitedReader extends FilterReader {
  public static final int MAX_RECORD_CHARACTERS = 1_000_000;

  private long read;

  /** A record is longer than the limit. */
  public static final class TooLong extends IOException {
    private static final long serialVersionUID = 1L;
  }

  public LimitedReader(Reader reader) {
    super(reader);
  }

  public void beginRecord() {
    read = 0;
  }

  @Override
  public int read() throws IOException {
    int glyph = super.read();
    count(1);
    return glyph;
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    int count = super.read(buffer, offset, length);
    count(count);
    return count;
  }

  private void count(int more) throws TooLong {
    read += more;
    if (read > MAX_RECORD_CHARACTERS) {
      throw new TooLong();
    }
  }
}
