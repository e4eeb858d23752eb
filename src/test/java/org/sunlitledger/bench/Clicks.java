package org.sunlitledger.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** How long clicks took, and what went wrong. */
final class Clicks {
  private static final int SLOWEST = 12;

  private final ConcurrentLinkedQueue<Click> all = new ConcurrentLinkedQueue<>();

  /** What was asked for. */
  enum Kind {
    /** What somebody waits for. */
    PAGE,
    /** What a page loads by itself once it is there. */
    LATER
  }

  private record Click(Kind kind, String path, int status, long nanos) {

    /** The page, whatever it shows. */
    String page() {
      return kind
          + " "
          + path.replaceAll("\\?.*", "").replaceAll("/[0-9]+", "/N").replaceAll("/F[0-9].*", "/F");
    }
  }

  /**
   * @param status of HTTP; 0 where there was no answer
   */
  void add(Kind kind, String path, int status, long nanos) {
    all.add(new Click(kind, path, status, nanos));
  }

  void print() {
    for (Kind kind : Kind.values()) {
      List<Click> clicks = all.stream().filter(click -> click.kind() == kind).toList();
      long wrong = clicks.stream().filter(click -> click.status() != 200).count();
      System.out.printf("%s: %s, %d not answered with 200%n", kind, times(clicks), wrong);
    }
    all.stream()
        .filter(click -> click.status() != 200)
        .limit(SLOWEST)
        .forEach(click -> System.out.println("  " + click.status() + " " + click.path()));
    Map<String, List<Click>> pages = new TreeMap<>();
    all.forEach(click -> pages.computeIfAbsent(click.page(), page -> new ArrayList<>()).add(click));
    pages.entrySet().stream()
        .sorted((a, b) -> Double.compare(part(b.getValue(), 95), part(a.getValue(), 95)))
        .limit(SLOWEST)
        .forEach(page -> System.out.println("  " + page.getKey() + ": " + times(page.getValue())));
  }

  private static String times(List<Click> clicks) {
    return "%d, median %.0f ms, p95 %.0f ms, longest %.0f ms"
        .formatted(clicks.size(), part(clicks, 50), part(clicks, 95), part(clicks, 100));
  }

  private static double part(List<Click> clicks, int percent) {
    List<Long> sorted = clicks.stream().map(Click::nanos).sorted().toList();
    int at = Math.min(sorted.size() - 1, sorted.size() * percent / 100);
    return sorted.isEmpty() ? 0 : sorted.get(at) / 1e6;
  }
}
