package org.sunlitledger.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.account.AccountRole;
import org.sunlitledger.testing.Office;

/** Pages only read, for a limited time, and say by a number what went wrong. */
class ReadsIT {
  private static final Pattern NUMBER = Pattern.compile("记录号 ([A-Z]{8})");

  private static Office office;
  @AutoClose private static Staff staff;
  private static Visitor administrator;

  @BeforeAll
  static void open(@TempDir Path folder) throws Exception {
    office = Office.in(folder);
    staff =
        Staff.of(office, Map.of("SUNLIT_CONSOLE_READLIMIT", "1s"))
            .add("sunba", "孙八", AccountRole.ADMINISTRATOR);
    administrator = staff.visitor("sunba");
    administrator.showTelephone("sunba");
    run("alter table access_event rename to kept_event");
    run("create view access_event as select * from kept_event");
    run("grant select, insert on access_event to public");
  }

  @AfterEach
  void readAsUsual() throws Exception {
    run("create or replace view access_event as select * from kept_event");
    run("drop function if exists whenever_read()");
    assertThat(administrator.get("/access").statusCode()).isEqualTo(200);
  }

  @Test
  void aQueryThatTakesTooLongIsStoppedAndThePageSaysWhatToDo() throws Exception {
    whenRead("perform pg_sleep(5)");
    HttpResponse<String> page = administrator.get("/access");
    assertThat(page.statusCode()).isEqualTo(503);
    assertThat(page.body()).contains("查询时间太长", "用筛选缩小范围");
    assertThat(logged(page)).contains("canceling statement due to statement timeout");
    HttpResponse<String> file = administrator.get("/access.csv");
    assertThat(file.statusCode()).isEqualTo(503);
    assertThat(file.headers().firstValue("content-disposition")).isEmpty();
    assertThat(file.headers().firstValue("content-security-policy").orElse(""))
        .contains("script-src 'self'");
    assertThat(logged(file)).contains("GET /access.csv");
  }

  @Test
  void aPageThatWritesIsRefusedByTheDatabaseAndSaysNothingOfIt() throws Exception {
    whenRead("update account set disabled_at = now()");
    HttpResponse<String> page = administrator.get("/access");
    assertThat(page.statusCode()).isEqualTo(500);
    assertThat(page.body())
        .contains("出错了", "把下面的记录号告诉管理员")
        .doesNotContain("Exception", "UPDATE", "org.sunlitledger", "PSQL");
    assertThat(logged(page))
        .contains("cannot execute UPDATE in a read-only transaction", "at org.sunlitledger.");
  }

  @Test
  void aPageOfWhatWentWrongNeedsNoBooks() throws Exception {
    Visitor clerk = staff.add("wangfang", "王芳", AccountRole.CLERK).visitor("wangfang");
    run("alter table delivery rename to kept_delivery");
    try {
      HttpResponse<String> page = clerk.get("/2020");
      assertThat(page.statusCode()).isEqualTo(500);
      assertThat(page.body()).contains("出错了");
      assertThat(logged(page)).contains("delivery");
    } finally {
      run("alter table kept_delivery rename to delivery");
    }
  }

  /** Makes the page of the access log do something in the database whenever it is read. */
  private static void whenRead(String statement) {
    run(
        """
        create or replace function whenever_read() returns boolean language plpgsql as
        $$ begin %s; return true; end $$
        """
            .formatted(statement));
    run("create or replace view access_event as select * from kept_event where whenever_read()");
  }

  /** What the log has from the number of a page on. */
  private static String logged(HttpResponse<String> page) throws IOException {
    Matcher number = NUMBER.matcher(page.body());
    assertThat(number.find()).as(page.body()).isTrue();
    String log =
        Files.readString(
            Path.of(office.environment().get("SUNLIT_FOLDER")).resolve("log/sunlit.log"));
    assertThat(log).contains(number.group(1));
    return log.substring(log.indexOf(number.group(1)));
  }

  private static void run(String statement) {
    office.sql().sql(statement).update();
  }
}
