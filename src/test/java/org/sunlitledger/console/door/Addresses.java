package org.sunlitledger.console.door;

import java.util.List;
import org.springframework.http.HttpMethod;

/** The addresses of the console, for tests of other packages. */
public final class Addresses {
  private Addresses() {}

  /** All that can be looked at, as {@code /deliveries/{id}}. */
  public static List<String> gets() {
    return AccessRule.all().stream()
        .filter(rule -> rule.method().equals(HttpMethod.GET))
        .map(rule -> rule.path().replaceAll("\\{(\\w+):(?:[^{}]|\\{[^}]*\\})*\\}", "{$1}"))
        .toList();
  }
}
