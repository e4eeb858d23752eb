package org.sunlitledger.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.account.AccountRole;
import org.sunlitledger.database.RunLock;
import org.sunlitledger.testing.Office;
import org.sunlitledger.testing.SmallCounty;

/** A year from its first obstacle to its second close, over HTTP. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClosePagesIT {
  private static final String AID = "收据编号,帮扶类别,提供单位,形式,到位日期,折合金额";
  private static final String PAGE = "/2020/close";
  private static final long PATIENCE_SECONDS = 240;

  private static Office office;
  @AutoClose private static Staff staff;
  private static Visitor lisi;
  private static Visitor wang;
  private static Visitor zhou;

  @BeforeAll
  static void open(@TempDir Path folder) throws Exception {
    office = Office.in(folder);
    SmallCounty.deliver(office, 2020);
    office.deliver("教育局/aid-bad-2020.csv", AID, "SJ-X,帮扶资金,甲单位,现金,2020-01-10,不详");
    office.night(2020);
    staff =
        Staff.of(office)
            .add("lisi", "李四", AccountRole.REVIEWER)
            .add("wangfang", "王芳", AccountRole.CLERK)
            .add("zhoujie", "周洁", "卫健局", AccountRole.CLERK);
    lisi = staff.visitor("lisi");
    lisi.showTelephone("lisi");
    wang = staff.visitor("wangfang");
    zhou = staff.visitor("zhoujie");
  }

  @Test
  @Order(1)
  void whatIsInTheWayIsListedWithItsPageAndTheButtonSaysWhyItCannotBeUsed() throws Exception {
    String page = lisi.get(PAGE).body();
    assertThat(page)
        .contains("还不能年结", "1 行退回，没有更正", "href=\"/2020/findings\"")
        .contains("还没有与国库台账对账", "href=\"/2020/reconciliation\"")
        .contains("份报告还是草稿", "href=\"/2020/reports\"", "先办完上面的事项")
        .doesNotContain("./sunlit", "name=\"typed\"");
    assertThat(wang.get(PAGE).body()).contains("由不限单位的复核人员办理");
    assertThat(lisi.get("/2020").body()).contains("href=\"/2020/close\"").contains("未年结");
  }

  @Test
  @Order(2)
  void aWrongYearAndSomebodyElseChangeNothing() throws Exception {
    fresh(lisi);
    HttpResponse<String> wrong = lisi.post(PAGE, Map.of("typed", "2019"));
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("错误：", "请输入 2020", "未作任何改动");
    wang.get(PAGE);
    assertThat(wang.post(PAGE, Map.of("typed", "2020")).statusCode()).isEqualTo(403);
    assertThat(lisi.postWithoutToken(PAGE, Map.of("typed", "2020")).statusCode()).isEqualTo(403);
    assertThat(runs()).isEqualTo(1);
  }

  @Test
  @Order(3)
  void whileARunIsUnderWayThePageSaysSinceWhen() throws Exception {
    RunLock.Held held = office.the(RunLock.class).acquire("nightly 2020");
    try {
      fresh(lisi);
      HttpResponse<String> busy = lisi.post(PAGE, Map.of("typed", "2020"));
      assertThat(busy.statusCode()).isEqualTo(422);
      assertThat(busy.body()).contains("有一次运行正在进行，自 20", "未作任何改动");
    } finally {
      held.close();
    }
  }

  @Test
  @Order(4)
  void theRunThatRefusesSaysWhatIsOpenWithLinks() throws Exception {
    SmallCounty.reconcile(office, 2020);
    fresh(lisi);
    assertThat(lisi.post(PAGE, Map.of("typed", "2020")).statusCode()).isEqualTo(302);
    String page = until(lisi, PAGE, "2020 年度没有年结");
    assertThat(page)
        .contains("提出人：李四", "未作任何改动", "教育局/aid-bad-2020.csv：1 行被退回", ">去更正</a>")
        .doesNotContain("./sunlit");
    assertThat(until(zhou, PAGE, "2020 年度没有年结")).doesNotContain("aid-bad").contains("另有 1 项");
  }

  @Test
  @Order(5)
  void nothingIsOpenAndTheYearIsClosedByTheAccountsName() throws Exception {
    office.deliver("教育局/aid-bad-2020.csv", AID, "SJ-X,帮扶资金,甲单位,现金,2020-01-10,300");
    office.night(2020);
    SmallCounty.reconcile(office, 2020);
    assertThat(fresh(lisi)).contains("没有未决事项，可以年结", "将要冻结的内容", "name=\"typed\"", "没有，这是第一个年结的年度");
    assertThat(lisi.post(PAGE, Map.of("typed", "2020")).statusCode()).isEqualTo(302);
    String page = until(lisi, PAGE, "2020 年度已年结，第 1 次");
    assertThat(page).contains(sha(1), "李四", "打印年结凭单", "snapshot.zip", "现行");
    assertThat(lisi.get("/2020/deliveries").body()).contains("数字不再变动", "已由 李四 于");
    assertThat(lisi.get("/2020/close/1/page").body()).contains("年结凭单", "年结人：李四");
    assertThat(zhou.get("/2020/close/1/snapshot.zip").statusCode()).isEqualTo(404);
    assertThat(wang.get("/2020/close/2/page").statusCode()).isEqualTo(404);
    assertThat(entries(wang.download("/2020/close/1/snapshot.zip").body()))
        .containsExactlyInAnyOrderElementsOf(files());
    assertThat(audit()).contains("李四 close 2020");
  }

  @Test
  @Order(6)
  @Tag("long")
  void aVerificationIsARunWhoseResultThePageShows() throws Exception {
    wang.get(PAGE);
    wang.post(PAGE + "/verify", Map.of());
    assertThat(until(wang, PAGE, "> 一致</span>")).contains("2020 年度第 1 次年结：与数据库和文件一致");
    Path figures = office.out().resolve("2020/closed-1/figures.csv");
    byte[] kept = Files.readAllBytes(figures);
    Files.writeString(figures, "x");
    wang.get(PAGE);
    wang.post(PAGE + "/verify", Map.of());
    assertThat(until(wang, PAGE, "> 不一致</span>")).contains("文件 figures.csv 已被改动");
    Files.write(figures, kept);
  }

  @Test
  @Order(7)
  @Tag("long")
  void whatCameLateIsHeldAndItsEffectIsComputedOnDemand() throws Exception {
    office.deliver("aid-late-2020.csv", AID, "SJ-L,帮扶资金,甲单位,现金,2020-01-10,100");
    office.night(2020);
    assertThat(wang.get("/2020").body()).contains("年结后迟到 1 批", "href=\"/2020/restatement\"");
    assertThat(wang.get("/2020/restatement").body()).contains("aid-late-2020.csv", "开始试算");
    wang.post("/2020/restatement", Map.of());
    String page = until(wang, "/2020/restatement", "试算结果");
    String figure = figureOf(10_000);
    assertThat(page)
        .contains("+100.00元", "href=\"/2020/restatement/" + figure + "\"")
        .doesNotContain("请重新试算");
    assertThat(wang.get("/2020/restatement/" + figure).body())
        .contains("aid-late-2020.csv", "增加", "100.00元", "1 行");
    assertThat(zhou.get("/2020/restatement/" + figure).body())
        .contains("您可以看到 0 行，共 1 行")
        .doesNotContain("aid-late");
    assertThat(wang.get("/2020/restatement/NONE").statusCode()).isEqualTo(404);
    assertThat(wang.get("/2020/restatement.csv").body())
        .contains(figure + ",", ",10000,增加," + figure + ",", ",aid-late-2020.csv,2,10000");
    office.deliver("aid-later-2020.csv", AID, "SJ-M,帮扶资金,乙单位,现金,2020-02-10,7");
    office.night(2020);
    assertThat(wang.get("/2020/restatement").body()).contains("请重新试算", "年结后迟到 2 批");
  }

  @Test
  @Order(8)
  @Tag("long")
  void aReopeningNeedsAReasonAndAReviewerAndIsOnRecord() throws Exception {
    assertThat(fresh(lisi)).contains("年结后迟到 2 批", "aid-late-2020.csv");
    HttpResponse<String> blank = lisi.post(PAGE + "/reopen", Map.of("why", " "));
    assertThat(blank.statusCode()).isEqualTo(422);
    assertThat(blank.body()).contains("请写明理由");
    assertThat(lisi.post(PAGE + "/reopen", Map.of("why", "长".repeat(501))).statusCode())
        .isEqualTo(422);
    HttpResponse<String> unseen = lisi.post(PAGE + "/reopen", Map.of("why", "补录\u202e凭证"));
    assertThat(unseen.statusCode()).isEqualTo(422);
    assertThat(unseen.body()).contains("看不见的字符 U+202E");
    wang.get(PAGE);
    assertThat(wang.post(PAGE + "/reopen", Map.of("why", "补录")).statusCode()).isEqualTo(403);
    RunLock.Held held = office.the(RunLock.class).acquire("nightly 2020");
    HttpResponse<String> busy = lisi.post(PAGE + "/reopen", Map.of("why", "补录凭证"));
    held.close();
    assertThat(busy.statusCode()).isEqualTo(422);
    assertThat(busy.body()).contains("有一次运行正在进行", ">补录凭证</textarea>");
    assertThat(lisi.post(PAGE + "/reopen", Map.of("why", "补录凭证")).statusCode()).isEqualTo(302);
    assertThat(lisi.get(PAGE).body()).contains("李四：补录凭证", "将要冻结的内容");
    assertThat(lisi.get("/2020/restatement").body()).contains("这一年度没有年结");
    assertThat(lisi.get("/2020/restatement.csv").statusCode()).isEqualTo(404);
    HttpResponse<String> again = lisi.post(PAGE + "/reopen", Map.of("why", "补录凭证"));
    assertThat(again.statusCode()).isEqualTo(422);
    assertThat(again.body()).contains("2020 年度未年结", "未作任何改动");
    assertThat(audit()).contains("李四 reopen 2020");
  }

  @Test
  @Order(9)
  @Tag("long")
  void itIsClosedAgainWithWhatCameLate() throws Exception {
    office.night(2020);
    SmallCounty.reconcile(office, 2020);
    assertThat(fresh(lisi)).contains("没有未决事项，可以年结");
    lisi.post(PAGE, Map.of("typed", "2020"));
    assertThat(until(lisi, PAGE, "2020 年度已年结，第 2 次")).contains(sha(1), sha(2), "年结后没有收到报送");
  }

  /** Types the password again, and looks at the page. */
  private static String fresh(Visitor visitor) throws IOException, InterruptedException {
    visitor.get("/again?to=" + PAGE);
    assertThat(
            visitor
                .post("/again", Map.of("to", PAGE, "password", Staff.PASSWORD))
                .headers()
                .firstValue("location")
                .orElse(""))
        .endsWith(PAGE);
    return visitor.get(PAGE).body();
  }

  private static String until(Visitor visitor, String path, String text)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    String page = visitor.get(path).body();
    while (!page.contains(text) && System.nanoTime() < end) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500));
      page = visitor.get(path).body();
    }
    assertThat(page).contains(text);
    return page;
  }

  private static List<String> entries(byte[] zip) throws IOException {
    List<String> names = new ArrayList<>();
    try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
        names.add(entry.getName());
        assertThat(entries.readAllBytes())
            .as(entry.getName())
            .isEqualTo(Files.readAllBytes(office.out().resolve("2020").resolve(entry.getName())));
      }
    }
    return names;
  }

  private static List<String> files() throws IOException {
    Path year = office.out().resolve("2020");
    try (var all = Files.walk(year.resolve("closed-1"))) {
      List<String> names =
          new ArrayList<>(
              all.filter(Files::isRegularFile)
                  .map(file -> year.relativize(file).toString())
                  .toList());
      names.add("closed-1.html");
      return names;
    }
  }

  private static String sha(int number) {
    return office
        .sql()
        .sql("select sha256 from year_close where year = 2020 and number = :number")
        .param("number", number)
        .query(String.class)
        .single();
  }

  /** The first figure that would change by so many fen. */
  private static String figureOf(long fen) {
    return office
        .sql()
        .sql(
            """
            select figure
            from restatement_figure
            where difference = :fen
              and cardinality(parts) = 1
            order by place
            limit 1
            """)
        .param("fen", fen)
        .query(String.class)
        .single();
  }

  private static long runs() {
    return office.sql().sql("select count(*) from batch_job_execution").query(Long.class).single();
  }

  private static List<String> audit() {
    return office
        .sql()
        .sql("select who || ' ' || action || ' ' || year from audit_event where year = 2020")
        .query(String.class)
        .list();
  }
}
