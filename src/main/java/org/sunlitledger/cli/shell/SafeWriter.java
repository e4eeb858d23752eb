package org.sunlitledger.cli.shell;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import org.sunlitledger.quantity.text.SafeText;

/**
 * A terminal that obeys nothing which comes from a file: signs of control and of direction are
 * written out, so that JSON stays what it was. Only the program's own screen goes around it.
 */
public final class SafeWriter extends PrintWriter {
  private final PrintWriter terminal;

  public SafeWriter(PrintWriter terminal) {
    super(new Filter(terminal), true);
    this.terminal = terminal;
  }

  /** For signs of the program's own; nothing from a file may be written with them. */
  public static PrintWriter obeyed(PrintWriter writer) {
    return writer instanceof SafeWriter safe ? safe.terminal : writer;
  }

  private static final class Filter extends FilterWriter {
    /** The first half of a surrogate pair, whose other half is still to come. */
    private char half;

    Filter(Writer out) {
      super(out);
    }

    @Override
    public void write(int glyph) throws IOException {
      write(String.valueOf((char) glyph), 0, 1);
    }

    @Override
    public void write(char[] glyphs, int from, int length) throws IOException {
      write(new String(glyphs, from, length), 0, length);
    }

    @Override
    public void write(String text, int from, int length) throws IOException {
      String whole = (half == 0 ? "" : half) + text.substring(from, from + length);
      half = 0;
      int end = whole.length();
      if (end > 0 && Character.isHighSurrogate(whole.charAt(end - 1))) {
        half = whole.charAt(--end);
      }
      out.write(SafeText.escape(whole.substring(0, end)));
    }
  }
}
