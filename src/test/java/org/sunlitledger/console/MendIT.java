package org.sunlitledger.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.account.AccountRole;
import org.sunlitledger.testing.Office;

/** Corrections over HTTP: who may write them, what is kept, what is handed in. */
class MendIT {
  private static final String HEADER = "发放凭证号,补贴类别,发放日期,乡镇,户编号,姓名,身份证号,学期,资金来源,发放金额";
  private static final String GOOD =
      "BT1,驾驶员培训,2020-03-01,兴仁镇,HH0001,张一,990502196001010013,,中央,1200.5";
  private static final String BAD_TOWN =
      "BT2,驾驶员培训,2020-06-01,香山,HH0002,李二,990502196001010021,,中央,800";
  private static final String BAD_AMOUNT =
      "BT3,驾驶员培训,2020-06-01,香山乡,HH0002,李二,990502196001010021,,中央,八百元";
  private static final String TWICE =
      "BT4,驾驶员培训,2020-06-02,香山乡镇,HH0002,李二,990502196001010021,,中央,80";
  private static final String[] HOUSEHOLDS = {
    "户编号,户主姓名,户主身份证号,乡镇,行政村,家庭人口,户类型",
    "HH0001,张一,990502196001010013,兴仁镇,川裕村,4,建档立卡户",
    "HH0002,李二,990502196001010021,香山乡,米粮川村,3,建档立卡户"
  };
  private static final String ID = "990502196001010021";
  private static final int TOWNSHIP = 3;
  private static final int HOUSEHOLD = 4;
  private static final int NAME = 5;
  private static final int ID_NUMBER = 6;
  private static final int AMOUNT = 9;
  private static final Pattern MARK = Pattern.compile("name=\"mark\" value=\"([0-9a-f]+)\"");

  private final Office office;
  private ServedConsole console;
  private Staff staff;

  MendIT(@TempDir Path folder) throws Exception {
    office = Office.in(folder);
    office
        .deliver("民政/补贴2020.csv", HEADER, GOOD, BAD_TOWN, BAD_AMOUNT, TWICE)
        .deliver("民政/贫困户2020.csv", HOUSEHOLDS)
        .night(2020);
    console = ServedConsole.of(office);
    staff =
        new Staff(office, console)
            .add("wangfang", "王芳", "民政", AccountRole.CLERK)
            .add("lisi", "李四", AccountRole.CLERK)
            .add("jiaoyu", "教育局", "教育", AccountRole.CLERK)
            .add("viewer", "周五", AccountRole.VIEWER);
  }

  @AfterEach
  void close() {
    console.close();
    office.close();
  }

  @Test
  void draftsSurviveAKilledServerAndEachPersonSeesTheOther() throws Exception {
    Visitor wangfang = at("wangfang", "/deliveries/1/mend");
    Visitor lisi = at("lisi", "/deliveries/1/mend");
    assertThat(save(wangfang, 3, TOWNSHIP, "香山乡").body()).contains("\"problem\":\"\"");
    assertThat(save(lisi, 4, AMOUNT, "800").statusCode()).isEqualTo(200);
    console.kill();
    console = ServedConsole.of(office);
    staff = new Staff(office, console);
    String page = staff.visitor("wangfang").get("/deliveries/1/mend").body();
    assertThat(page).contains("value=\"香山乡\"", "value=\"800\"", "李四 也在更正：1 行");
    // what is written last counts, and going back to what was delivered is no draft
    Visitor again = at("lisi", "/deliveries/1/mend");
    save(again, 3, TOWNSHIP, "兴仁镇");
    save(again, 4, AMOUNT, "八百元");
    assertThat(drafts()).containsExactly("3 3 兴仁镇");
  }

  @Test
  void nothingPersonalIsKeptBeforeOrAfterItIsHandedIn() throws Exception {
    Visitor wangfang = at("wangfang", "/deliveries/1/mend");
    save(wangfang, 3, ID_NUMBER, ID);
    save(wangfang, 3, HOUSEHOLD, "HH0002 " + ID);
    save(wangfang, 3, NAME, "欧阳莉莉");
    save(wangfang, 3, TOWNSHIP, "香山乡");
    assertThat(drafts()).containsExactly("3 3 香山乡", "3 4 null", "3 5 null", "3 6 null");
    assertThat(office.tablesWith(ID)).isEmpty();
    assertThat(office.tablesWith("欧阳莉莉")).isEmpty();
    save(wangfang, 3, HOUSEHOLD, "HH0002");
    HttpResponse<String> done = submit(wangfang, Map.of("c3_5", "李二", "c3_6", ID));
    assertThat(done.statusCode()).isEqualTo(302);
    waitForRuns();
    assertThat(office.findings()).noneMatch(finding -> finding.startsWith("民政/补贴2020.csv:3"));
    assertThat(office.tablesWith(ID)).isEmpty();
    assertThat(office.tablesWith("李二")).isEmpty();
  }

