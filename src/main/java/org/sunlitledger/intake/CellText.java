package org.sunlitledger.intake;

import java.math.BigDecimal;
import java.math.MathContext;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.jspecify.annotations.Nullable;

/** The text of a workbook's cell as it would stand in a CSV file. */
final class CellText {
  /** What Excel shows of a number; the digits behind are noise of the binary form. */
  private static final MathContext SHOWN = new MathContext(15);

  /** A whole number of more digits than that has lost its last ones when it was typed. */
  private static final int KEPT = 15;

  private static final DecimalFormatSymbols POINT = DecimalFormatSymbols.getInstance(Locale.ROOT);
  private static final int LARGEST_EXPONENT = 400;
  private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  private final boolean is1904;
  private final ConcurrentMap<String, NumberFormat> formats = new ConcurrentHashMap<>();

  CellText(boolean is1904) {
    this.is1904 = is1904;
  }

  String of(Cell cell) {
    Object value = cell.getValue();
    if (value instanceof BigDecimal number) {
      return number(number, format(cell.getDataFormatId(), cell.getDataFormatString()));
    }
    if (value instanceof String text) {
      return unescaped(text);
    }
    if (value != null) {
      return value.toString();
    }
    String raw = cell.getRawValue();
    return raw == null ? uncomputed(cell.getFormula()) : raw;
  }

  /** A formula whose value was not saved with it is no blank. */
  private static String uncomputed(@Nullable String formula) {
    return formula == null ? "" : "=" + formula;
  }

  private NumberFormat format(@Nullable Integer id, @Nullable String code) {
    if (id == null && code == null) {
      return NumberFormat.GENERAL;
    }
    return formats.computeIfAbsent(id + " " + code, any -> NumberFormat.of(id, code));
  }

  private String number(BigDecimal number, NumberFormat format) {
    if (Math.abs((long) number.precision() - number.scale()) > LARGEST_EXPONENT) {
      return number.toString();
    }
    if (format.date() != DateFormat.NONE) {
      var date = SerialDate.text(number, format.date(), is1904);
      if (date.isPresent()) {
        return date.get();
      }
    }
    return format.isPercent() ? plain(number.movePointRight(2)) + "%" : plain(number);
  }

  /** As Excel shows it: an ID number that was typed as a number is no ID number any more. */
  private static String plain(BigDecimal number) {
    BigDecimal shown = number.round(SHOWN).stripTrailingZeros();
    return shown.precision() - shown.scale() > KEPT
        ? new DecimalFormat("0.##############E0", POINT).format(shown).replace("E", "E+")
        : shown.toPlainString();
  }

  /** The format writes control characters as _x000D_, and an underscore before such as _x005F_. */
  private static String unescaped(String text) {
    if (!text.contains("_x")) {
      return text;
    }
    Matcher matcher = ESCAPED.matcher(text);
    return matcher.replaceAll(
        found ->
            Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))));
  }
}
