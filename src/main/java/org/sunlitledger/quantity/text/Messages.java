package org.sunlitledger.quantity.text;

import java.text.MessageFormat;
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

  /** The text of a key with its arguments filled in. Numbers are written without grouping. */
  public String text(String key, Object... arguments) {
    Object[] texts = new Object[arguments.length];
    for (int i = 0; i < arguments.length; i++) {
      texts[i] = String.valueOf(arguments[i]);
    }
    return new MessageFormat(bundle.getString(key), Locale.ROOT).format(texts);
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
