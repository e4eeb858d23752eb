package org.sunlitledger.console.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.sunlitledger.console.ServedConsole;

/**
 * Somebody with a browser of their own. What no page may do makes the test fail when the person
 * leaves: an error in the browser's console, a violation of the content policy, a request to
 * another host.
 */
public final class Person implements AutoCloseable {
  /** A laptop's screen, as they stand in offices. */
  private static final int WIDTH = 1366;

  private static final int HEIGHT = 768;
  private static final double PATIENCE_MILLISECONDS = 60_000;

  /** What the browser itself writes about every answer 4xx. */
  private static final String ANSWER_4XX =
      "Failed to load resource: the server responded with a status of 4";

  private final URI console;
  private final BrowserContext context;
  private final Page page;
  private final List<String> faults = new ArrayList<>();
  private int expectedRefusals;
  private Hands hands = Hands.MOUSE;

  private Person(URI console, BrowserContext context) {
    this.console = console;
    this.context = context;
    context.addInitScript(
        "addEventListener('securitypolicyviolation', e => console.error('policy: '"
            + " + e.violatedDirective + ' ' + e.blockedURI))");
    context.onRequest(request -> foreign(request.url()));
    context.onConsoleMessage(this::heard);
    context.onWebError(error -> faults.add(error.error()));
    this.page = context.newPage();
  }

  /** Somebody at the console who has not signed in. */
  public static Person at(ServedConsole console) {
    return at(console, WIDTH, HEIGHT);
  }

  public static Person at(ServedConsole console, int width, int height) {
    return new Person(
        console.address(),
        Chromium.browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setIgnoreHTTPSErrors(true)
                    .setLocale("zh-CN")
                    .setTimezoneId("Asia/Shanghai")
                    .setViewportSize(width, height)));
  }

  public Page page() {
    return page;
  }

  /** Goes to an address of the console, such as {@code /2020}. */
  public Person go(String path) {
    page.navigate(console.resolve(path).toString());
    return this;
  }

  /** Reads this page and all others in {@code zh} or {@code en}. */
  public Person speak(String language) {
    String spoken = "html[lang^=" + language + "]";
    if (page.querySelector(spoken) == null) {
      page.click("form[action='/language'] button");
      page.waitForSelector(spoken);
    }
    return this;
  }

  public Person signIn(String login, String password) {
    go("/sign-in");
    page.fill("#login", login);
    page.fill("#password", password);
    page.click("main button");
    if (page.url().contains("/second-factor")) {
      secondFactor(login);
    }
    assertThat(page.url()).doesNotContain("/sign-in").doesNotContain("/second-factor");
    return this;
  }

  /** Sets a password with an activation code. */
  public Person activate(String login, String code, String password) {
    go("/activate");
    page.fill("#login", login);
    page.fill("#code", code);
    page.fill("#new-password", password);
    page.fill("#again", password);
    page.click("main button");
    assertThat(page.url()).endsWith("/sign-in?set");
    return this;
  }

  /** With the telephone of this login, which is set up at the first time. */
  private void secondFactor(String login) {
    if (page.url().endsWith("/set-up")) {
      Telephone.setUp(login, page.textContent("#seed"));
    }
    page.fill("#code", Telephone.code(login));
    page.click("main button");
  }

  /** Works from now on with these hands. */
  public Person with(Hands chosen) {
    hands = chosen;
    return this;
  }

  /** Presses a button, follows a link, ticks a box; its name begins so. */
  public Person use(String name) {
    hands.use(page, name);
    return this;
  }

  /** Types into a field in place of what is there. */
  public Person type(String field, String text) {
    hands.type(page, field, text);
    return this;
  }

  /** Chooses files with a button. */
  public Person choose(String button, Path... files) {
    hands.choose(page, button, files);
    return this;
  }

  /** Waits until a text is on the page, as long as a run may take. */
  public Person see(String text) {
    try {
      page.getByText(text)
          .first()
          .waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE_MILLISECONDS));
      return this;
    } catch (TimeoutError late) {
      throw new AssertionError(
          "no %s on %s: %s".formatted(text, page.url(), page.locator("main").innerText()), late);
    }
  }

  /** The next so many answers 4xx are part of the test. */
  public Person expectRefusals(int number) {
    expectedRefusals += number;
    return this;
  }

  /** Looks at the page as it is for what keeps people from using it. */
  public Person inspect() {
    assertThat(
            new AxeBuilder(page)
                // in the page itself, which is all there is: it has no frames
                .setLegacyMode(true)
                .withTags(
                    List.of(
                        "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                .analyze()
                .getViolations())
        .as(page.url())
        .extracting(rule -> rule.getId() + " " + rule.getNodes())
        .isEmpty();
    return this;
  }

  /** Takes a picture for the READMEs; only where pages of docs are written. */
  public Person picture(String name) {
    if (Boolean.getBoolean("sunlit.write-docs")) {
      page.screenshot(
          new Page.ScreenshotOptions().setPath(Path.of("docs/images/console-" + name + ".png")));
    }
    return this;
  }

  /** The test fails when the person leaves; the other pages are looked at before. */
  void fault(String fault) {
    faults.add(fault);
  }

  @Override
  public void close() {
    context.close();
    assertThat(faults).isEmpty();
  }

  private void foreign(String url) {
    if (!url.startsWith(console.toString()) && !url.startsWith("blob:")) {
      faults.add("asked another host: " + url);
    }
  }

  private void heard(ConsoleMessage message) {
    if (!message.type().equals("error")) {
      return;
    }
    if (expectedRefusals > 0 && message.text().startsWith(ANSWER_4XX)) {
      expectedRefusals--;
    } else {
      faults.add(page.url() + ": " + message.text());
    }
  }
}
