package org.sunlitledger.cli.shell;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that every command has. */
public class GlobalOptions {

  @Option(
      names = "--definitions",
      scope = ScopeType.INHERIT,
      paramLabel = "DIR",
      description = "A folder with own jobs/ and sql/ definitions.")
  private @Nullable Path definitions;

  @Option(
      names = "--lang",
      scope = ScopeType.INHERIT,
      paramLabel = "zh|en",
      converter = LanguageName.class,
      description = "Language of messages; that of the terminal unless given.")
  private @Nullable String language;

  @Option(
      names = "--zero-when-open",
      scope = ScopeType.INHERIT,
      description =
          "End with 0 in place of 3 when something is open, for schedulers like Kubernetes.")
  private boolean zeroWhenOpen;

  /** Settings of the program that come from these options. */
  public Map<String, Object> settings() {
    return Optional.ofNullable(definitions)
        .map(folder -> Map.<String, Object>of("sunlit.definitions", folder.toString()))
        .orElse(Map.of());
  }

  /**
   * The exit status that the caller gets.
   *
   * @param status that of the command
   */
  public int exitStatus(int status) {
    return zeroWhenOpen && status == DatabaseCommand.REFUSED ? DatabaseCommand.CLEAN : status;
  }

  public boolean isChinese() {
    String wanted =
        Optional.ofNullable(language)
            .or(() -> Optional.ofNullable(System.getenv("SUNLIT_LANGUAGE")))
            .orElse(Locale.getDefault().getLanguage());
    return wanted.startsWith("zh");
  }
}
