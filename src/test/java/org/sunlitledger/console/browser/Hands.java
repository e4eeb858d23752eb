package org.sunlitledger.console.browser;

import com.microsoft.playwright.ElementHandle;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.Objects;

/**
 * How somebody works on a page: with the mouse, or with the keyboard alone. Both find what they use
 * by the name that is read aloud.
 */
public enum Hands {
  MOUSE {
    @Override
    void reach(Page page, String name) {
      named(page, name).hover();
    }

    @Override
    void use(Page page, String name) {
      named(page, name).click();
    }
  },

  KEYBOARD {
    @Override
    void reach(Page page, String name) {
      named(page, name);
      for (int presses = 0; presses < MOST_PRESSES; presses++) {
        page.keyboard().press("Tab");
        if (Boolean.TRUE.equals(page.evaluate(IS_AT, name))) {
          return;
        }
      }
      throw new AssertionError("no key leads to " + name + " on " + page.url());
    }

    @Override
    void use(Page page, String name) {
      reach(page, name);
      boolean isBox =
          Boolean.TRUE.equals(
              page.evaluate("['checkbox', 'radio'].includes(document.activeElement.type)"));
      page.keyboard().press(isBox ? "Space" : "Enter");
    }
  };

  private static final int MOST_PRESSES = 400;

  /** What has the name, or else the first whose name begins so. */
  private static final String FIND =
      "wanted => {"
          + " const name = e => (e.getAttribute('aria-label') || e.labels?.[0]?.innerText || e.innerText || '').replace(/\\s+/g, ' ').trim();"
          + " const all = [...document.querySelectorAll('a[href],button,input,select,textarea,summary')]"
          + ".filter(e => e.checkVisibility() && !e.disabled);"
          + " return all.find(e => name(e) === wanted) ?? all.find(e => name(e).startsWith(wanted)); }";

  private static final String IS_AT =
      "wanted => document.activeElement === (%s)(wanted)".formatted(FIND);

  /** Moves to something without using it. */
  abstract void reach(Page page, String name);

  /** Presses a button, follows a link, ticks a box. */
  abstract void use(Page page, String name);

  /** Puts a text in place of the one that is there. */
  void type(Page page, String name, String text) {
    if (this == MOUSE) {
      named(page, name).click();
    } else {
      reach(page, name);
    }
    page.keyboard().press("Control+A");
    page.keyboard().insertText(text);
  }

  /** Chooses files where a button asks for them. */
  void choose(Page page, String name, Path... files) {
    page.waitForFileChooser(() -> use(page, name)).setFiles(files);
  }

  /** Waits until it is there. */
  static ElementHandle named(Page page, String name) {
    return Objects.requireNonNull(page.waitForFunction(FIND, name).asElement(), name);
  }
}
