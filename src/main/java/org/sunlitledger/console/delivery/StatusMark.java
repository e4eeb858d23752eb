package org.sunlitledger.console.delivery;

/**
 * How a status looks, beside its word.
 *
 * @param kind of the style: good, warn, bad, past
 * @param sign for people who do not see colours
 */
public record StatusMark(String kind, String sign) {

  public static StatusMark of(String status) {
    return switch (status) {
      case "live" -> new StatusMark("good", "✓");
      case "refused" -> new StatusMark("bad", "✕");
      case "held", "offered" -> new StatusMark("warn", "■");
      case "superseded" -> new StatusMark("past", "→");
      default -> new StatusMark("past", "…");
    };
  }
}
