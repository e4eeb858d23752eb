package org.sunlitledger.console.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.HttpMethod;
import org.sunlitledger.account.AccessLog.AccessVia;
import org.sunlitledger.account.AccountRole;
import org.sunlitledger.account.Accounts;
import org.sunlitledger.account.NewAccount;
import org.sunlitledger.console.ServedConsole;
import org.sunlitledger.console.Visitor;
import org.sunlitledger.testing.Office;

/** Every address of the list, asked for by every role: those who may and those who may not. */
@Tag("long")
class AccessTableIT {
  private static final String PASSWORD = "a sentence nobody guesses 阳光";

  /** They end the session of the person who asks; other tests hold what they do. */
  private static final Set<String> LEAVING = Set.of("/sign-out", "/account/sessions");

  /** They start a run; other tests hold that everybody who may ask gets it. */
  private static final Set<String> STARTING =
      Set.of(
          "/runs",
          "/runs/{id:[0-9]{1,18}}/restart",
          "/{year:[0-9]{4}}/upload/run",
          "/{year:[0-9]{4}}/reconciliation/run",
          "/{year:[0-9]{4}}/close/verify",
          "/{year:[0-9]{4}}/restatement");

  private static final Pattern VARIABLE =
      Pattern.compile("\\{(\\w+)(?::((?:[^{}]|\\{[^}]*\\})*))?\\}");
  private static final Map<String, String> VALUES =
      Map.of(
          "year",
          "2020",
          "id",
          "1",
          "line",
          "2",
          "name",
          "subsidy",
          "login",
          "viewer",
          "change",
          "none",
          "submission",
          "1",
          "number",
          "1",
          "figure",
          "F11");

  private static final Map<String, String> NAMES =
      Map.of("viewer", "王芳", "clerk", "李四", "reviewer", "赵六", "administrator", "孙七", "half", "周八");

  private static final Map<AccountRole, Visitor> VISITORS = new EnumMap<>(AccountRole.class);
  private static Office office;
  private static ServedConsole console;

  @BeforeAll
  static void open(@TempDir Path folder) throws Exception {
    office = Office.in(folder).deliverAll(Path.of("src/test/resources/small-county/2020"));
    office.night(2020);
    console = ServedConsole.of(office);
    for (AccountRole role : AccountRole.values()) {
      Visitor visitor = new Visitor(console);
      invite(visitor, role.code(), role);
      visitor.signIn(role.code(), PASSWORD);
      if (role == AccountRole.REVIEWER || role == AccountRole.ADMINISTRATOR) {
        visitor.showTelephone(role.code());
      }
      visitor.get("/account");
      VISITORS.put(role, visitor);
    }
  }

  @AfterAll
  static void close() {
    console.close();
    office.close();
  }

  @Test
  void eachRoleGetsWhatTheListAllowsAndNothingElse() throws Exception {
    Map<String, Integer> wrong = new HashMap<>();
    for (AccessRule rule : AccessRule.all()) {
      for (AccountRole role : AccountRole.values()) {
        boolean mayAsk = rule.who().roles().isEmpty() || rule.who().roles().contains(role);
        boolean starts = rule.method().equals(HttpMethod.POST) && STARTING.contains(rule.path());
        if (mayAsk && (starts || LEAVING.contains(rule.path()))) {
          continue;
        }
        int status = visitor(role).ask(rule.method().name(), example(rule.path())).statusCode();
        if (mayAsk == (status == 403)) {
          wrong.put(role + " " + rule.method() + " " + rule.path(), status);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void whoHasNotSignedInOrHasNotShownTheTelephoneIsSentThere() throws Exception {
    Visitor nobody = new Visitor(console);
    nobody.get("/sign-in");
    Visitor half = new Visitor(console);
    invite(half, "half", AccountRole.REVIEWER);
    half.signIn("half", PASSWORD);
    half.get("/second-factor/set-up");
    for (AccessRule rule : AccessRule.all()) {
      if (LEAVING.contains(rule.path())) {
        continue;
      }
      String path = example(rule.path());
      if (rule.who() != Allowed.EVERYBODY) {
        assertThat(location(nobody.ask(rule.method().name(), path)))
            .as(rule.toString())
            .contains("/sign-in");
      }
      if (!rule.who().roles().isEmpty()) {
        assertThat(location(half.ask(rule.method().name(), path)))
            .as(rule.toString())
            .endsWith("/second-factor");
      }
    }
  }

  @Test
  void everyChangeNeedsTheTokenAndAPageOfTheConsole() throws Exception {
    List<AccessRule> changes =
        AccessRule.all().stream().filter(rule -> !rule.method().equals(HttpMethod.GET)).toList();
    assertThat(changes).isNotEmpty();
    for (AccessRule rule : changes) {
      for (AccountRole role : AccountRole.values()) {
        String path = example(rule.path());
        Visitor visitor = visitor(role);
        assertThat(visitor.sendWithoutToken(rule.method().name(), path).statusCode())
            .as("%s %s", role, rule)
            .isEqualTo(403);
        assertThat(visitor.sendFromElsewhere(rule.method().name(), path).statusCode())
            .as("%s %s from elsewhere", role, rule)
            .isEqualTo(403);
      }
    }
  }

  @Test
  void whatIsNotListedIsRefused() throws Exception {
    for (AccountRole role : AccountRole.values()) {
      Visitor visitor = visitor(role);
      for (String path :
          List.of("/actuator", "/actuator/prometheus", "/users.json", "/2020/secret")) {
        assertThat(visitor.get(path).statusCode()).as("%s %s", role, path).isEqualTo(404);
      }
      for (AccessRule rule : AccessRule.all()) {
        assertThat(visitor.ask("DELETE", example(rule.path())).statusCode())
            .as("%s DELETE %s", role, rule.path())
            .isBetween(400, 499);
      }
    }
  }

  private static Visitor visitor(AccountRole role) {
    return Objects.requireNonNull(VISITORS.get(role));
  }

  private static void invite(Visitor visitor, String login, AccountRole role) throws Exception {
    String code =
        office
            .the(Accounts.class)
            .add(
                new NewAccount(
                    login,
                    Objects.requireNonNull(NAMES.get(login)),
                    Optional.empty(),
                    Set.of(role)),
                AccessVia.CLI)
            .text();
    visitor.get("/activate");
    visitor.post(
        "/activate", Map.of("login", login, "code", code, "password", PASSWORD, "again", PASSWORD));
  }

  /** An address that a pattern matches. */
  private static String example(String pattern) {
    Matcher variable = VARIABLE.matcher(pattern);
    return variable
        .replaceAll(
            found -> {
              String value = VALUES.get(found.group(1));
              return value == null ? found.group(2).replaceFirst("[|].*", "") : value;
            })
        .replace("/**", "/console.css");
  }

  private static String location(HttpResponse<?> response) {
    return response.headers().firstValue("location").orElse("stays: " + response.statusCode());
  }
}
