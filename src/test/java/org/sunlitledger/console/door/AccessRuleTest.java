package org.sunlitledger.console.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.sunlitledger.account.AccountRole;
import org.sunlitledger.testing.GeneratedPage;

/** The list of who may ask for what has every address of the console, and no other. */
class AccessRuleTest {
  private static final Path PAGE = Path.of("docs/console-access.md");

  /** What no class of ours answers: forms of the frame, files. */
  private static final List<String> FRAMES =
      List.of("POST /sign-in", "POST /sign-out", "GET /assets/**", "GET /webjars/**", "GET /error");

  @Test
  void everyAddressIsListedOnceAndEveryEntryIsAnswered() {
    List<String> listed =
        AccessRule.all().stream().map(rule -> rule.method() + " " + rule.path()).toList();
    assertThat(listed).doesNotHaveDuplicates();
    assertThat(listed)
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(FRAMES.stream(), answered()).distinct().toList());
  }

  @Test
  void thePageIsCurrent() throws IOException {
    String rows =
        AccessRule.all().stream()
            .map(
                rule ->
                    "| %s | `%s` | %s | %s |"
                        .formatted(
                            rule.method(),
                            rule.path().replace("|", "\\|"),
                            Stream.of(AccountRole.values())
                                .map(role -> mark(rule, role))
                                .collect(Collectors.joining(" | ")),
                            remark(rule)))
            .collect(Collectors.joining("\n"));
    new GeneratedPage(PAGE, "AccessRuleTest")
        .isCurrent(
            """
            # Who may ask the console for what

            Generated from `console.door.AccessRule`. What is not listed is refused to everybody. An account that is limited
            to an office sees and changes only what that office handed in; other offices' deliveries do not exist for it.

            | method | address | viewer | clerk | reviewer | administrator | |
            |---|---|---|---|---|---|---|
            %s
            """
                .formatted(rows));
  }

  private static String mark(AccessRule rule, AccountRole role) {
    return switch (rule.who()) {
      case EVERYBODY, HALF_IN -> "yes";
      default -> rule.who().roles().contains(role) ? "yes" : "–";
    };
  }

  private static String remark(AccessRule rule) {
    String who =
        switch (rule.who()) {
          case EVERYBODY -> "also without signing in";
          case HALF_IN -> "also before the second factor";
          default -> "";
        };
    String again = rule.passwordAgain() ? "password not older than five minutes" : "";
    return Stream.of(who, again).filter(one -> !one.isEmpty()).collect(Collectors.joining("; "));
  }

  /** What the classes of the console answer, as {@code GET /runs}. */
  private static Stream<String> answered() {
    return new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.sunlitledger.console")
            .stream()
            .flatMap(one -> one.getMethods().stream())
            .flatMap(AccessRuleTest::addresses);
  }

  private static Stream<String> addresses(JavaMethod method) {
    String above =
        method
            .getOwner()
            .tryGetAnnotationOfType(RequestMapping.class)
            .map(asked -> String.join("", asked.value()))
            .orElse("");
    return Stream.of(
            method
                .tryGetAnnotationOfType(GetMapping.class)
                .map(asked -> addresses("GET", above, asked.value(), asked.path())),
            method
                .tryGetAnnotationOfType(PostMapping.class)
                .map(asked -> addresses("POST", above, asked.value(), asked.path())),
            method
                .tryGetAnnotationOfType(PutMapping.class)
                .map(asked -> addresses("PUT", above, asked.value(), asked.path())),
            method
                .tryGetAnnotationOfType(DeleteMapping.class)
                .map(asked -> addresses("DELETE", above, asked.value(), asked.path())))
        .flatMap(Optional::stream)
        .flatMap(asked -> asked);
  }

  private static Stream<String> addresses(
      String method, String above, String[] value, String[] path) {
    List<String> below = Stream.concat(Stream.of(value), Stream.of(path)).toList();
    return (below.isEmpty() ? Stream.of("") : below.stream())
        .map(one -> method + " " + above + one);
  }
}