  @Test
  void whatIsHandedInIsTheWorkbookOfExcelCellByCell() throws Exception {
    Visitor wangfang = at("wangfang", "/deliveries/1/mend");
    Map<String, String> excel =
        SheetCells.of(wangfang.download("/deliveries/1/rejects.xlsx").body(), "补正 1");
    save(wangfang, 3, TOWNSHIP, "香山乡");
    save(wangfang, 4, AMOUNT, "801");
    assertThat(wangfang.postJson("/deliveries/1/mend/cells", cell(5, -1, "")).statusCode())
        .isEqualTo(200);
    // without what is kept nowhere it is refused, and nothing is written
    assertThat(submit(wangfang, Map.of()).statusCode()).isEqualTo(422);
    assertThat(office.ownInbox().resolve("民政")).doesNotExist();
    // a wrong check digit of an ID number is shown before it is handed in
    HttpResponse<String> wrong =
        submit(
            wangfang, Map.of("c3_5", "李二", "c3_6", "990502196001010022", "c4_5", "李二", "c4_6", ID));
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("1 行仍有问题", "value=\"990502196001010022\"");
    HttpResponse<String> done =
        submit(wangfang, Map.of("c3_5", "李二", "c3_6", ID, "c4_5", "李二", "c4_6", ID));
    String result = done.headers().firstValue("location").orElse("none: " + done.body());
    waitForRuns();
    Map<String, String> handedIn = SheetCells.of(handedIn(), "补正 1");
    Map<String, String> expected = new TreeMap<>(excel);
    expected.putAll(
        Map.of(
            "2.3", "香山乡", "2.5", "李二", "2.6", ID, "3.9", "801", "3.5", "李二", "3.6", ID, "4.10",
            "撤回"));
    assertThat(handedIn).isEqualTo(expected);
    assertThat(office.findings()).isEmpty();
    assertThat(wangfang.get(path(result)).body())
        .contains("已更正入账", "✓ 2</span>", "<dd>1</dd>", "<dd>0</dd>");
    while (!drafts().isEmpty()) {
      // until the end of the run is heard of; the time limit of all tests holds
      Thread.sleep(100);
    }
    assertThat(wangfang.get("/deliveries/1/mend").body()).contains("没有待更正的行");
    assertThat(wangfang.get("/2020/findings").body()).contains("没有待更正的内容");
  }

  @Test
  void anotherOfficeAndOtherRolesAreRefused() throws Exception {
    Visitor jiaoyu = at("jiaoyu", "/2020/findings");
    for (String path :
        List.of("/deliveries/1/mend", "/deliveries/1/mend/submit", "/deliveries/1/rejects.xlsx")) {
      assertThat(jiaoyu.get(path).statusCode()).as(path).isEqualTo(404);
    }
    assertThat(jiaoyu.get("/2020/findings").body()).doesNotContain("补贴2020");
    assertThat(save(jiaoyu, 3, TOWNSHIP, "香山乡").statusCode()).isEqualTo(404);
    assertThat(jiaoyu.post("/deliveries/1/mend/all", Map.of("action", "WITHDRAW")).statusCode())
        .isEqualTo(404);
    Visitor viewer = at("viewer", "/2020");
    assertThat(viewer.get("/deliveries/1/mend").statusCode()).isEqualTo(403);
    assertThat(viewer.get("/deliveries/1/rejects.xlsx").statusCode()).isEqualTo(403);
    assertThat(viewer.get("/2020/findings").statusCode()).isEqualTo(403);
    assertThat(save(viewer, 3, TOWNSHIP, "香山乡").statusCode()).isEqualTo(403);
    Visitor wangfang = at("wangfang", "/deliveries/1/mend");
    assertThat(wangfang.get("/deliveries/99/mend").statusCode()).isEqualTo(404);
    for (String form : List.of("/deliveries/1/mend/all", "/deliveries/1/mend/submit")) {
      assertThat(wangfang.postWithoutToken(form, Map.of("action", "WITHDRAW")).statusCode())
          .as(form)
          .isEqualTo(403);
    }
    assertThat(drafts()).isEmpty();
  }

