package org.sunlitledger.intake.workbook.number;

import java.math.BigDecimal;
import java.math.MathContext;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sunlitledger.intake.line.LineAppearance.Shown;

/**
 * The text of a workbook's cell as it would be in a CSV file, and its visible text if that differs.
 */
public final class CellText {
  /**
   * The digits that Excel shows of a number; the digits behind them are noise of the binary format.
   */
  private static final MathContext SHOWN_DIGITS = new MathContext(15);

  /** A whole number with more digits lost its last ones when it was typed. */
  private static final int DIGITS_KEPT = 15;

  private static final DecimalFormatSymbols POINT = DecimalFormatSymbols.getInstance(Locale.ROOT);
  private static final int LARGEST_EXPONENT = 400;
  private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  private final boolean is1904;

  public CellText(boolean is1904) {
    this.is1904 = is1904;
  }

  /**
   * The content of a cell.
   *
   * @param shown the visible text if it differs from the text
   */
  public record CellContent(String text, Optional<Shown> shown) {
    public static CellContent of(String text) {
      return new CellContent(text, Optional.empty());
    }

    private static CellContent date(String text) {
      return new CellContent(text, Optional.of(new Shown(Shown.ShownKind.DATE, text)));
    }
  }

  public CellContent number(BigDecimal number, NumberFormat format) {
    if (Math.abs((long) number.precision() - number.scale()) > LARGEST_EXPONENT) {
      return CellContent.of(number.toString());
    }
    if (format.date() != DateFormat.NONE) {
      Optional<String> date = SerialDate.text(number, format.date(), is1904);
      if (date.isPresent()) {
        return CellContent.date(date.get());
      }
    }
    if (format.isPlain()) {
      return CellContent.of(written(number, format));
    }
    return new CellContent(
        format.read(number, scaled -> written(scaled, format)), format.shown(number));
  }

  /** A text with a format that may hide it, or add text around it. */
  public static CellContent text(String text, NumberFormat format) {
    if (format.ofText().isEmpty() || text.isBlank()) {
      return CellContent.of(text);
    }
    return format.hidesText()
        ? new CellContent(text, Optional.of(new Shown(Shown.ShownKind.OTHER, "")))
        : CellContent.of(format.textDisplay().apply(text));
  }

  /** A date that is stored as text: 2020-03-05T00:00:00. */
  public static CellContent isoDate(String text) {
    return CellContent.date(text.replaceFirst("T00:00(:00(\\.0+)?)?Z?$", ""));
  }

  /** A formula without a saved value, which is not a blank. */
  public static CellContent uncomputed(String formula) {
    return CellContent.of("=" + formula);
  }

  private static String written(BigDecimal number, NumberFormat format) {
    return format.isPercent() ? plain(number.movePointRight(2)) + "%" : plain(number);
  }

  /** The number as Excel shows it. An ID number that was typed as a number has lost digits. */
  private static String plain(BigDecimal number) {
    BigDecimal shown = number.round(SHOWN_DIGITS).stripTrailingZeros();
    return shown.precision() - shown.scale() > DIGITS_KEPT
        ? new DecimalFormat("0.##############E0", POINT).format(shown).replace("E", "E+")
        : shown.toPlainString();
  }

  /**
   * Decodes control characters, which the format writes as _x000D_, with an escaped underscore
   * _x005F_.
   */
  public static String unescaped(String text) {
    if (!text.contains("_x")) {
      return text;
    }
    Matcher matcher = ESCAPED.matcher(text);
    return matcher.replaceAll(
        found ->
            Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))));
  }
}
