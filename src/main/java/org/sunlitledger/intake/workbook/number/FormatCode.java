package org.sunlitledger.intake.workbook.number;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.sunlitledger.intake.workbook.number.FormatSection.Piece;

/** Reads the code of a number format into its sections. */
public final class FormatCode {
  private static final Set<String> GENERAL = Set.of("general", "g/通用格式");

  /** Several times Excel's own limit. */
  public static final int LONGEST_CODE_CHARACTERS = 1_000;

  private final String code;
  private int at;
  private final List<Piece> pieces = new ArrayList<>();
  private FormatCondition condition = FormatCondition.NO_CONDITION;
  private boolean isRed;
  private boolean hasPoint;
  private int commas;

  private FormatCode(String code) {
    this.code = code;
  }

  /** The sections in order, at least one. */
  static List<FormatSection> sections(String code) {
    FormatCode reader = new FormatCode(code);
    List<FormatSection> sections = new ArrayList<>();
    do {
      sections.add(reader.section());
    } while (reader.at <= code.length());
    return sections;
  }

  private FormatSection section() {
    pieces.clear();
    condition = FormatCondition.NO_CONDITION;
    isRed = false;
    hasPoint = false;
    commas = 0;
    while (at < code.length() && code.charAt(at) != ';') {
      piece();
    }
    at++;
    return new FormatSection(List.copyOf(pieces), condition, commas, isRed);
  }

  private void piece() {
    char glyph = code.charAt(at++);
    switch (glyph) {
      case '"' -> literal(until('"'));
      case '\\', '!' -> literal(next());
      case '_', '*' -> next();
      case '[' -> bracket(until(']'));
      case '0', '#', '?' -> digit(glyph);
      case '.' -> hasPoint = true;
      case ',' -> commas += endsInNumber() ? 1 : 0;
      case '%' -> pieces.add(new Piece(Piece.PieceType.PERCENT, "%"));
      case '@' -> pieces.add(new Piece(Piece.PieceType.GENERAL, "@"));
      default -> word(glyph);
    }
  }

  private void digit(char glyph) {
    // commas between digits separate thousands, commas behind the last digit divide
    commas = 0;
    pieces.add(
        new Piece(
            hasPoint ? Piece.PieceType.DECIMAL : Piece.PieceType.DIGIT, String.valueOf(glyph)));
  }

  private boolean endsInNumber() {
    return !pieces.isEmpty() && pieces.get(pieces.size() - 1).isNumber();
  }

  private void word(char glyph) {
    at--;
    String rest = code.substring(at).toLowerCase(Locale.ROOT);
    for (String general : GENERAL) {
      if (rest.startsWith(general)) {
        at += general.length();
        pieces.add(new Piece(Piece.PieceType.GENERAL, general));
        return;
      }
    }
    at++;
    boolean isExponent =
        (glyph == 'E' || glyph == 'e') && at < code.length() && "+-".indexOf(code.charAt(at)) >= 0;
    boolean isFraction =
        glyph == '/'
            && endsInNumber()
            && at < code.length()
            && "0123456789#?".indexOf(code.charAt(at)) >= 0;
    if (isExponent || isFraction) {
      pieces.add(new Piece(Piece.PieceType.OTHER, String.valueOf(glyph)));
      at += isExponent ? 1 : 0;
      while (at < code.length() && "0123456789#?".indexOf(code.charAt(at)) >= 0) {
        at++;
      }
    } else {
      literal(String.valueOf(glyph));
    }
  }

  private void literal(String text) {
    if (!text.isEmpty()) {
      pieces.add(new Piece(Piece.PieceType.LITERAL, text));
    }
  }

  /** Reads a condition, a colour, or a currency with its language: [$¥-804]. */
  private void bracket(String inside) {
    if (inside.startsWith("$")) {
      int language = inside.indexOf('-');
      literal(inside.substring(1, language < 0 ? inside.length() : language));
      return;
    }
    FormatCondition.parse(inside).ifPresent(found -> condition = found);
    isRed |= inside.equalsIgnoreCase("red") || inside.equals("红色");
  }

  private String next() {
    return at < code.length() ? code.substring(at, ++at) : "";
  }

  private String until(char end) {
    int close = code.indexOf(end, at);
    String text = code.substring(at, close < 0 ? code.length() : close);
    at = close < 0 ? code.length() : close + 1;
    return text;
  }
}
