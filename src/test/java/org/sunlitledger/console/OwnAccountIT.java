package org.sunlitledger.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.account.AccountRole;
import org.sunlitledger.testing.Office;

/** What people do with their own account, and where the county wants more than usual. */
class OwnAccountIT {
  private static final String OTHER = "Another sentence, as good 9";
  private static final Pattern END = Pattern.compile("name=\"end\" value=\"([0-9a-f]{12})\"");
  private static final int PATIENCE_MILLISECONDS = 30_000;

  private static Office office;
  @AutoClose private static ServerSocket logServer;
  @AutoClose private static Staff staff;

  @BeforeAll
  static void open(@TempDir Path folder) throws Exception {
    office = Office.in(folder);
    logServer = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    staff =
        Staff.of(
            office,
            Map.of(
                "SUNLIT_CONSOLE_PASSWORD_EXPIRESAFTER",
                "90",
                "SUNLIT_CONSOLE_SYSLOG",
                "127.0.0.1:" + logServer.getLocalPort()));
  }

  @Test
  void threeSessionsAreListedAFourthEndsTheQuietestAndTheirOwnerEndsOthers() throws Exception {
    staff.add("wangfang", "王芳", AccountRole.CLERK);
    List<Visitor> places = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Visitor visitor = staff.visitor("wangfang");
      visitor.get("/account");
      places.add(visitor);
    }
    assertThat(location(places.get(0).get("/account"))).endsWith("/sign-in?out");
    assertThat(marks(places.get(3))).hasSize(2);

    // somebody else's mark ends nothing
    staff.add("lisi", "李四", AccountRole.CLERK);
    Visitor lisi = staff.visitor("lisi");
    lisi.get("/account");
    String other = marks(places.get(3)).get(0);
    assertThat(location(end(lisi, other))).endsWith("/account");
    assertThat(marks(places.get(3))).hasSize(2);

