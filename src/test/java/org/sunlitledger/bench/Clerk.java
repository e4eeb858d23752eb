package org.sunlitledger.bench;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.sunlitledger.console.Visitor;

/**
 * Somebody who clicks every ten seconds on one of the links of the page before, and goes back to
 * the first page now and then. What a page loads by itself after it is there is asked for as well.
 */
final class Clerk implements Runnable {
  private static final String HOME = "/2020";
  private static final int PAUSE_MILLIS = 10_000;
  private static final int CLICKS_BEFORE_HOME = 8;
  private static final int REDIRECT = 302;
  private static final Pattern LINK = Pattern.compile("<a [^>]*href=\"(/[^\"#]*)[\"#]");
  private static final Pattern LATER =
      Pattern.compile("hx-get=\"([^\"]+)\"[^>]*hx-trigger=\"load[^\"]*\"");
  private static final Pattern FILE =
      Pattern.compile(".*(\\.(xlsx|csv|docx|html|txt|zip)|/original|/picture)(\\?.*)?");

  private final Visitor visitor;
  private final Clicks clicks;
  private final Random random;
  private volatile boolean works = true;

  Clerk(Visitor visitor, Clicks clicks, int seed) {
    this.visitor = visitor;
    this.clicks = clicks;
    this.random = new Random(seed);
  }

  void goHome() {
    works = false;
  }

  @Override
  public void run() {
    String page = HOME;
    try {
      Thread.sleep(random.nextInt(PAUSE_MILLIS));
      for (int click = 1; works; click++) {
        long begun = System.nanoTime();
        String body = look(page, Clicks.Kind.PAGE);
        page = click % CLICKS_BEFORE_HOME == 0 ? HOME : next(body);
        long rest = PAUSE_MILLIS - (System.nanoTime() - begun) / 1_000_000;
        Thread.sleep(Math.max(0, rest));
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private String look(String path, Clicks.Kind kind) throws InterruptedException {
    long begun = System.nanoTime();
    try {
      HttpResponse<String> answer = visitor.get(path);
      if (answer.statusCode() == REDIRECT) {
        answer = visitor.get(answer.headers().firstValue("location").orElseThrow());
      }
      clicks.add(kind, path, answer.statusCode(), System.nanoTime() - begun);
      if (kind == Clicks.Kind.PAGE) {
        for (String later : found(LATER, answer.body())) {
          look(later, Clicks.Kind.LATER);
        }
      }
      return answer.body();
    } catch (IOException failed) {
      clicks.add(kind, path, 0, System.nanoTime() - begun);
      return "";
    }
  }

  private String next(String body) {
    List<String> links =
        found(LINK, body).stream().filter(link -> !FILE.matcher(link).matches()).toList();
    return links.isEmpty() ? HOME : links.get(random.nextInt(links.size()));
  }

  private static List<String> found(Pattern pattern, String body) {
    return pattern
        .matcher(body)
        .results()
        .map((MatchResult match) -> match.group(1).replace("&amp;", "&"))
        .toList();
  }
}
