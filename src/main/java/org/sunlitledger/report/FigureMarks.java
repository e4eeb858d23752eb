package org.sunlitledger.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.sunlitledger.report.ReportPage.Piece;

/**
 * Marks around the figures of a copy of a report that is filled to be looked at. They are three
 * characters for private use that the copy does not have otherwise, as names in files may have
 * some. Nothing that is published is filled with them.
 */
final class FigureMarks {
  private static final int FIRST = 0xe000;
  private static final int LAST = 0xf8ff;
  private static final int NEEDED = 3;

  private final String open;
  private final String middle;
  private final String close;
  private final Pattern marked;

  private FigureMarks(int[] free) {
    this.open = Character.toString(free[0]);
    this.middle = Character.toString(free[1]);
    this.close = Character.toString(free[2]);
    this.marked = Pattern.compile(open + "(.*?)" + middle + "(.*?)" + close, Pattern.DOTALL);
  }

  /** Marks for a copy that is made of this text; none where it has nearly all the characters. */
  static Optional<FigureMarks> besides(String text) {
    int[] free =
        IntStream.rangeClosed(FIRST, LAST)
            .filter(glyph -> text.indexOf(glyph) < 0)
            .limit(NEEDED)
            .toArray();
    return free.length < NEEDED ? Optional.empty() : Optional.of(new FigureMarks(free));
  }

  /** A figure's value with its marks; an empty one has none, as nobody could see it. */
  String around(String figure, String value) {
    return value.isBlank() ? value : open + figure + middle + value + close;
  }

  /** The pieces of a text between and around the marks. */
  List<Piece> pieces(String text, boolean isBold) {
    List<Piece> pieces = new ArrayList<>();
    Matcher figure = marked.matcher(text);
    int end = 0;
    while (figure.find()) {
      if (figure.start() > end) {
        pieces.add(new Piece(text.substring(end, figure.start()), isBold, Optional.empty()));
      }
      pieces.add(new Piece(figure.group(2), isBold, Optional.of(figure.group(1))));
      end = figure.end();
    }
    if (end < text.length()) {
      pieces.add(new Piece(text.substring(end), isBold, Optional.empty()));
    }
    return pieces;
  }

  /** The text as it is without the marks. */
  String removedFrom(String text) {
    return marked.matcher(text).replaceAll(found -> Matcher.quoteReplacement(found.group(2)));
  }
}
