package org.sunlitledger.quantity.text;

import java.util.List;

/** Names in a sentence, joined by 、. */
public final class ListText {
  private ListText() {}

  public static String join(List<String> names) {
    return String.join("、", names);
  }
}