  @Test
  void whatSomebodyHasChangedMeanwhileIsNotHandedIn() throws Exception {
    Visitor wangfang = at("wangfang", "/deliveries/1/mend");
    Visitor lisi = at("lisi", "/deliveries/1/mend");
    save(wangfang, 5, TOWNSHIP, "香山乡");
    String mark = mark(wangfang);
    save(lisi, 5, AMOUNT, "81");
    HttpResponse<String> stale =
        wangfang.post("/deliveries/1/mend/submit", Map.of("mark", mark, "c5_5", "李二", "c5_6", ID));
    assertThat(stale.statusCode()).isEqualTo(409);
    assertThat(stale.body()).contains("有人刚改了其中的行", "<ins>81</ins>", "value=\"李二\"");
    // lines that only the other one has corrected stay out until they are asked for
    save(lisi, 3, TOWNSHIP, "香山乡");
    assertThat(wangfang.get("/deliveries/1/mend/submit").body()).contains("更正 1 行", "另有 1 行是别人起草的");
    assertThat(wangfang.get("/deliveries/1/mend/submit?all=true").body()).contains("更正 2 行");
    for (String nonsense : List.of(cell(99, TOWNSHIP, "x"), cell(3, 77, "x"))) {
      assertThat(wangfang.postJson("/deliveries/1/mend/cells", nonsense).statusCode())
          .isEqualTo(409);
    }
    assertThat(save(wangfang, 3, TOWNSHIP, "长".repeat(2_001)).statusCode()).isEqualTo(422);
    assertThat(wangfang.postJson("/deliveries/1/mend/cells", "{").statusCode()).isEqualTo(400);
  }

  @Test
  @Tag("long")
  void killedBetweenItsStepsASubmissionLosesNothingAndIsHandedInOnce() throws Exception {
    Visitor wangfang = at("wangfang", "/deliveries/1/mend");
    save(wangfang, 5, TOWNSHIP, "香山乡");
    // marked, and killed before the file came into the inbox
    markSubmission();
    office.sql().sql("update mend_draft set submission_id = 1").update();
    Path folder = Files.createDirectories(office.ownInbox().resolve("民政"));
    Path unfinished = Files.writeString(folder.resolve(".sunlit-mend-更正-1.xlsx"), ID);
    assertThat(wangfang.get("/deliveries/1/mend").body()).contains("value=\"香山乡\"");
    assertThat(submission()).as("looking changes nothing").contains(1L);
    assertThat(unfinished).exists();
    console.kill();
    console = ServedConsole.of(office);
    staff = new Staff(office, console);
    assertThat(unfinished).doesNotExist();
    assertThat(submission()).isEmpty();
    wangfang = at("wangfang", "/deliveries/1/mend");
    assertThat(wangfang.get("/deliveries/1/mend").body()).contains("value=\"香山乡\"");
    // marked, and killed when the file lay there: it waits, and nobody changes it
    Files.writeString(folder.resolve("更正-1.xlsx"), "as if whole");
    office.sql().sql("update mend_draft set submission_id = 1").update();
    assertThat(wangfang.get("/deliveries/1/mend").body()).contains("已提交，等待导入");
    assertThat(save(wangfang, 5, TOWNSHIP, "兴仁镇").statusCode()).isEqualTo(409);
    assertThat(wangfang.get("/deliveries/1/mend/submit").body()).contains("没有要提交的更正");
    // the file is withdrawn from the inbox: the draft is there again
    Files.delete(folder.resolve("更正-1.xlsx"));
    assertThat(wangfang.get("/deliveries/1/mend/submit").body()).contains("更正 1 行");
  }

