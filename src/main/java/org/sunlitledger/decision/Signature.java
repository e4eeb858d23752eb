package org.sunlitledger.decision;

import java.text.Normalizer;
import java.text.Normalizer.Form;

/** A person's name as it goes on the record. */
public record Signature(String name) {

  /** Without blanks around it, and in the usual width of its letters. */
  public static Signature of(String typed) {
    return new Signature(Normalizer.normalize(typed, Form.NFKC).strip());
  }

  /** Whether both may be one person's, however written: 張　三（会计） is 张三, and LI SI is Li Si. */
  public boolean isSamePerson(Signature other) {
    return WrittenName.of(name).isSamePerson(WrittenName.of(other.name));
  }
}
