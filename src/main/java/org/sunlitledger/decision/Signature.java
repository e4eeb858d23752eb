package org.sunlitledger.decision;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;

/** A person's name as it goes on the record. */
public record Signature(String name) {

  /** Without blanks around it, and in the usual width of its letters. */
  public static Signature of(String typed) {
    return new Signature(Normalizer.normalize(typed, Form.NFKC).strip());
  }

  /** Whether both are one person's, however written: 李　四 is 李四, and LI SI is Li Si. */
  public boolean isSamePerson(Signature other) {
    return folded().equals(other.folded());
  }

  private String folded() {
    return Normalizer.normalize(name, Form.NFKC)
        .replaceAll("\\s", "")
        .toUpperCase(Locale.ROOT)
        .toLowerCase(Locale.ROOT);
  }
}