  @Test
  void whatIsHandedInWhileSomebodyWritesIsNotChangedAndTheyAreTold() throws Exception {
    Visitor wangfang = at("wangfang", "/deliveries/1/mend");
    save(wangfang, 5, TOWNSHIP, "香山乡");
    markSubmission();
    Path folder = Files.createDirectories(office.ownInbox().resolve("民政"));
    Files.writeString(folder.resolve("更正-1.xlsx"), "as if whole");
    try (Connection other = office.the(DataSource.class).getConnection()) {
      other.setAutoCommit(false);
      other.createStatement().execute("update mend_draft set submission_id = 1");
      CompletableFuture<HttpResponse<String>> answer =
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  return save(wangfang, 5, TOWNSHIP, "兴仁镇");
                } catch (Exception problem) {
                  throw new IllegalStateException(problem);
                }
              });
      while (!isSomebodyWaitingForALock()) {
        // the time limit of all tests holds
        Thread.sleep(20);
      }
      other.commit();
      other.setAutoCommit(true);
      assertThat(answer.get().statusCode()).isEqualTo(409);
      assertThat(answer.get().body()).contains("第 5 行已不能更正");
    }
    assertThat(drafts()).containsExactly("5 3 香山乡");
  }

  private boolean isSomebodyWaitingForALock() {
    return office
        .sql()
        .sql(
            """
            select exists (
              select
              from pg_stat_activity
              where datname = current_database()
                and wait_event_type = 'Lock'
            )
            """)
        .query(Boolean.class)
        .single();
  }

  /** As the console records it before the file comes into the inbox. */
  private void markSubmission() {
    office
        .sql()
        .sql(
            """
            insert into mend_submission (delivery_id, account_id, at, file, sha256, lines, withdrawn)
            select 1, id, now(), '民政/更正-1.xlsx', 'none', 1, 0 from account where login = 'wangfang'
            """)
        .update();
  }

  @Test
  void oneValueIsWrittenInAllLinesOfAFacet() throws Exception {
    Visitor wangfang = at("wangfang", "/deliveries/1/mend?rule=code");
    Map<String, String> facet = Map.of("rule", "code", "column", "乡镇");
    Map<String, String> form = new TreeMap<>(facet);
    form.putAll(Map.of("action", "SET", "cell", "" + TOWNSHIP, "text", "香山乡"));
    HttpResponse<String> done = wangfang.post("/deliveries/1/mend/all", form);
    assertThat(path(done.headers().firstValue("location").orElseThrow()))
        .isEqualTo("/deliveries/1/mend?rule=code&column=%E4%B9%A1%E9%95%87");
    assertThat(drafts()).containsExactly("3 3 香山乡", "5 3 香山乡");
    assertThat(wangfang.get("/deliveries/1/mend?check=true").body()).contains("检查了 2 行：0 行仍有问题");
    form.putAll(Map.of("action", "WITHDRAW"));
    wangfang.post("/deliveries/1/mend/all", form);
    assertThat(drafts()).containsExactly("3 -1 撤回", "3 3 香山乡", "5 -1 撤回", "5 3 香山乡");
    form.putAll(Map.of("action", "KEEP"));
    wangfang.post("/deliveries/1/mend/all", form);
    form.putAll(Map.of("action", "UNDO"));
    wangfang.post("/deliveries/1/mend/all", form);
    assertThat(drafts()).isEmpty();
    form.putAll(Map.of("action", "NONSENSE"));
    assertThat(wangfang.post("/deliveries/1/mend/all", form).statusCode()).isEqualTo(400);
  }

  private Visitor at(String login, String path) throws Exception {
    Visitor visitor = staff.visitor(login);
    visitor.get(path);
    return visitor;
  }

  private static HttpResponse<String> save(Visitor visitor, int line, int cell, String text)
      throws Exception {
    return visitor.postJson("/deliveries/1/mend/cells", cell(line, cell, text));
  }

  private static String cell(int line, int cell, String text) {
    return "[{\"line\": %d, \"cell\": %d, \"text\": \"%s\"}]".formatted(line, cell, text);
  }

  private static HttpResponse<String> submit(Visitor visitor, Map<String, String> typed)
      throws Exception {
    Map<String, String> form = new TreeMap<>(typed);
    form.put("mark", mark(visitor));
    return visitor.post("/deliveries/1/mend/submit", form);
  }

  private static String mark(Visitor visitor) throws Exception {
    Matcher mark = MARK.matcher(visitor.get("/deliveries/1/mend/submit").body());
    assertThat(mark.find()).isTrue();
    return mark.group(1);
  }

  private static String path(String location) {
    return location.replaceFirst("https://[^/]+", "");
  }

  private List<String> drafts() {
    return office
        .sql()
        .sql("select line, cell, text from mend_draft order by line, cell")
        .query((row, number) -> row.getInt(1) + " " + row.getInt(2) + " " + row.getString(3))
        .list();
  }

  private List<Long> submission() {
    return office
        .sql()
        .sql("select submission_id from mend_draft where submission_id is not null")
        .query(Long.class)
        .list();
  }

  private void waitForRuns() throws InterruptedException {
    for (int i = 0; i < 600; i++) {
      Thread.sleep(100);
      boolean isRead =
          office
              .sql()
              .sql(
                  """
                  select exists (select from delivery where supplements = 1 and status = 'live')
                    and not exists (
                      select from batch_job_execution where end_time is null)
                  """)
              .query(Boolean.class)
              .single();
      if (isRead) {
        return;
      }
    }
    throw new AssertionError("no run has read the supplement");
  }

  /** The supplement as it was archived. */
  private byte[] handedIn() throws IOException {
    String path =
        office
            .sql()
            .sql("select archived_as from delivery where supplements = 1")
            .query(String.class)
            .single();
    try (Stream<Path> files = Files.walk(office.ownInbox().getParent())) {
      return Files.readAllBytes(
          files
              .filter(Files::isRegularFile)
              .filter(file -> path.endsWith(file.getFileName().toString()))
              .findFirst()
              .orElseThrow(() -> new AssertionError(path)));
    }
  }
}
