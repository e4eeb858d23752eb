package org.sunlitledger.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.account.AccountRole;
import org.sunlitledger.database.RunLock;
import org.sunlitledger.testing.Office;
import org.sunlitledger.view.RunList;
import org.sunlitledger.view.RunList.Run;
import org.sunlitledger.view.RunList.RunFilter;

/** Runs that the console starts: processes of their own. */
@Tag("long")
class ChildRunsIT {
  private static final String[] PROJECTS = {
    "项目编号,项目名称,项目类别,乡镇,实施单位,绩效目标,计划总投资,中央资金,自治区资金,市级资金,县级资金",
    "XM2020001,青山饮水工程,饮水安全,青山镇,青山镇人民政府,解决饮水,1000000,1000000,0,0,0"
  };

  private static Office office;
  @AutoClose private static Staff staff;
  private static Visitor wang;

  @BeforeAll
  static void open(@TempDir Path folder) throws Exception {
    office = Office.in(folder);
    staff =
        Staff.of(office)
            .add("wangfang", "王芳", AccountRole.CLERK)
            .add("zhaoliu", "赵六", AccountRole.VIEWER);
    wang = staff.visitor("wangfang");
    Files.createDirectories(office.ownInbox());
  }

  @BeforeEach
  void untilNobodyRuns() {
    await(() -> office.the(RunLock.class).holder().isEmpty());
  }

  @Test
  void aRunOfTheConsoleImportsTheInboxAndSaysWhoStartedIt() throws Exception {
    put("project-2020.csv", PROJECTS);
    int before = runs();
    String run = begun(start(wang, "2020"), before);
    await(() -> latest().isDone());
    assertThat(latest().startedBy()).isEqualTo("wangfang");
    assertThat(office.ownInbox().resolve("project-2020.csv")).doesNotExist();
    assertThat(office.out().resolve("2020/annual-2019.html")).exists();
    // the process prints its summary after the run is done
    await(() -> page(run).contains("运行日志"));
    assertThat(page(run)).contains("<dd>王芳</dd>", "读取 1 行", "project-2020.csv", "1,000,000.00");
  }

  @Test
  void theRunGoesOnWhenTheConsoleIsKilled() throws Exception {
    put("payment-a-2020.csv", LargePayments.lines("A", 20_000));
    int before = runs();
    try (ServedConsole other = ServedConsole.of(office)) {
      begun(start(new Staff(office, other).visitor("wangfang"), "2020"), before);
      assertThat(latest().isGoing()).isTrue();
      other.kill();
    }
    await(() -> latest().isDone());
    assertThat(linesOf("payment-a-2020.csv")).isEqualTo(20_000);
  }

  @Test
  void whileAnotherRunWorksTheAnswerNamesItAndNothingIsChanged() throws Exception {
    int before = runs();
    RunLock.Held held =
        (RunLock.Held) office.the(RunLock.class).tryAcquire("nightly 2020: lisi, pid 7");
    HttpResponse<String> refused = start(wang, "2020");
    held.close();
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("没有启动运行", "已有一次运行正在进行，自 20", "未作任何改动");
    assertThat(runs()).isEqualTo(before);
  }

  @Test
  void aRunThatFailsSaysWhyAndCanBeContinued() throws Exception {
    office.sql().sql("alter table figure rename to figure_elsewhere").update();
    int before = runs();
    String failed = begun(start(wang, "2020"), before);
    await(() -> !latest().isGoing());
    office.sql().sql("alter table figure_elsewhere rename to figure").update();
    assertThat(latest().status()).isEqualTo("FAILED");
    assertThat(wang.get(failed).body())
        .contains("失败原因", "relation \"figure\" does not exist", "继续");
    assertThat(wang.get("/2020").body()).contains("的运行没有完成", "继续");
    assertThat(wang.get("/runs?failed=true").body()).contains(failed + "\"");

    String again = begun(wang.post(failed + "/restart", Map.of()), before + 1);
    await(() -> latest().isDone());
    assertThat(again).isNotEqualTo(failed);
    assertThat(latest().startedBy()).isEqualTo("wangfang");
    assertThat(wang.get(failed).body()).contains("无须处理").doesNotContain(failed + "/restart");
    assertThat(wang.get("/2020").body()).doesNotContain("的运行没有完成");
  }

  @Test
  void aRunWhoseProcessWasKilledIsInterruptedAndCanBeContinued() throws Exception {
    put("payment-b-2020.csv", LargePayments.lines("B", 20_000));
    int before = runs();
    String killed = begun(start(wang, "2020"), before);
    String who = office.the(RunLock.class).holder().orElseThrow().who();
    assertThat(who).startsWith("nightly 2020: wangfang, pid ");
    ProcessHandle.of(Long.parseLong(who.substring(who.lastIndexOf(' ') + 1)))
        .orElseThrow()
        .destroyForcibly();
    await(() -> !latest().isGoing());
    assertThat(wang.get(killed).body()).contains("运行中断", "已中断");
    begun(wang.post(killed + "/restart", Map.of()), before + 1);
    await(() -> latest().isDone());
    assertThat(linesOf("payment-b-2020.csv")).isEqualTo(20_000);
  }

  @Test
  void whoOnlyReadsStartsNothingAndBadInputIsAnswered() throws Exception {
    Visitor zhao = staff.visitor("zhaoliu");
    assertThat(zhao.get("/runs").body())
        .contains("disabled aria-describedby=\"start-why\">立即运行", "由经办或复核人员办理")
        .doesNotContain("method=\"post\" action=\"/runs\"");
    assertThat(start(zhao, "2020").statusCode()).isEqualTo(403);
    for (String year : new String[] {"", "20", "2020; rm", "--help"}) {
      HttpResponse<String> refused = start(wang, year);
      assertThat(refused.statusCode()).as(year).isEqualTo(422);
      assertThat(refused.body()).contains("请给出四位数的年度");
    }
    HttpResponse<String> none = wang.post("/runs/7777/restart", Map.of());
    assertThat(none.body()).contains("没有第 7777 次运行");
    assertThat(wang.get("/runs/7777").statusCode()).isEqualTo(404);
  }

  private static void put(String name, String... lines) throws Exception {
    Files.writeString(office.ownInbox().resolve(name), String.join("\n", lines));
  }

  private static HttpResponse<String> start(Visitor visitor, String year) throws Exception {
    visitor.get("/runs");
    return visitor.post("/runs", Map.of("year", year));
  }

  /** The page of the run that an answer leads to; on a busy machine, of the one that comes. */
  private static String begun(HttpResponse<String> answer, int before) {
    String location = answer.headers().firstValue("location").orElse(answer.body());
    assertThat(location).matches("https://.*/runs(/[0-9]+)?");
    await(() -> runs() > before);
    return "/runs/" + latest().id();
  }

  private static Run latest() {
    return office.the(RunList.class).page(RunFilter.all(), Optional.empty(), 1).get(0);
  }

  private static int runs() {
    return office.the(RunList.class).page(RunFilter.all(), Optional.empty(), 99).size();
  }

  private static int linesOf(String name) {
    return office
        .sql()
        .sql("select lines_read from delivery where name = :name")
        .param("name", name)
        .query(Integer.class)
        .single();
  }

  private static String page(String address) {
    try {
      return wang.get(address).body();
    } catch (IOException | InterruptedException problem) {
      throw new IllegalStateException(problem);
    }
  }

  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofMinutes(3).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("in time").isLessThan(end);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
    }
  }
}
