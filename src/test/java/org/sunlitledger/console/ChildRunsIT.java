package org.sunlitledger.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.account.AccountRole;
import org.sunlitledger.database.RunLock;
import org.sunlitledger.testing.Office;
import org.sunlitledger.view.RunList;
import org.sunlitledger.view.RunList.Run;
import org.sunlitledger.view.RunList.RunFilter;

/** Runs that the console starts: processes of their own. */
class ChildRunsIT {
  private static final String[] PROJECTS = {
    "项目编号,项目名称,项目类别,乡镇,实施单位,绩效目标,计划总投资,中央资金,自治区资金,市级资金,县级资金",
    "XM2020001,青山饮水工程,饮水安全,青山镇,青山镇人民政府,解决饮水,1000000,1000000,0,0,0"
  };

  @TempDir private Path folder;
  private Office office;
  private ServedConsole console;
  private Visitor wang;

  @BeforeEach
  void open() throws Exception {
    office = Office.in(folder);
    console = ServedConsole.of(office);
    wang =
        new Staff(office, console)
            .add("wangfang", "王芳", Optional.empty(), Set.of(AccountRole.CLERK))
            .add("zhaoliu", "赵六", Optional.empty(), Set.of(AccountRole.VIEWER))
            .visitor("wangfang");
    Files.createDirectories(office.ownInbox());
  }

  @AfterEach
  void close() {
    console.close();
    office.close();
  }

  @Test
  void aRunOfTheConsoleImportsTheInboxAndSaysWhoStartedIt() throws Exception {
    Files.writeString(office.ownInbox().resolve("project-2020.csv"), String.join("\n", PROJECTS));
    HttpResponse<String> started = start(wang, "2020");
    assertThat(started.headers().firstValue("location")).hasValueSatisfying(ends("/runs/1"));
    await(() -> latest().isDone());
    assertThat(latest().startedBy()).isEqualTo("wangfang");
    assertThat(office.ownInbox().resolve("project-2020.csv")).doesNotExist();
    assertThat(office.out().resolve("2020/annual-2019.html")).exists();
    assertThat(wang.get("/runs/1").body())
        .contains("wangfang", "读取 1 行", "project-2020.csv", "1,000,000.00", "运行日志");
  }

  @Test
  void theRunGoesOnWhenTheConsoleIsKilled() throws Exception {
    Files.writeString(
        office.ownInbox().resolve("payment-2020.csv"),
        String.join("\n", LargePayments.lines(60_000)));
    start(wang, "2020");
    assertThat(latest().isGoing()).isTrue();
    console.kill();
    await(() -> latest().isDone());
    assertThat(office.sql().sql("select lines_read from delivery").query(Integer.class).single())
        .isEqualTo(60_000);
  }

  @Test
  void whileAnotherRunWorksTheAnswerNamesItAndNothingIsChanged() throws Exception {
    RunLock.Held held =
        (RunLock.Held) office.the(RunLock.class).tryAcquire("nightly 2020: lisi, pid 7");
    HttpResponse<String> refused = start(wang, "2020");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body())
        .contains("没有启动运行", "已有一次运行正在进行：nightly 2020: lisi, pid 7，自 20", "未作任何改动");
    held.close();
    assertThat(office.the(RunList.class).page(RunFilter.all(), Optional.empty(), 9)).isEmpty();
  }

  @Test
  void aRunThatFailsSaysWhyAndCanBeContinued() throws Exception {
    Files.writeString(office.ownInbox().resolve("project-2020.csv"), String.join("\n", PROJECTS));
    office.sql().sql("alter table figure rename to figure_elsewhere").update();
    start(wang, "2020");
    await(() -> !latest().isGoing());
    assertThat(latest().status()).isEqualTo("FAILED");
    office.sql().sql("alter table figure_elsewhere rename to figure").update();
    String page = wang.get("/runs/1").body();
    assertThat(page).contains("失败原因", "relation \"figure\" does not exist", "继续");
    assertThat(wang.get("/2020").body()).contains("的运行没有完成", "继续");
    assertThat(wang.get("/runs?failed=true").body()).contains("/runs/1\"");

    HttpResponse<String> again = wang.post("/runs/1/restart", Map.of());
    assertThat(again.headers().firstValue("location")).hasValueSatisfying(ends("/runs/2"));
    await(() -> latest().isDone());
    assertThat(latest().startedBy()).isEqualTo("wangfang");
    assertThat(wang.get("/runs/1").body()).contains("无须处理").doesNotContain("/runs/1/restart");
    assertThat(wang.get("/2020").body()).doesNotContain("的运行没有完成");
  }

  @Test
  void aRunWhoseProcessWasKilledIsInterruptedAndCanBeContinued() throws Exception {
    Files.writeString(
        office.ownInbox().resolve("payment-2020.csv"),
        String.join("\n", LargePayments.lines(60_000)));
    start(wang, "2020");
    String who = office.the(RunLock.class).holder().orElseThrow().who();
    assertThat(who).startsWith("nightly 2020: wangfang, pid ");
    ProcessHandle.of(Long.parseLong(who.substring(who.lastIndexOf(' ') + 1)))
        .orElseThrow()
        .destroyForcibly();
    await(() -> !latest().isGoing());
    assertThat(wang.get("/runs/1").body()).contains("运行中断", "已中断");
    wang.post("/runs/1/restart", Map.of());
    await(() -> latest().isDone());
    assertThat(office.sql().sql("select lines_read from delivery").query(Integer.class).single())
        .isEqualTo(60_000);
  }

  @Test
  void whoOnlyReadsStartsNothingAndBadInputIsAnswered() throws Exception {
    Visitor zhao = new Staff(office, console).visitor("zhaoliu");
    zhao.get("/runs");
    assertThat(zhao.get("/runs").body()).doesNotContain("立即运行");
    assertThat(start(zhao, "2020").statusCode()).isEqualTo(403);
    for (String year : new String[] {"", "20", "2020; rm", "--help"}) {
      HttpResponse<String> refused = start(wang, year);
      assertThat(refused.statusCode()).as(year).isEqualTo(422);
      assertThat(refused.body()).contains("请给出四位数的年度");
    }
    HttpResponse<String> none = wang.post("/runs/77/restart", Map.of());
    assertThat(none.body()).contains("没有第77次运行");
    assertThat(wang.get("/runs/77").statusCode()).isEqualTo(404);
  }

  private static HttpResponse<String> start(Visitor visitor, String year) throws Exception {
    visitor.get("/runs");
    return visitor.post("/runs", Map.of("year", year));
  }

  private Run latest() {
    return office.the(RunList.class).page(RunFilter.all(), Optional.empty(), 1).get(0);
  }

  private static java.util.function.Consumer<String> ends(String path) {
    return location -> assertThat(location).endsWith(path);
  }

  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("in time").isLessThan(end);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
    }
  }
}
