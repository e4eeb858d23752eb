package org.sunlitledger.console.password;

import java.text.Normalizer;
import java.util.Locale;

/** Makes texts alike that differ in case, width or blanks only. */
final class Spelling {
  private Spelling() {}

  static String of(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("\\s", "");
  }
}
