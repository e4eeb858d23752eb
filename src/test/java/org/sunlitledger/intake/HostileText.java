package org.sunlitledger.intake;

/** Lines of hostile files in a short form: v,k,d,t,V,h,N,I,s,b,a is a line of subsidies. */
final class HostileText {
  static final String SUBSIDY = "发放凭证号,补贴类别,发放日期,乡镇,行政村,户编号,姓名,身份证号,资金来源,批次号,发放金额";

  private HostileText() {}

  /** Each letter that is alone in a cell or a sentence is replaced by a value. */
  static String filled(String text, Person who, int file) {
    StringBuilder filled = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char glyph = text.charAt(i);
      boolean isAlone = (i == 0 || !isLetter(text, i - 1)) && !isLetter(text, i + 1);
      filled.append(isAlone ? value(glyph, who, file) : String.valueOf(glyph));
    }
    return filled.toString();
  }

  private static boolean isLetter(String text, int at) {
    return at < text.length()
        && text.charAt(at) < 0x80
        && Character.isLetterOrDigit(text.charAt(at));
  }

  private static String value(char glyph, Person who, int file) {
    return switch (glyph) {
      case 'Z' -> "11010519491231002X";
      case 'v' -> "BT%06d".formatted(file);
      case 'k' -> "产业奖补";
      case 'd' -> "2020-03-05";
      case 't' -> "香山乡";
      case 'V' -> "大沟村";
      case 'h' -> "HH%06d".formatted(file);
      case 's' -> "中央";
      case 'b' -> "P1";
      case 'x' -> "多";
      case 'a' -> "100";
      default -> {
        String written = who.written(glyph);
        yield written.isEmpty() ? String.valueOf(glyph) : written;
      }
    };
  }
}
