package org.sunlitledger.quantity.text;

import java.text.ChoiceFormat;
import java.text.FieldPosition;
import java.text.Format;
import java.text.ParsePosition;

/** A word for one thing or for another number of them; the number is a text, perhaps grouped. */
final class CountedWord extends Format {
  private static final long serialVersionUID = 1L;

  private final ChoiceFormat words;

  CountedWord(ChoiceFormat words) {
    this.words = words;
  }

  @Override
  public StringBuffer format(Object number, StringBuffer text, FieldPosition field) {
    return text.append(words.format(number.equals("1") ? 1 : 2));
  }

  @Override
  public Object parseObject(String text, ParsePosition position) {
    throw new UnsupportedOperationException("words are only written");
  }
}
