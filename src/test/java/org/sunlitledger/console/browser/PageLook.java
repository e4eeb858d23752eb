package org.sunlitledger.console.browser;

import com.microsoft.playwright.Page;
import java.nio.file.Path;

/**
 * A page that somebody looks at on screens of several widths. With {@code -Dsunlit.pictures=true}
 * pictures of it are left in {@code target/pictures}, to be looked at.
 */
public final class PageLook {
  private static final Path PICTURES = Path.of("target/pictures");
  private static final int LAPTOP = 1366;
  private static final int LAPTOP_HEIGHT = 768;
  private static final int TELEPHONE = 390;
  private static final int TELEPHONE_HEIGHT = 844;

  /** What 1280 pixels are when somebody enlarges the page four times; WCAG 1.4.10. */
  private static final int NARROWEST = 320;

  /** What is wider than the screen. */
  private static final String TOO_WIDE =
      "document.documentElement.scrollWidth <= innerWidth ? ''"
          + " : [...document.querySelectorAll('body *')]"
          + ".filter(e => !e.closest('.wide') && (e.scrollWidth > e.clientWidth + 1"
          + " || e.getBoundingClientRect().right > innerWidth))"
          + ".map(e => e.outerHTML.slice(0, 120)).join('\\n') || 'something'";

  private final Person person;
  private final String name;

  /**
   * Of the page that is open now.
   *
   * @param name of the pictures
   */
  public PageLook(Person person, String name) {
    this.person = person;
    this.name = name.replaceAll("[/?=&]", "-");
  }

  /** It can be used by everybody, and is nowhere wider than the screen. */
  public void everywhere() {
    on(LAPTOP, LAPTOP_HEIGHT);
    inspect();
    on(TELEPHONE, TELEPHONE_HEIGHT);
    inspect();
    on(NARROWEST, TELEPHONE_HEIGHT);
    page().setViewportSize(LAPTOP, LAPTOP_HEIGHT);
    print();
  }

  /** What is wider than the screen, or the paper; empty for nothing. */
  public static String tooWide(Page page) {
    return (String) page.evaluate(TOO_WIDE);
  }

  private void inspect() {
    try {
      person.inspect();
    } catch (AssertionError found) {
      person.fault(String.valueOf(found.getMessage()));
    }
  }

  private void on(int width, int height) {
    page().setViewportSize(width, height);
    String tooWide = tooWide(page());
    if (!tooWide.isEmpty()) {
      person.fault("%s is more than %d pixels wide: %s".formatted(page().url(), width, tooWide));
    }
    if (isWanted() && width != NARROWEST) {
      page()
          .screenshot(
              new Page.ScreenshotOptions()
                  .setFullPage(true)
                  .setPath(PICTURES.resolve("%s %d.png".formatted(name, width))));
    }
  }

  private void print() {
    if (isWanted()) {
      page()
          .pdf(
              new Page.PdfOptions()
                  .setPreferCSSPageSize(true)
                  .setPath(PICTURES.resolve(name + ".pdf")));
    }
  }

  private static boolean isWanted() {
    return Boolean.getBoolean("sunlit.pictures");
  }

  private Page page() {
    return person.page();
  }
}
