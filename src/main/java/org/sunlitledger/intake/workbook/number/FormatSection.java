package org.sunlitledger.intake.workbook.number;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;
import org.sunlitledger.quantity.text.Glyphs;

/**
 * One section of a number format, for example the section for positive numbers. It defines how a
 * number looks: {@code 0!.0,} divides by ten thousand, {@code 0.00"万元"} names a unit, {@code
 * "HH"000000} puts letters and zeros before the number.
 *
 * @param pieces in order: placeholders of digits and literal texts
 * @param commas number of commas behind the last placeholder, each of which divides by a thousand
 */
record FormatSection(List<Piece> pieces, FormatCondition condition, int commas, boolean isRed) {
  private static final String SIGNS_OF_MONEY = "十百千万亿元圆角分美港欧日英澳$€£￡‰";
  private static final Set<String> NEGATIVE = Set.of("-", "()", "（）", "-()");
  private static final List<String> OWN_CURRENCY = List.of("¥", "￥", "RMB", "CNY", "人民币", "+");

  /** A part of a format. */
  record Piece(PieceType type, String text) {
    enum PieceType {
      /** 0, # or ? before the point. */
      DIGIT,
      /** 0, # or ? behind the point. */
      DECIMAL,
      /** A whole number in its simplest form. */
      GENERAL,
      PERCENT,
      /** Exponents and fractions, which stay unchanged. */
      OTHER,
      LITERAL
    }

    boolean isNumber() {
      return type == PieceType.DIGIT || type == PieceType.DECIMAL || type == PieceType.GENERAL;
    }
  }

  /** Whether it shows a number unchanged except for rounding and separators. */
  boolean isPlain() {
    return isBare() && withoutOwnCurrency(literals()).isEmpty();
  }

  /** Whether it shows a negative number unchanged. The section adds the sign itself. */
  boolean isPlainNegative() {
    String literals = withoutOwnCurrency(literals());
    return isBare() && (NEGATIVE.contains(literals) || (isRed && literals.isEmpty()));
  }

  private boolean isBare() {
    return commas == 0 && hasNumber() && zeros() < 2;
  }

  /** Whether a zero is visible as zero: a 0, a dash, or nothing. */
  boolean isZero() {
    return (prefix() + suffix()).chars().noneMatch(FormatSection::isDigit);
  }

  /** Whether it is for texts: it contains an @. */
  boolean isOfText() {
    return pieces.stream().anyMatch(piece -> piece.text().equals("@") && piece.isNumber());
  }

  /** Whether it leaves texts unchanged. */
  boolean isBareText() {
    return (pieces.size() == 1 && isOfText()) || (!pieces.isEmpty() && !isOfText());
  }

  boolean hasNumber() {
    return has(Piece.PieceType.DIGIT)
        || has(Piece.PieceType.DECIMAL)
        || has(Piece.PieceType.GENERAL)
        || has(Piece.PieceType.OTHER);
  }

  boolean isPercent() {
    return has(Piece.PieceType.PERCENT);
  }

  private boolean has(Piece.PieceType type) {
    return pieces.stream().anyMatch(piece -> piece.type() == type);
  }

  private long zeros() {
    return pieces.stream()
        .filter(piece -> piece.type() == Piece.PieceType.DIGIT && piece.text().equals("0"))
        .count();
  }

  /** All texts beside the number, without blanks and the number's signs. */
  private String literals() {
    return Glyphs.strip(prefix() + between() + suffix());
  }

  private int firstNumber() {
    int at = 0;
    while (at < pieces.size() && !pieces.get(at).isNumber()) {
      at++;
    }
    return at;
  }

  private int lastNumber() {
    int at = pieces.size() - 1;
    while (at >= 0 && !pieces.get(at).isNumber()) {
      at--;
    }
    return at;
  }

