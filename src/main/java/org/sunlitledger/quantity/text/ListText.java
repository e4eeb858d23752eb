package org.sunlitledger.quantity.text;

import java.util.List;

/** Joins names in a sentence with 、. */
public final class ListText {
  private ListText() {}

  public static String join(List<String> names) {
    return String.join("、", names);
  }
}
