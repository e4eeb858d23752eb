package org.sunlitledger.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.account.AccessLog.AccessVia;
import org.sunlitledger.account.AccountRole;
import org.sunlitledger.account.Accounts;
import org.sunlitledger.account.NewAccount;
import org.sunlitledger.testing.Office;

/** Who comes in, who does not, and what is refused to everybody. */
class DoorIT {
  private static final String PASSWORD = "a sentence nobody guesses 阳光";
  private static Office office;
  private static ServedConsole console;

  @BeforeAll
  static void open(@TempDir Path folder) throws Exception {
    office = Office.in(folder).deliverAll(Path.of("src/test/resources/small-county/2020"));
    office.night(2020);
    console = ServedConsole.of(office);
  }

  @AfterAll
  static void close() {
    console.close();
    office.close();
  }

  @Test
  void aCodeSetsAPasswordOnceAndItsOwnerSeesTheYear() throws Exception {
    String code = account("wangfang", "王芳");
    Visitor visitor = new Visitor(console);
    assertThat(visitor.get("/").headers().firstValue("location").orElse("")).endsWith("/sign-in");
    visitor.get("/activate");
    assertThat(activated(visitor, "wangfang", "AAAAA-AAAAA-AAAAA-AAAAA", PASSWORD).statusCode())
        .isEqualTo(422);
    assertThat(activated(visitor, "wangfang", code, "too short").body()).contains("密码太短");
    assertThat(activated(visitor, "wangfang", code, "wangfang wangfang").body())
        .contains("密码里不能有登录名");
    assertThat(location(activated(visitor, "wangfang", code, PASSWORD))).endsWith("/sign-in?set");
    assertThat(activated(visitor, "wangfang", code, PASSWORD).statusCode()).isEqualTo(422);

    HttpResponse<String> in = visitor.signIn("wangfang", PASSWORD);
    assertThat(location(in)).doesNotContain("sign-in");
    assertThat(location(visitor.get("/"))).endsWith("/2020");
    assertThat(visitor.get("/2020").body()).contains("王芳", "2020 年度", "已入账文件");
    assertThat(visitor.get("/2020?lang=en").body()).contains("Year 2020", "lang=\"en\"");
    assertThat(visitor.get("/2020").body()).contains("Year 2020");
    assertThat(visitor.get("/nothing").statusCode()).isEqualTo(404);
    assertThat(location(visitor.post("/sign-out", Map.of()))).endsWith("/sign-in?out");
    assertThat(location(visitor.get("/2020"))).endsWith("/sign-in");
  }

  @Test
  void fiveWrongPasswordsLockForTenMinutesAndTheLockEndsByItself() throws Exception {
    String code = account("lisi", "李四");
    Visitor visitor = new Visitor(console);
    visitor.get("/activate");
    activated(visitor, "lisi", code, PASSWORD);
    for (int i = 0; i < 5; i++) {
      assertThat(location(visitor.signIn("lisi", "wrong"))).endsWith("/sign-in?wrong");
    }
    assertThat(location(visitor.signIn("lisi", PASSWORD))).endsWith("/sign-in?locked");
    assertThat(visitor.get("/sign-in?locked").body()).contains("请十分钟后再试");
    later("9 minutes");
    assertThat(location(visitor.signIn("lisi", PASSWORD))).endsWith("/sign-in?locked");
    later("2 minutes");
    assertThat(location(visitor.signIn("lisi", PASSWORD))).doesNotContain("sign-in");
  }

  @Test
  void anUnknownLoginADisabledAccountAndAWrongPasswordGetOneAnswer() throws Exception {
    String code = account("zhaoliu", "赵六");
    Visitor visitor = new Visitor(console);
    visitor.get("/activate");
    activated(visitor, "zhaoliu", code, PASSWORD);
    office.the(Accounts.class).setDisabled("zhaoliu", true, AccessVia.CLI);
    for (String login : List.of("zhaoliu", "nobody", "' or 1=1 --", "")) {
      assertThat(location(visitor.signIn(login, PASSWORD))).as(login).endsWith("/sign-in?wrong");
    }
  }

  @Test
  void everyAnswerForbidsWhatPagesDoNotNeed() throws Exception {
    Visitor visitor = new Visitor(console);
    for (String path : List.of("/", "/sign-in", "/activate", "/assets/console.css", "/nothing")) {
      HttpResponse<String> response = visitor.get(path);
      assertThat(response.headers().firstValue("content-security-policy").orElse(""))
          .as(path)
          .startsWith("default-src 'none'; script-src 'self'; style-src 'self'")
          .contains("frame-ancestors 'none'")
          .doesNotContain("unsafe");
      assertThat(response.headers().firstValue("x-content-type-options")).hasValue("nosniff");
      assertThat(response.body()).doesNotContain("<script>", "style=\"", "onclick");
    }
  }

  @Test
  void aFormWithoutItsTokenAndWhatIsNotListedAreRefused() throws Exception {
    Visitor visitor = new Visitor(console);
    visitor.get("/sign-in");
    for (String path : List.of("/sign-in", "/activate", "/sign-out")) {
      assertThat(visitor.postWithoutToken(path, Map.of("login", "x")).statusCode())
          .as(path)
          .isEqualTo(403);
    }
    for (String method : List.of("PUT", "DELETE", "PATCH", "TRACE")) {
      assertThat(visitor.send(method, "/2020").statusCode()).as(method).isBetween(300, 499);
    }
    assertThat(location(visitor.get("/actuator"))).endsWith("/sign-in");
  }

  private static HttpResponse<String> activated(
      Visitor visitor, String login, String code, String password) throws Exception {
    return visitor.post(
        "/activate", Map.of("login", login, "code", code, "password", password, "again", password));
  }

  private static String account(String login, String name) {
    return office
        .the(Accounts.class)
        .add(
            new NewAccount(login, name, Optional.empty(), Set.of(AccountRole.CLERK)), AccessVia.CLI)
        .text();
  }

  private static String location(HttpResponse<String> response) {
    return response.headers().firstValue("location").orElse("stays: " + response.statusCode());
  }

  /** As if so much time had passed since everything that the access log has. */
  private static void later(String time) {
    for (String sql :
        List.of(
            "alter table access_event disable trigger access_event_append_only",
            "update access_event set at = at - interval '%s'".formatted(time),
            "alter table access_event enable trigger access_event_append_only")) {
      office.sql().sql(sql).update();
    }
  }
}
