package org.sunlitledger.console.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** The system's Chromium, driven by the system's node; one for all tests of a process. */
final class Chromium {
  private static @Nullable Browser started;

  private Chromium() {}

  /** Ends the test, as skipped, on a machine without either; where they are required, it fails. */
  static synchronized Browser browser() {
    if (started == null) {
      Optional<Path> node = program("node");
      Optional<Path> chromium = program("chromium");
      if (node.isEmpty() || chromium.isEmpty()) {
        String missing = "tests of pages need the programs node (20 or later) and chromium";
        if ("required".equals(System.getenv("SUNLIT_BROWSER"))) {
          throw new IllegalStateException(missing);
        }
        Assumptions.abort(missing);
      }
      started = start(node.orElseThrow(), chromium.orElseThrow());
    }
    return started;
  }

  private static Browser start(Path node, Path chromium) {
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions()
                .setEnv(
                    Map.of(
                        "PLAYWRIGHT_NODEJS_PATH",
                        node.toString(),
                        "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD",
                        "1")));
    return playwright
        .chromium()
        .launch(
            new BrowserType.LaunchOptions()
                .setExecutablePath(chromium)
                .setArgs(
                    List.of(
                        "--no-sandbox",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--no-first-run")));
  }

  private static Optional<Path> program(String name) {
    return Arrays.stream(
            Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator, -1))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