    assertThat(location(end(places.get(3), other))).endsWith("/account?ended");
    assertThat(marks(places.get(3))).hasSize(1);
    assertThat(places.stream().limit(3).filter(OwnAccountIT::isOut)).hasSize(2);
    assertThat(location(end(places.get(3), "others"))).endsWith("/account?ended");
    assertThat(places.stream().limit(3)).allMatch(OwnAccountIT::isOut);
    assertThat(marks(places.get(3))).isEmpty();
    assertThat(location(end(places.get(3), "all"))).endsWith("/sign-in?out");
    assertThat(isOut(places.get(3))).isTrue();
  }

  @Test
  void anAdministratorSeesHowManySessionsThereAreAndEndsThem() throws Exception {
    staff.add("sunqi", "孙七", AccountRole.ADMINISTRATOR);
    staff.add("zhouba", "周八", AccountRole.VIEWER);
    Visitor zhouba = staff.visitor("zhouba");
    Visitor sunqi = staff.visitor("sunqi");
    sunqi.showTelephone("sunqi");
    assertThat(sunqi.get("/users/zhouba").body()).contains("现有 1 处");
    assertThat(sunqi.post("/users/zhouba/end-sessions", Map.of()).body()).contains("现有 0 处");
    assertThat(isOut(zhouba)).isTrue();

    // the sign-in, the telephone and the change are one session on the log
    List<String> marks =
        office
            .sql()
            .sql(
                """
                select session || ' ' || string_agg(kind, ' ' order by id)
                from access_event
                where session = (
                  select e.session
                  from access_event e
                  join account b on b.id = e.by_id
                  where b.login = 'sunqi' and e.kind = 'sessions_ended')
                group by session
                """)
            .query(String.class)
            .list();
    assertThat(marks).singleElement().asString().contains("factor_set signed_in sessions_ended");
    String mark = marks.get(0).substring(0, 12);
    assertThat(sunqi.get("/access?session=" + mark).body()).contains("共 3 条", mark);
  }

  @Test
  void aPasswordThatIsTooOldIsReplacedBeforeAnythingElse() throws Exception {
    staff.add("wujiu", "吴九", AccountRole.CLERK);
    office
        .sql()
        .sql(
            "update account set password_set_at = now() - interval '91 days' where login = 'wujiu'")
        .update();
    Visitor visitor = staff.visitor("wujiu");
    for (String path : List.of("/", "/2020", "/runs")) {
      assertThat(location(visitor.get(path))).as(path).endsWith("/account?expired");
    }
    assertThat(visitor.get("/account?expired").body()).contains("密码已到期");
    assertThat(location(visitor.post("/account/sessions", Map.of("end", "others"))))
        .endsWith("/account?expired");
    assertThat(change(visitor, Staff.PASSWORD, Staff.PASSWORD).body()).contains("不能与现在的密码相同");
    assertThat(change(visitor, Staff.PASSWORD, "吴九吴九吴九吴九 2026").body()).contains("密码主要是您的姓名");
    assertThat(location(change(visitor, Staff.PASSWORD, OTHER))).endsWith("/sign-in?set");
    visitor.signIn("wujiu", OTHER);
    assertThat(visitor.get("/account").body()).doesNotContain("密码已到期");
    assertThat(location(visitor.get("/"))).doesNotContain("account");
  }

  @Test
  void theLanguageIsKeptInTheAccountAndReadingChangesNothing() throws Exception {
    staff.add("zhengshi", "郑十", AccountRole.VIEWER);
    Visitor here = staff.visitor("zhengshi");
    assertThat(here.get("/account?lang=en").body()).contains("lang=\"zh-CN\"");
    here.post("/language", Map.of("lang", "en", "to", "/account"));
    assertThat(here.get("/account").body()).contains("lang=\"en\"");
    Visitor elsewhere = staff.visitor("zhengshi");
    assertThat(elsewhere.get("/account").body()).contains("lang=\"en\"");
    assertThat(location(elsewhere.post("/language", Map.of("lang", "zh")))).endsWith("/");
    assertThat(here.get("/account").body()).contains("lang=\"zh-CN\"");
  }

  @Test
  @Tag("long")
  void theLogServerGetsEachEventOnceAlsoAfterItWasAway() throws Exception {
    staff.add("qianyi", "钱一", AccountRole.VIEWER);
    try (Socket first = logServer.accept()) {
      assertThat(read(first, "account=qianyi"))
          .contains("account_made - event=")
          .doesNotContain("钱一");
    }
    staff.visitor("qianyi");
    try (Socket again = logServer.accept()) {
      assertThat(read(again, "signed_in"))
          .containsPattern(
              "\\d+ <86>1 \\S+Z \\S+ sunlit - signed_in - event=\\d+ account=\\w+ by=-");
    }
    long sent = office.sql().sql("select last_event from access_copy").query(Long.class).single();
    assertThat(sent).isPositive();
  }

  /** What a console sends until a text has come. */
  private static String read(Socket socket, String until) throws Exception {
    socket.setSoTimeout(PATIENCE_MILLISECONDS);
    StringBuilder all = new StringBuilder();
    InputStream in = socket.getInputStream();
    byte[] buffer = new byte[4096];
    while (!all.toString().contains(until)) {
      int read = in.read(buffer);
      assertThat(read).as(all.toString()).isPositive();
      all.append(new String(buffer, 0, read, StandardCharsets.US_ASCII));
    }
    return all.toString();
  }

  /** The sessions that the page of an account offers to end. */
  private static List<String> marks(Visitor visitor) throws Exception {
    Matcher found = END.matcher(visitor.get("/account").body());
    return found.results().map(one -> one.group(1)).toList();
  }

  private static HttpResponse<String> end(Visitor visitor, String which) throws Exception {
    return visitor.post("/account/sessions", Map.of("end", which));
  }

  private static HttpResponse<String> change(Visitor visitor, String current, String password)
      throws Exception {
    return visitor.post(
        "/account/password", Map.of("current", current, "password", password, "again", password));
  }

  private static boolean isOut(Visitor visitor) {
    try {
      return location(visitor.get("/account")).contains("/sign-in");
    } catch (Exception problem) {
      throw new AssertionError(problem);
    }
  }

  private static String location(HttpResponse<?> response) {
    return response.headers().firstValue("location").orElse("stays: " + response.statusCode());
  }
}
