package org.sunlitledger.console.session;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Names a browser and its system from what it says of itself, which anybody can make up. */
final class BrowserName {
  /** A name, and what a browser that has it says; the first that is found counts. */
  private record Known(String name, String says) {}

  private static final List<Known> BROWSERS =
      List.of(
          new Known("微信", "MicroMessenger"),
          new Known("QQ", "QQBrowser"),
          new Known("360", "QIHU"),
          new Known("360", "360SE"),
          new Known("Edge", "Edg"),
          new Known("Firefox", "Firefox"),
          new Known("Chrome", "Chrome"),
          new Known("Safari", "Safari"));

  private static final List<Known> SYSTEMS =
      List.of(
          new Known("HarmonyOS", "HarmonyOS"),
          new Known("Android", "Android"),
          new Known("iPhone", "iPhone"),
          new Known("iPad", "iPad"),
          new Known("Windows", "Windows"),
          new Known("macOS", "Mac OS"),
          new Known("Linux", "Linux"));

  private BrowserName() {}

  /** Such as {@code Edge · Windows}; empty where nothing is known. */
  static String of(@Nullable String userAgent) {
    String says = userAgent == null ? "" : userAgent;
    return Stream.of(BROWSERS, SYSTEMS)
        .flatMap(all -> all.stream().filter(known -> says.contains(known.says())).limit(1))
        .map(Known::name)
        .collect(Collectors.joining(" · "));
  }
}
