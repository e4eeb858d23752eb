package org.sunlitledger.quantity.money;

import java.util.Optional;

/** The unit an amount is written in. */
public enum MoneyUnit {
  FEN("分", 0),
  YUAN("元", 2),
  WAN("万元", 6),
  YI("亿元", 10);

  private final String text;
  private final int decimals;

  MoneyUnit(String text, int decimals) {
    this.text = text;
    this.decimals = decimals;
  }

  /** As printed: 元, 万元, 亿元, 分. */
  public String text() {
    return text;
  }

  /** The number of decimals that shows one fen: 2 for 元, 6 for 万元. */
  public int decimals() {
    return decimals;
  }

  /** The unit behind an amount: 元 in 5元, 万元 in 5万元 and in the short form 5万. */
  static Optional<MoneyUnit> endOf(String amount) {
    String end = amount.substring(endAt(amount));
    return find(end.equals("万") || end.equals("亿") ? end + "元" : end);
  }

  /** The position of the unit behind an amount, just after its last digit. */
  static int endAt(String amount) {
    int end = amount.length();
    while (end > 0 && amount.charAt(end - 1) > '9') {
      end--;
    }
    return end;
  }

  /** The unit with this text. */
  public static Optional<MoneyUnit> find(String text) {
    for (MoneyUnit unit : values()) {
      if (unit.text.equals(text)) {
        return Optional.of(unit);
      }
    }
    return Optional.empty();
  }
}