  private String text(int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int i = Math.max(0, from); i < to; i++) {
      text.append(pieces.get(i).type() == Piece.PieceType.LITERAL ? pieces.get(i).text() : "");
    }
    return text.toString();
  }

  String prefix() {
    return text(0, firstNumber());
  }

  String suffix() {
    return lastNumber() < 0 ? "" : text(lastNumber() + 1, pieces.size());
  }

  private String between() {
    return text(firstNumber(), lastNumber() + 1);
  }

  /**
   * The number of digits behind a point that is a literal text between them, as in {@code 0!.0,};
   * -1 if another literal is there.
   */
  private int literalDecimals() {
    String between = between();
    if (between.isEmpty()) {
      return 0;
    }
    if (!between.equals(".") || has(Piece.PieceType.DECIMAL) || has(Piece.PieceType.GENERAL)) {
      return -1;
    }
    int digits = 0;
    for (int i = lastNumber(); i >= 0 && pieces.get(i).type() != Piece.PieceType.LITERAL; i--) {
      digits += pieces.get(i).type() == Piece.PieceType.DIGIT ? 1 : 0;
    }
    return digits;
  }

  /** Whether the visible text can be read as exactly one amount. */
  boolean isClear(boolean isForNegatives) {
    String before = withoutOwnCurrency(prefix());
    boolean hasDigits = (before + suffix()).chars().anyMatch(FormatSection::isDigit);
    boolean isNegated = before.contains("-") || before.contains("(") || before.contains("（");
    return hasNumber()
        && !hasDigits
        && literalDecimals() >= 0
        && !(isPercent() && commas + literalDecimals() > 0)
        && !(has(Piece.PieceType.OTHER) && commas > 0)
        && (isForNegatives ? isNegated || isRed : !isNegated);
  }

  private static boolean isDigit(int glyph) {
    return Character.isDigit(glyph) || "零〇一二三四五六七八九".indexOf(glyph) >= 0;
  }

  /** The number of places by which the point moves to the left: 4 for {@code 0!.0,}. */
  int places() {
    return 3 * commas + Math.max(0, literalDecimals());
  }

  /** The unit before the number: a foreign currency. */
  String currency() {
    String before = withoutOwnCurrency(prefix());
    return hasSignOfMoney(before) ? before : "";
  }

  /**
   * The unit behind the number: 万元, and any other text that looks like a unit of money or a scale.
   */
  String unit() {
    String behind = Glyphs.narrow(suffix()).replace("(", "").replace(")", "");
    return hasSignOfMoney(behind) ? Glyphs.strip(behind) : "";
  }

  private static boolean hasSignOfMoney(String text) {
    return text.chars().anyMatch(glyph -> SIGNS_OF_MONEY.indexOf(glyph) >= 0)
        || text.contains("US")
        || text.contains("HK");
  }

  private static String withoutOwnCurrency(String text) {
    String rest = text;
    for (String own : OWN_CURRENCY) {
      rest = rest.replace(own, "");
    }
    return Glyphs.strip(rest);
  }

  /** The visible text of a number without its sign. */
  String shown(BigDecimal number) {
    if (has(Piece.PieceType.OTHER) || has(Piece.PieceType.GENERAL)) {
      return prefix() + number.abs().stripTrailingZeros().toPlainString() + suffix();
    }
    int decimals =
        (int) pieces.stream().filter(piece -> piece.type() == Piece.PieceType.DECIMAL).count();
    BigDecimal scaled =
        number
            .abs()
            .movePointLeft(3 * commas)
            .movePointRight(isPercent() ? 2 : 0)
            .setScale(decimals, RoundingMode.HALF_UP);
    String digits = scaled.unscaledValue().toString();
    digits = "0".repeat(Math.max(0, decimals - digits.length())) + digits;
    String whole = digits.substring(0, digits.length() - decimals);
    return placed(whole.equals("0") ? "" : whole, digits.substring(digits.length() - decimals));
  }

  /** Fills the placeholders with digits; the last digit goes into the last placeholder. */
  private String placed(String whole, String decimals) {
    int places =
        (int) pieces.stream().filter(piece -> piece.type() == Piece.PieceType.DIGIT).count();
    StringBuilder shown = new StringBuilder();
    int next = whole.length() - places;
    int decimal = 0;
    boolean begun = false;
    for (Piece piece : pieces) {
      switch (piece.type()) {
        case DIGIT -> {
          if (!begun && next > 0) {
            shown.append(whole, 0, next);
          }
          begun = true;
          if (next >= 0) {
            shown.append(whole.charAt(next));
          } else if (piece.text().equals("0")) {
            shown.append('0');
          }
          next++;
        }
        case DECIMAL -> {
          shown.append(decimal == 0 ? "." : "").append(decimals.charAt(decimal));
          decimal++;
        }
        case PERCENT -> shown.append('%');
        case LITERAL -> shown.append(piece.text());
        case GENERAL, OTHER -> {}
      }
    }
    return shown.toString();
  }
}
