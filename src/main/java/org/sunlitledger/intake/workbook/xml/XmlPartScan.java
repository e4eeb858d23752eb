package org.sunlitledger.intake.workbook.xml;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.sunlitledger.intake.file.WorkbookFaults;
import org.sunlitledger.intake.line.FileFault;

/**
 * Scans the bytes of one XML part of a workbook for tags and texts, in limited memory and without
 * resolving anything. It rejects a document type before any XML parser reads it. It also rejects
 * every encoding except UTF-8, in which nothing can hide from the scan.
 */
final class XmlPartScan {
  private static final int LONGEST_TAG_BYTES = 4 << 20;
  private static final int MAX_DEPTH = 256;
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
  private static final byte[] CDATA = "![CDATA[".getBytes(StandardCharsets.US_ASCII);

  private enum ScanState {
    TEXT,
    TAG,
    COMMENT,
    CDATA
  }

  /** Receives the tags and texts of a part. */
  interface Events {
    /** Takes one byte of text; {@code literal} if it is from a CDATA section. */
    void text(byte glyph, boolean literal) throws FileFault;

    /** Takes a tag without its angle brackets. */
    void tag(byte[] tag, int length) throws FileFault;
  }

  private final Events events;
  private ScanState state = ScanState.TEXT;
  private byte[] tag = new byte[1 << 10];
  private int length;
  private int quote;
  private int depth;
  private int run;
  private long position;

  XmlPartScan(Events events) {
    this.events = events;
  }

  /** Takes the next bytes of the part. */
  void accept(byte[] block, int count) throws FileFault {
    for (int i = 0; i < count; i++) {
      byte next = block[i];
      if (next == 0) {
        throw WorkbookFaults.broken("NUL", "UTF-8");
      }
      if (position < BYTE_ORDER_MARK.length && next == BYTE_ORDER_MARK[(int) position]) {
        position++;
        continue;
      }
      position++;
      switch (state) {
        case TEXT -> text(next);
        case TAG -> inTag(next);
        case COMMENT -> {
          if (ends(next, '-')) {
            state = ScanState.TEXT;
          }
        }
        case CDATA -> inCdata(next);
      }
    }
  }

  /** Call this after the last byte. Every opened element must be closed. */
  void end() throws FileFault {
    if (state != ScanState.TEXT || depth != 0) {
      throw WorkbookFaults.broken("XML …", "XML");
    }
  }

  private void text(byte next) throws FileFault {
    if (next == '<') {
      state = ScanState.TAG;
      length = 0;
      quote = 0;
    } else {
      events.text(next, false);
    }
  }

  private void inTag(byte next) throws FileFault {
    if (quote != 0) {
      quote = next == quote ? 0 : quote;
    } else if (next == '>') {
      state = ScanState.TEXT;
      closed();
      return;
    } else if (next == '<') {
      throw WorkbookFaults.broken("<<", "XML");
    } else if ((next == '"' || next == '\'') && length > 0 && isElement()) {
      quote = next;
    }
    keep(next);
    if (tag[0] == '!') {
      declaration();
    }
  }

  /**
   * Whether the tag is an element. Quotes count only in elements; an instruction ends at its own
   * end mark.
   */
  private boolean isElement() {
    return tag[0] != '!' && tag[0] != '?';
  }

  private void keep(byte next) throws FileFault {
    if (length == LONGEST_TAG_BYTES) {
      throw WorkbookFaults.hostile("<… " + length, "≤ " + LONGEST_TAG_BYTES);
    }
    if (length == tag.length) {
      tag = java.util.Arrays.copyOf(tag, tag.length * 2);
    }
    tag[length++] = next;
  }

  private void declaration() throws FileFault {
    run = 0;
    if (length == 3 && tag[1] == '-' && tag[2] == '-') {
      state = ScanState.COMMENT;
    } else if (length == CDATA.length && tag[1] == '[') {
      for (int i = 0; i < length; i++) {
        if (tag[i] != CDATA[i]) {
          throw WorkbookFaults.broken("<![", "XML");
        }
      }
      state = ScanState.CDATA;
    } else if ((length > 1 && tag[1] != '-' && tag[1] != '[') || length > CDATA.length) {
      throw WorkbookFaults.hostile("<!DOCTYPE", "XML");
    }
  }

  private void inCdata(byte next) throws FileFault {
    if (next == '>' && run >= 2) {
      for (int i = run; i > 2; i--) {
        events.text((byte) ']', true);
      }
      state = ScanState.TEXT;
    } else if (next == ']') {
      run++;
    } else {
      for (; run > 0; run--) {
        events.text((byte) ']', true);
      }
      events.text(next, true);
    }
  }

  private boolean ends(byte next, char sign) {
    boolean over = next == '>' && run >= 2;
    run = next == sign ? run + 1 : 0;
    return over;
  }

  private void closed() throws FileFault {
    if (length == 0 || tag[0] == '!') {
      throw WorkbookFaults.broken("<>", "XML");
    }
    if (tag[0] == '?') {
      instruction();
      return;
    }
    if (tag[0] == '/') {
      depth--;
    } else if (tag[length - 1] != '/') {
      depth++;
    }
    if (depth < 0 || depth > MAX_DEPTH) {
      throw WorkbookFaults.hostile("< < < " + depth, "0–" + MAX_DEPTH);
    }
    events.tag(tag, length);
  }

  /** Checks the XML declaration, which may name only UTF-8. */
  private void instruction() throws FileFault {
    String text = new String(tag, 0, length, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    if (!text.endsWith("?")) {
      throw WorkbookFaults.broken("<?", "XML");
    }
    int at = text.startsWith("?xml") ? text.indexOf("encoding") : -1;
    if (at >= 0 && !text.substring(at).matches("(?s)encoding\\s*=\\s*[\"']utf-?8[\"'].*")) {
      throw WorkbookFaults.broken("encoding", "UTF-8");
    }
  }
}
