package org.sunlitledger.console.list;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Parameters in the address of a list, each of which may be missing. */
public final class Parameters {
  private Parameters() {}

  /** A text without blanks around it; empty where it is missing. */
  public static String text(@Nullable String parameter) {
    return parameter == null ? "" : parameter.strip();
  }

  /** The order with a name; the usual one where no order has it. */
  public static <O extends Enum<O>> O order(@Nullable String name, O usual) {
    return Arrays.stream(usual.getDeclaringClass().getEnumConstants())
        .filter(order -> name(order).equals(name))
        .findFirst()
        .orElse(usual);
  }

  /** The name of an order in an address. */
  public static String name(Enum<?> order) {
    return order.name().toLowerCase(Locale.ROOT);
  }
}
