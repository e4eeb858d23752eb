package org.sunlitledger.quantity.text;

import java.text.ChoiceFormat;
import java.text.Format;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** Messages to people in Chinese or English, from the bundles {@code messages/*}. */
public final class Messages {
  private final ResourceBundle bundle;
  private final boolean chinese;

  private Messages(String name, boolean chinese) {
    this.chinese = chinese;
    this.bundle =
        ResourceBundle.getBundle(
            "messages." + name,
            chinese ? Locale.CHINESE : Locale.ENGLISH,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  public static Messages chinese(String name) {
    return new Messages(name, true);
  }

  public static Messages english(String name) {
    return new Messages(name, false);
  }

  public boolean isChinese() {
    return chinese;
  }

  /**
   * The text of a key with its arguments filled in. Numbers are written without grouping. A choice
   * in the bundle has two words, for one thing and for another number of them: {@code {0}
   * {0,choice,1#line|1<lines}}.
   */
  public String text(String key, Object... arguments) {
    Object[] texts = Arrays.stream(arguments).map(String::valueOf).toArray();
    MessageFormat message = new MessageFormat(bundle.getString(key), Locale.ROOT);
    Format[] formats = message.getFormats();
    for (int i = 0; i < formats.length; i++) {
      if (formats[i] instanceof ChoiceFormat choice) {
        message.setFormat(i, new CountedWord(choice));
      }
    }
    return message.format(texts);
  }

  /** The text of a key; empty if the bundle does not contain it. */
  public String find(String key) {
    try {
      return bundle.getString(key);
    } catch (MissingResourceException none) {
      return "";
    }
  }
}
