package org.sunlitledger.quantity.money;

import java.math.BigDecimal;
import java.util.Optional;
import org.sunlitledger.quantity.text.Glyphs;
import org.sunlitledger.quantity.text.Parsed;
import org.sunlitledger.quantity.text.Parsed.ParseFault;

/**
 * Amounts of money in whole fen, read from text in any unit. Amounts are never rounded and never
 * guessed.
 */
public final class Fen {
  /**
   * The largest amount, more than any country spends. The sum of a hundred thousand of these fits a
   * long.
   */
  private static final long LARGEST_AMOUNT_FEN = 90_000_000_000_000L;

  private Fen() {}

  /**
   * Reads an amount: optional sign, optional ¥, digits with correct thousands separators or without
   * any, decimals down to a whole fen. An amount in brackets is negative, as accountants write it.
   * A unit behind the amount, as in 5万元, is the unit of this amount. If it is smaller than the unit
   * of the column, the amount is rejected, because one of the two must be wrong. 人民币 and RMB before
   * the amount and 整 behind it do not change its value.
   */
  public static Parsed<Long> parse(String text, MoneyUnit unit) {
    String amount = Glyphs.narrow(text);
    if (BareAmount.mayBe(amount)) {
      BareAmount dress = BareAmount.parse(amount);
      return dress.isYuan() && unit != MoneyUnit.YUAN
          ? Parsed.refused(ParseFault.FORM)
          : undressed(dress.amount(), unit);
    }
    return undressed(amount, unit);
  }

  private static Parsed<Long> undressed(String amount, MoneyUnit unit) {
    if (!amount.isEmpty() && amount.charAt(amount.length() - 1) > '9') {
      return withUnit(amount, unit);
    }
    if (!amount.isEmpty() && amount.charAt(0) == '(') {
      return bracketed(amount, unit);
    }
    int at = 0;
    int end = amount.length();
    boolean negative = false;
    boolean signed = at < end && isSign(amount.charAt(at));
    if (signed) {
      negative = amount.charAt(at) != '+';
      at++;
    }
    if (at < end && (amount.charAt(at) == '¥' || amount.charAt(at) == '￥')) {
      at++;
      // a spreadsheet's currency format puts the sign there: ¥-500.00
      if (!signed && at < end && isSign(amount.charAt(at))) {
        negative = amount.charAt(at) != '+';
        at++;
      }
    }
    int point = amount.indexOf('.', at);
    int wholeEnd = point < 0 ? end : point;
    if (!separatorsStandRight(amount, at, wholeEnd)) {
      return Parsed.refused(ParseFault.SEPARATORS);
    }
    long fen = 0;
    int digits = 0;
    for (int i = at; i < wholeEnd; i++) {
      char glyph = amount.charAt(i);
      if (glyph == ',') {
        continue;
      }
      if (glyph < '0' || glyph > '9') {
        return Parsed.refused(ParseFault.FORM);
      }
      digits++;
      fen = fen * 10 + (glyph - '0');
      if (fen > LARGEST_AMOUNT_FEN) {
        return Parsed.refused(ParseFault.RANGE);
      }
    }
    if (digits == 0 || point == end - 1) {
      return Parsed.refused(ParseFault.FORM);
    }
    int places = 0;
    for (int i = wholeEnd + 1; i < end; i++) {
      char glyph = amount.charAt(i);
      if (glyph < '0' || glyph > '9') {
        return Parsed.refused(ParseFault.FORM);
      }
      if (places == unit.decimals()) {
        if (glyph != '0') {
          return Parsed.refused(ParseFault.PRECISION);
        }
        continue;
      }
      fen = fen * 10 + (glyph - '0');
      places++;
      if (fen > LARGEST_AMOUNT_FEN) {
        return Parsed.refused(ParseFault.RANGE);
      }
    }
    for (; places < unit.decimals(); places++) {
      fen *= 10;
      if (fen > LARGEST_AMOUNT_FEN) {
        return Parsed.refused(ParseFault.RANGE);
      }
    }
    return Parsed.of(negative ? -fen : fen);
  }

  /**
   * Whether a glyph is a sign. Unicode has several minus signs, and word processors insert the
   * longer ones.
   */
  private static boolean isSign(char glyph) {
    return "-+‐‑–−﹣".indexOf(glyph) >= 0;
  }

  private static Parsed<Long> bracketed(String amount, MoneyUnit unit) {
    int end = amount.length() - 1;
    if (end < 2 || amount.charAt(end) != ')') {
      return Parsed.refused(ParseFault.FORM);
    }
    String inner = Glyphs.strip(amount.substring(1, end));
    boolean isPlain = !inner.isEmpty() && !isSign(inner.charAt(0)) && inner.charAt(0) != '(';
    return isPlain && parse(inner, unit) instanceof Parsed.Value<Long> value && value.value() >= 0
        ? Parsed.of(-value.value())
        : Parsed.refused(ParseFault.FORM);
  }

  private static Parsed<Long> withUnit(String amount, MoneyUnit unit) {
    Optional<MoneyUnit> own = MoneyUnit.endOf(amount);
    if (own.isEmpty() || own.get().compareTo(unit) < 0) {
      return Parsed.refused(ParseFault.FORM);
    }
    String number = Glyphs.strip(amount.substring(0, MoneyUnit.endAt(amount)));
    boolean endsInDigit = !number.isEmpty() && number.charAt(number.length() - 1) <= '9';
    return endsInDigit ? parse(number, own.get()) : Parsed.refused(ParseFault.FORM);
  }

  /** The amount in yuan, exactly: 123456 fen is 1234.56. */
  public static BigDecimal yuan(long fen) {
    return BigDecimal.valueOf(fen, 2);
  }

  /** The exact amount in yuan as people write it: 18,807,500.00元. */
  public static String exactly(long fen) {
    return exactly(BigDecimal.valueOf(fen));
  }

  /** The exact amount with all decimals, for an amount that may have fractions of a fen. */
  public static String exactly(BigDecimal fen) {
    BigDecimal yuan = fen.movePointLeft(2).stripTrailingZeros();
    return "%%,.%df元".formatted(Math.max(2, yuan.scale())).formatted(yuan);
  }

  private static boolean separatorsStandRight(String amount, int from, int to) {
    int first = amount.indexOf(',', from);
    if (first < 0 || first >= to) {
      return true;
    }
    if (first == from || first - from > 3) {
      return false;
    }
    for (int i = first; i < to; i += 4) {
      if (amount.charAt(i) != ',' || i + 4 > to) {
        return false;
      }
      for (int j = i + 1; j < i + 4; j++) {
        if (amount.charAt(j) == ',') {
          return false;
        }
      }
    }
    return true;
  }
}
