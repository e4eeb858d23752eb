package org.sunlitledger.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
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
        .contains("密码主要是登录名");
    assertThat(location(activated(visitor, "wangfang", code, PASSWORD))).endsWith("/sign-in?set");
    assertThat(activated(visitor, "wangfang", code, PASSWORD).statusCode()).isEqualTo(422);

    HttpResponse<String> in = visitor.signIn("wangfang", PASSWORD);
    assertThat(location(in)).doesNotContain("sign-in");
    assertThat(location(visitor.get("/"))).endsWith("/2020");
    assertThat(visitor.get("/2020").body()).contains("王芳", "2020 年度");
    assertThat(location(visitor.post("/language", Map.of("lang", "en", "to", "/2020?size=50"))))
        .endsWith("/2020?size=50");
    assertThat(visitor.get("/2020").body()).contains("Year 2020", "lang=\"en\"");
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
    for (String path :
        List.of(
            "/",
            "/sign-in",
            "/activate",
            "/assets/console.css",
            "/assets/console.js",
            "/assets/icon.svg",
            "/nothing",
            "/sign-in;x=1")) {
      HttpResponse<String> response = visitor.get(path);
      assertThat(response.headers().firstValue("content-security-policy").orElse(""))
          .as(path)
          .startsWith("default-src 'none'; script-src 'self'; style-src 'self'")
          .contains("frame-ancestors 'none'")
          .doesNotContain("unsafe");
      assertThat(response.headers().map())
          .as(path)
          .containsEntry("x-content-type-options", List.of("nosniff"))
          .containsEntry("referrer-policy", List.of("same-origin"))
          .containsEntry("cross-origin-opener-policy", List.of("same-origin"))
          .containsEntry("cross-origin-resource-policy", List.of("same-origin"))
          .containsEntry(
              "strict-transport-security", List.of("max-age=31536000 ; includeSubDomains"))
          .containsEntry("cache-control", List.of("no-cache, no-store, max-age=0, must-revalidate"))
          .doesNotContainKey("access-control-allow-origin")
          .doesNotContainKey("server");
      if (!response.body().isEmpty()) {
        // JSON is in UTF-8 and has no such parameter
        assertThat(response.headers().firstValue("content-type").orElse(""))
            .as(path)
            .matches("(?i)application/json|.*charset=UTF-8");
      }
      assertThat(response.body()).doesNotContain("<script>", "style=\"", "onclick");
    }
  }

  @Test
  void cookiesAreOfThisHostAloneAndSigningOutEndsTheSessionAndClearsTheBrowser() throws Exception {
    Visitor visitor = signedIn("qianqi", "钱七");
    visitor.get("/2020");
    HttpResponse<String> english = visitor.post("/language", Map.of("lang", "en", "to", "//x"));
    assertThat(URI.create(location(english)).getPath()).isEqualTo("/");
    assertThat(visitor.post("/language", Map.of("lang", "fr")).statusCode()).isEqualTo(400);
    HttpResponse<String> out = visitor.post("/sign-out", Map.of());
    assertThat(out.headers().allValues("clear-site-data")).containsExactly("\"storage\"");
    List<String> cookies =
        Stream.of(english, out)
            .flatMap(response -> response.headers().allValues("set-cookie").stream())
            .toList();
    assertThat(cookies).hasSize(2).allMatch(cookie -> cookie.startsWith("__Host-"));
    assertThat(cookies.get(0))
        .startsWith("__Host-lang=en")
        .contains("; Path=/", "; Secure", "; HttpOnly", "; SameSite=Lax")
        .doesNotContain("Domain");
    assertThat(cookies.get(1)).startsWith("__Host-sunlit=;").contains("Expires=Thu, 01 Jan 1970");
    assertThat(location(visitor.get("/2020"))).endsWith("/sign-in");
  }

  @Test
  void aSignInAndThePasswordTypedAgainEachBeginAnotherIdentifier() throws Exception {
    Visitor visitor = new Visitor(console);
    String before = session(visitor.get("/sign-in"));
    assertThat(before)
        .matches("__Host-sunlit=[0-9A-F]{32}; Path=/; Secure; HttpOnly; SameSite=Lax");
    String code = account("sunba", "孙八");
    visitor.get("/activate");
    activated(visitor, "sunba", code, PASSWORD);
    String in = session(visitor.signIn("sunba", PASSWORD));
    visitor.get("/again");
    assertThat(visitor.post("/again", Map.of("password", "wrong")).statusCode()).isEqualTo(422);
    HttpResponse<String> again = visitor.post("/again", Map.of("password", PASSWORD, "to", "//x"));
    assertThat(URI.create(location(again)).getPath()).isEqualTo("/");
    assertThat(List.of(before, in, session(again))).doesNotHaveDuplicates().doesNotContain("");
    assertThat(visitor.get("/2020").statusCode()).isEqualTo(200);
  }

  @Test
  void whatASignedInPersonMayNotDoIsOnTheAccessLog() throws Exception {
    Visitor visitor = signedIn("zhoujiu", "周九");
    visitor.get("/2020");
    assertThat(visitor.get("/users").statusCode()).isEqualTo(403);
    assertThat(visitor.postWithoutToken("/account/password", Map.of()).statusCode()).isEqualTo(403);
    assertThat(visitor.sendFromElsewhere("POST", "/account/sessions").statusCode()).isEqualTo(403);
    assertThat(visitor.get("/nothing").statusCode()).isEqualTo(404);
    assertThat(
            office
                .sql()
                .sql(
                    """
                    select e.detail
                    from access_event e
                    join account a on a.id = e.account_id
                    where a.login = 'zhoujiu' and e.kind = 'refused'
                    order by e.id
                    """)
                .query(String.class)
                .list())
        .containsExactly("GET /users", "POST /account/password", "POST /account/sessions");
  }

  @Test
  void onlyCurrentProtocolsAndCiphersAreSpoken() throws Exception {
    assertThat(handshake("TLSv1.2", "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256"))
        .contains("handshake_failure");
    // these it speaks; who has not compared the fingerprint does not trust the certificate
    assertThat(handshake("TLSv1.2", "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256")).contains("PKIX");
    assertThat(handshake("TLSv1.3", "TLS_AES_256_GCM_SHA384")).contains("PKIX");
  }

  @Test
  void onlyFilesOfTheConsoleAreServedAndOnlyByTls() throws Exception {
    Visitor visitor = signedIn("wushi", "吴十");
    for (String path :
        List.of(
            "/assets/",
            "/webjars/",
            "/webjars/htmx.org/2.0.10/",
            "/assets/none.css",
            "/assets/%2e%2e/application.yaml",
            "/assets/..%2fapplication.yaml",
            "/.git/config",
            "/var/secret.key")) {
      assertThat(visitor.get(path).statusCode()).as(path).isIn(400, 404);
    }
    URI address = console.address();
    HttpURLConnection plain =
        (HttpURLConnection)
            new URL("http", address.getHost(), address.getPort(), "/sign-in").openConnection();
    assertThat(plain.getResponseCode()).isEqualTo(400);
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

  private static Visitor signedIn(String login, String name) throws Exception {
    String code = account(login, name);
    Visitor visitor = new Visitor(console);
    visitor.get("/activate");
    activated(visitor, login, code, PASSWORD);
    visitor.signIn(login, PASSWORD);
    return visitor;
  }

  /** Why a handshake fails. */
  private static String handshake(String protocol, String cipher) throws Exception {
    URI address = console.address();
    try (SSLSocket socket =
        (SSLSocket)
            SSLContext.getDefault()
                .getSocketFactory()
                .createSocket(address.getHost(), address.getPort())) {
      socket.setEnabledProtocols(new String[] {protocol});
      socket.setEnabledCipherSuites(new String[] {cipher});
      return String.valueOf(assertThrows(SSLException.class, socket::startHandshake).getMessage());
    }
  }

  /** The cookie of the session that an answer sets; empty where it sets none. */
  private static String session(HttpResponse<String> response) {
    return response.headers().allValues("set-cookie").stream()
        .filter(cookie -> cookie.startsWith("__Host-sunlit"))
        .findFirst()
        .orElse("");
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
