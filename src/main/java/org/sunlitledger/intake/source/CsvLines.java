package org.sunlitledger.intake.source;

import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.sunlitledger.intake.file.CountingInput;
import org.sunlitledger.intake.file.FileSurvey;
import org.sunlitledger.intake.line.FileFault;
import org.sunlitledger.intake.line.LimitedReader;
import org.sunlitledger.intake.line.ShapeFinding;
import org.sunlitledger.intake.line.ShapeRule;
import org.sunlitledger.intake.line.SourceLine;
import org.sunlitledger.quantity.digest.Sha256;
import org.sunlitledger.quantity.text.Glyphs;

/**
 * The lines of a text file, separated by commas or tabs, with their numbers in an editor. Blank
 * lines are skipped.
 */
final class CsvLines implements LineSource {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();

  private static final int BYTE_ORDER_MARK = '\ufeff';

  private final MessageDigest digest = Sha256.sha256();
  private final CountingInput input;
  private final LimitedReader text;
  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private final char separator;

  CsvLines(Path file, Charset charset) throws IOException {
    input = new CountingInput(new DigestInputStream(Files.newInputStream(file), digest));
    text = new LimitedReader(withoutMark(FileSurvey.strictly(input, charset)));
    separator = Separator.detect(file, charset);
    CSVFormat format =
        separator == Separator.COMMA ? FORMAT : FORMAT.builder().setDelimiter(separator).get();
    parser = CSVParser.builder().setReader(text).setFormat(format).get();
    records = parser.iterator();
  }

  @Override
  public Optional<SourceLine> next() throws FileFault, IOException {
    while (true) {
      int number = (int) parser.getCurrentLineNumber() + 1;
      text.beginRecord();
      List<String> cells;
      try {
        if (!records.hasNext()) {
          return Optional.empty();
        }
        cells = Arrays.asList(records.next().values());
      } catch (UncheckedIOException problem) {
        throw fault(problem, number);
      }
      boolean overLines = parser.getCurrentLineNumber() > number;
      if (overLines && cells.size() > 1 && holdsALine(cells)) {
        throw brokenQuote(number);
      }
      if (hasAny(cells)) {
        return Optional.of(new SourceLine(number, cells));
      }
    }
  }

  @Override
  public Optional<Character> otherSeparator() {
    return Separator.isOther(separator) ? Optional.of(separator) : Optional.empty();
  }

  @Override
  public long bytesRead() {
    return input.count();
  }

  @Override
  public String sha256() throws IOException {
    input.transferTo(java.io.OutputStream.nullOutputStream());
    return HexFormat.of().formatHex(digest.digest());
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }

  /**
   * Removes a byte order mark, which does not belong to the first title. The title may be quoted.
   */
  private static Reader withoutMark(Reader reader) throws IOException {
    PushbackReader text = new PushbackReader(reader);
    int first = text.read();
    if (first >= 0 && first != BYTE_ORDER_MARK) {
      text.unread(first);
    }
    return text;
  }

  /**
   * Whether a cell contains a whole line, because an open quote includes everything up to the next
   * quote.
   */
  private boolean holdsALine(List<String> cells) {
    for (String cell : cells) {
      boolean isBroken = cell.indexOf('\n') >= 0 || cell.indexOf('\r') >= 0;
      if (isBroken
          && cell.chars().filter(glyph -> glyph == separator).count() >= cells.size() - 1) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasAny(List<String> cells) {
    for (String cell : cells) {
      if (!Glyphs.isBlank(cell)) {
        return true;
      }
    }
    return false;
  }

  private static FileFault brokenQuote(int number) {
    return new FileFault(new ShapeFinding(ShapeRule.FILE_BROKEN_QUOTE, "", "\"", "\"…\""), number);
  }

  private static FileFault fault(UncheckedIOException unread, int number) {
    Throwable problem = unread.getCause();
    if (problem instanceof LimitedReader.TooLong) {
      return new FileFault(
          new ShapeFinding(
              ShapeRule.FILE_LINE_TOO_LONG,
              "",
              "> " + LimitedReader.MAX_RECORD_CHARACTERS,
              "≤ " + LimitedReader.MAX_RECORD_CHARACTERS),
          number);
    }
    if (problem instanceof CharacterCodingException) {
      return new FileFault(
          new ShapeFinding(ShapeRule.FILE_ENCODING, "", "", "UTF-8、GB18030"), number);
    }
    if (problem instanceof CSVException) {
      return brokenQuote(number);
    }
    throw unread;
  }
}
