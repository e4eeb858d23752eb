package org.sunlitledger.quantity.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sunlitledger.quantity.text.Parsed.ParseFault;

/** Document numbers (文号): office, year in brackets, number: 卫沙扶贫办发〔2020〕2号. */
public final class DocumentNumber {
  private static final Pattern FORM =
      Pattern.compile(
          "([\\u4e00-\\u9fa5]{2,15})[〔﹝\\[【(]((?:19|20)\\d{2})[〕﹞\\]】)](?:第)?0*([1-9]\\d{0,3})号");

  private DocumentNumber() {}

  /** Reads a number. The result has the brackets 〔〕 and no white space. */
  public static Parsed<String> parse(String text) {
    Matcher number = FORM.matcher(Glyphs.narrow(text).replace(" ", ""));
    return number.matches()
        ? Parsed.of(number.group(1) + "〔" + number.group(2) + "〕" + number.group(3) + "号")
        : Parsed.refused(ParseFault.FORM);
  }
}
