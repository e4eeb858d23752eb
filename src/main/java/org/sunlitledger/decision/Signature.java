package org.sunlitledger.decision;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.List;

/** A person's name as it goes on the record. */
public record Signature(String name) {

  /** Without blanks around it, and in the usual width of its letters. */
  public static Signature of(String typed) {
    return new Signature(Normalizer.normalize(typed, Form.NFKC).strip());
  }

  /**
   * Whether both may be one person's, however written: 張　三（会计） is 张三, 复核人张三1 is too, and LI SI is
   * Mr Si Li.
   */
  public boolean isSamePerson(Signature other) {
    List<WrittenName> others = WrittenName.readings(other.name);
    return WrittenName.readings(name).stream()
        .anyMatch(reading -> others.stream().anyMatch(reading::isSamePerson));
  }
}
