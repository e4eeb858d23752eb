package org.sunlitledger.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.sunlitledger.account.AccountRole;
import org.sunlitledger.reconcile.ComparedYear;
import org.sunlitledger.reconcile.FilledWorkList;
import org.sunlitledger.reconcile.PlantedDiscrepancy;
import org.sunlitledger.reconcile.decision.Decisions;
import org.sunlitledger.reconcile.discrepancy.Resolution;

/** What differs between records and ledger, and what people decide about it, page by page. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DiscrepancyPagesIT extends ComparedYear {
  @AutoClose private static Staff staff;
  private static Visitor wang;
  private static Visitor zhou;
  private static Visitor lisi;
  private static Visitor chen;

  @BeforeAll
  static void open() throws Exception {
    office
        .deliver(
            "教育局/subsidy-2020.csv",
            "发放凭证号,补贴类别,发放日期,乡镇,户编号,姓名,身份证号,资金来源,支出功能分类科目,指标文号,批次号,发放金额",
            "JY1,产业奖补,2020-08-01,兴仁镇,HH0001,张一,990502196001010013,中央,2130507,%s,,88"
                .formatted(DOCUMENT))
        .night(2020);
    assertThat(office.findings()).isEmpty();
    List<String> ledger =
        with(
            "PZ1,2020-03-01,甲公司,,2130505,%s,中央,,CY-1,1200",
            "PZ3,2020-05-01,李建国,,2130505,%s,中央,,CY-1,3000",
            "ZZ9,2020-09-09,戊公司,,2130505,%s,中央,,CY-1,55",
            "PZ2");
    reconcile(ledger);
    staff =
        Staff.of(office)
            .add("wangfang", "王芳", AccountRole.CLERK)
            .add("zhoujie", "周洁", "教育局", AccountRole.CLERK)
            .add("lisi", "李四", AccountRole.REVIEWER)
            .add("chen", "陈九", AccountRole.VIEWER);
    wang = staff.visitor("wangfang");
    zhou = staff.visitor("zhoujie");
    lisi = staff.visitor("lisi");
    lisi.showTelephone("lisi");
    chen = staff.visitor("chen");
  }

  @Test
  @Order(1)
  void theListSaysWhatDiffersAndAddsUp() throws Exception {
    String page = wang.get("/2020/discrepancies").body();
    assertThat(page)
        .contains("金额不符", "国库<mark>1200元</mark>，记录<mark>1000元</mark>")
        .contains("国库<mark>“李**”</mark>，记录<mark>“王**”</mark>", "○</span> 未处理")
        .doesNotContain("李建国", "王建国");
    long fen =
        office
            .sql()
            .sql("select sum(amount) from discrepancy where severity in ('error', 'warning')")
            .query(Long.class)
            .single();
    assertThat(page).contains("合计 %,.2f 元".formatted(fen / 100.0));
    assertThat(wang.get("/2020/discrepancies?kind=amount-differs").body())
        .contains("共 1 项，合计 200.00 元", "一并处理：金额不符");
    assertThat(wang.get("/2020/discrepancies?text=nothing-like-this").body())
        .contains("没有符合筛选条件的内容");
    assertThat(wang.get("/2020/discrepancies?text=" + id("amount-differs")).body())
        .contains("国库<mark>1200元");
    assertThat(wang.get("/2019/discrepancies").body()).contains("还没有对账");
    String csv =
        new String(
            chen.download("/2020/discrepancies.csv?severity=all").body(), StandardCharsets.UTF_8);
    assertThat(csv.lines()).hasSize(1 + count("true"));
    assertThat(csv).contains("金额不符", "200.00");
  }

  @Test
  @Order(2)
  void onePageShowsBothSidesAndWhatToDo() throws Exception {
    String page = chen.get(address("amount-differs")).body();
    assertThat(page)
        .contains("台账一方：1 行，合计 1,000.00", "国库一方：1 行，合计 1,200.00")
        .contains("核对凭证，更正金额有误的一方", "还没有人处理过", "由经办人员处理")
        .contains("<mark>1,000.00</mark>", "<mark>1,200.00</mark>")
        .doesNotContain("<mark>PZ1</mark>", "<form method=\"post\" action=\"/2020/disc");
    assertThat(chen.get("/2019/discrepancies/" + id("amount-differs")).statusCode()).isEqualTo(404);
    assertThat(chen.get("/2020/discrepancies/987654").statusCode()).isEqualTo(404);
    assertThat(chen.post(address("amount-differs") + "/resolve", Map.of()).statusCode())
        .isEqualTo(403);
  }

  @Test
  @Order(2)
  void oneOfSeveralSourcesLeadsToEachOfThemAndIsListedInEach() throws Exception {
    long id = id("amount-differs");
    office.sql().sql("update discrepancy set source = '' where id = " + id).update();
    assertThat(chen.get(address("amount-differs")).body())
        .contains("?source=central&amp;status=found&amp;severity=all\">中央</a>");
    assertThat(wang.get("/2020/discrepancies?source=central").body())
        .contains("href=\"" + address("amount-differs") + "\"");
    assertThat(wang.get("/2020/discrepancies?source=county").body())
        .doesNotContain("href=\"" + address("amount-differs") + "\"");
    office.sql().sql("update discrepancy set source = 'central' where id = " + id).update();
  }

  @Test
  @Order(2)
  void whatIsNoLongerFoundIsListedOnlyWhenAskedForAndThePageSaysWhatItIs() throws Exception {
    long gone = PlantedDiscrepancy.plant(office, "over-plan", "gone", "error", 7);
    office.sql().sql("update discrepancy set status = 'gone' where id = " + gone).update();
    String link = "href=\"/2020/discrepancies/" + gone + "\"";
    assertThat(wang.get("/2020/discrepancies?status=found").body()).doesNotContain(link);
    assertThat(wang.get("/2020/discrepancies?status=all").body())
        .contains(link, "全部，含不再存在的", "最近一次对账已经没有");
    office.sql().sql("delete from discrepancy where id = " + gone).update();
  }

  @Test
  @Order(3)
  void oneResolvesAndAnotherApproves() throws Exception {
    String address = address("amount-differs");
    HttpResponse<String> incomplete = resolve(wang, address, "", "凭证核对无误");
    assertThat(incomplete.statusCode()).isEqualTo(422);
    assertThat(incomplete.body()).contains("请选择处理为", "凭证核对无误</textarea>", "未作任何改动");
    assertThat(resolve(wang, address, "explained", " ").body()).contains("请写明理由");
    HttpResponse<String> done = resolve(wang, address, "explained", "凭证核对无误");
    assertThat(location(done)).endsWith(address + "?done=resolved");
    assertThat(wang.get(address + "?done=resolved").body())
        .contains("已处理，待他人复核。", "这是您处理的，须由他人复核", "处理为“已说明”：凭证核对无误")
        .doesNotContain(">复核同意<");
    HttpResponse<String> late = resolve(wang, address, "waived", "我也要处理");
    assertThat(late.statusCode()).isEqualTo(422);
    assertThat(late.body()).contains("已由 王芳 于 ", "您填写的理由：我也要处理");
    assertThat(wang.get(address("ledger-only")).body()).contains("您上次的理由：凭证核对无误");
    assertThat(wang.get(address("ledger-only") + "?again=true").body())
        .contains("凭证核对无误</textarea>");
    assertThat(lisi.get("/2020").body()).contains("复核 1 项差异");
    String seen = mark(lisi, address);
    sendBack(lisi, address, seen, "请附银行回单");
    assertThat(wang.get(address).body()).contains("请附银行回单", "李四");
    resolve(wang, address, "corrected", "已补录");
    HttpResponse<String> unseen = lisi.post(address + "/approve", Map.of("mark", seen));
    assertThat(unseen.statusCode()).isEqualTo(422);
    assertThat(unseen.body()).contains("在您看过之后由 王芳 于 ");
    resolve(wang, address("ledger-only"), "explained", "已核");
    HttpResponse<String> next =
        lisi.post(address + "/approve", Map.of("mark", mark(lisi, address), "next", "true"));
    assertThat(location(next)).endsWith(address("ledger-only") + "?done=approved-next");
    assertThat(lisi.get(address).body()).contains("✓</span> 已复核", "李四 于 ");
  }

  @Test
  @Order(4)
  void whoIsOfAnOfficeResolvesWhatConcernsItOnly() throws Exception {
    assertThat(zhou.get(address("payee-differs")).body())
        .contains("这项差异没有 教育局 的行")
        .doesNotContain("李建国", "/deliveries/");
    HttpResponse<String> refused = resolve(zhou, address("payee-differs"), "waived", "不该由我");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("没有 教育局 的行");
    long own =
        office
            .sql()
            .sql("select id from discrepancy where kind = 'record-only' and found like '%JY1%'")
            .query(Long.class)
            .single();
    HttpResponse<String> done = resolve(zhou, "/2020/discrepancies/" + own, "explained", "次年支付");
    assertThat(done.statusCode()).isEqualTo(302);
    assertThat(zhou.post("/2020/discrepancies/" + own + "/approve", Map.of()).statusCode())
        .isEqualTo(403);
  }

  @Test
  @Order(5)
  void twoHundredOfAKindAreResolvedWithOneReasonAndEachIsReported() throws Exception {
    for (int i = 0; i < 210; i++) {
      PlantedDiscrepancy.plant(office, "over-plan", "plan-" + i, "error", 100 + i);
    }
    long taken = id("over-plan");
    String list = "/2020/discrepancies?kind=over-plan";
    assertThat(wang.get(list).body()).contains("未处理的 210 项", "这次 200 项");
    Map<String, String> form =
        Map.of("kind", "over-plan", "all", "true", "count", "210", "as", "waived", "why", "年中追加");
    Map<String, String> other = new HashMap<>(form);
    other.put("kind", "");
    HttpResponse<String> everyKind = wang.post("/2020/discrepancies/resolve", other);
    assertThat(everyKind.statusCode()).isEqualTo(422);
    assertThat(everyKind.body()).contains("只能处理同一类别");
    office.the(Decisions.class).resolve(taken, Resolution.WAIVED, "先来的", "赵六");
    HttpResponse<String> changed = wang.post("/2020/discrepancies/resolve", form);
    assertThat(changed.statusCode()).isEqualTo(422);
    assertThat(changed.body()).contains("页面上是 210 项未处理，现在是 209 项", "年中追加</textarea>");
    Map<String, String> now = new HashMap<>(form);
    now.put("count", "209");
    HttpResponse<String> done = wang.post("/2020/discrepancies/resolve", now);
    assertThat(done.statusCode()).isEqualTo(200);
    assertThat(done.body()).contains("共 200 项：200 项已处理，待他人复核；0 项没有处理");
    assertThat(count("kind = 'over-plan' and resolved_by = '王芳'")).isEqualTo(200);
    List<Long> open = ids("kind = 'over-plan' and status = 'open'");
    String seen = open.get(0) + "~" + mark(open.get(0));
    office.the(Decisions.class).resolve(open.get(0), Resolution.WAIVED, "先来的", "赵六");
    HttpResponse<String> late =
        wang.post(
            "/2020/discrepancies/resolve",
            Map.of("kind", "over-plan", "item", seen, "as", "waived", "why", "年中追加"));
    assertThat(late.body()).contains("0 项已处理", "已由 赵六 于 ");
    assertThat(
            wang.post(
                    "/2020/discrepancies/resolve",
                    Map.of("kind", "group", "item", seen, "as", "waived", "why", "x"))
                .statusCode())
        .isEqualTo(404);
  }

  @Test
  @Order(6)
  void theSheetGoesOutAndComesInRowByRow() throws Exception {
    byte[] taken = wang.download("/2020/discrepancies/work-list.xlsx?status=open").body();
    FilledWorkList sheet = new FilledWorkList(taken);
    assertThat(sheet.size())
        .isEqualTo(count("status = 'open' and severity not in ('info', 'look')"));
    assertThat(sheet.choices()).containsExactly("已说明", "已更正", "准予保留");
    List<Long> open = ids("kind = 'over-plan' and status = 'open'");
    int payee = sheet.row(id("payee-differs"));
    assertThat(sheet.cell(payee, "国库一方（文件:行　金额）")).contains("treasury.csv:", "3000.00");
    sheet
        .type(payee, "处理", "已更正")
        .type(payee, "理由", "已追回")
        .type(sheet.row(open.get(0)), "处理", "免了")
        .type(sheet.row(open.get(1)), "处理", "准予保留")
        .type(sheet.row(open.get(2)), "处理", "准予保留")
        .type(sheet.row(open.get(2)), "理由", "年中追加")
        .type(sheet.row(open.get(3)), "处理", "准予保留")
        .type(sheet.row(open.get(3)), "理由", "年中追加");
    office.the(Decisions.class).resolve(open.get(2), Resolution.WAIVED, "先来的", "赵六");
    office
        .sql()
        .sql("update discrepancy set evidence = '2' where id = :id")
        .param("id", open.get(3))
        .update();
    HttpResponse<String> result = upload(wang, sheet.bytes());
    assertThat(result.statusCode()).isEqualTo(200);
    assertThat(result.body())
        .contains("填写了 5 行：1 行已处理，待他人复核；4 行没有处理")
        .contains("免了", "已说明、已更正或准予保留", "1 到 500 个字的理由", "已由 赵六 于 ", "随重新对账（");
    assertThat(count("kind = 'payee-differs' and resolved_by = '王芳'")).isEqualTo(1);
    assertThat(upload(wang, sheet.bytes()).body()).contains("0 行已处理", "已由 王芳 于 ");
    for (byte[] wrong :
        List.of(
            "编号,处理".getBytes(StandardCharsets.UTF_8), new byte[0], new byte[] {'P', 'K', 3, 4})) {
      HttpResponse<String> refused = upload(wang, wrong);
      assertThat(refused.statusCode()).isEqualTo(422);
      assertThat(refused.body()).contains("这个文件不能作为工作表读入", "未作任何改动");
    }
    HttpResponse<String> large = upload(wang, new byte[(20 << 20) + 1]);
    assertThat(large.statusCode()).isEqualTo(413);
    assertThat(large.body()).contains("最多 20 MB");
    assertThat(chen.download("/2020/discrepancies/work-list.xlsx").statusCode()).isEqualTo(403);
  }

  @Test
  @Order(7)
  void aListOf2000AnswersIn300Milliseconds() throws Exception {
    office
        .sql()
        .sql(
            """
            insert into discrepancy (year, kind, key, evidence, severity, source, amount, since, found)
            select 2020, 'ledger-only', 'many-' || n, '1', 'error', 'central', n, '2020-05-01', '凭证' || n
            from generate_series(1, 2000) n
            """)
        .update();
    List<Long> times = new ArrayList<>();
    for (String address :
        List.of(
            "/2020/discrepancies",
            "/2020/discrepancies?sort=age",
            "/2020/discrepancies?kind=ledger-only",
            "/2020/discrepancies?kind=ledger-only&size=200")) {
      long best = LongStream.range(0, 8).map(time -> milliseconds(address)).min().orElseThrow();
      times.add(best);
    }
    System.out.println("milliseconds: " + times);
    assertThat(times).allMatch(time -> time < 300);
  }

  @Test
  @Order(8)
  void aClosedYearCanBeReadOnly() throws Exception {
    String address = address("ledger-only");
    office
        .sql()
        .sql(
            """
            insert into year_close
              (year, number, closed_at, closed_by, definitions_version, sha256, audit_head)
            values (2020, 1, now(), '甲', '', '', 0)
            """)
        .update();
    assertThat(wang.get(address).body())
        .contains("已随 2020 年度由 甲 于 ")
        .doesNotContain("/resolve\"", "/send-back\"");
    assertThat(wang.get("/2020/discrepancies?kind=ledger-only").body())
        .contains("只能查看，不能更改")
        .doesNotContain("discrepancies/resolve\"", "data-sends-file");
    HttpResponse<String> refused = sendBack(lisi, address, mark(id("ledger-only")), "年结后才发现");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("不能更改", "由 甲 于 ");
  }

  private static long milliseconds(String address) {
    try {
      long from = System.nanoTime();
      assertThat(wang.get(address).statusCode()).isEqualTo(200);
      return (System.nanoTime() - from) / 1_000_000;
    } catch (Exception problem) {
      throw new IllegalStateException(problem);
    }
  }

  private static HttpResponse<String> resolve(
      Visitor visitor, String address, String as, String why) throws Exception {
    visitor.get(address);
    return visitor.post(address + "/resolve", Map.of("as", as, "why", why));
  }

  private static HttpResponse<String> sendBack(
      Visitor visitor, String address, String mark, String why) throws Exception {
    visitor.get(address);
    return visitor.post(address + "/send-back", Map.of("mark", mark, "back", why));
  }

  private static HttpResponse<String> upload(Visitor visitor, byte[] file) throws Exception {
    visitor.get("/2020/discrepancies");
    return visitor.upload("/2020/discrepancies/work-list", BodyPublishers.ofByteArray(file));
  }

  private static String location(HttpResponse<String> response) {
    return response.headers().firstValue("location").orElse(response.body());
  }

  /** The mark that a page shows. */
  private static String mark(Visitor visitor, String address) throws Exception {
    return visitor
        .get(address)
        .body()
        .replaceFirst("(?s).*name=\"mark\" value=\"([^\"]+)\".*", "$1");
  }

  private static String mark(long id) {
    return list("""
            select left(evidence, 16) || '-' || coalesce(
              (select max(e.id) from audit_event e where e.discrepancy_id = d.id), 0)
            from discrepancy d
            where id = %d
            """
            .formatted(id))
        .get(0);
  }

  private static String address(String kind) {
    return "/2020/discrepancies/" + id(kind);
  }

  private static long id(String kind) {
    return ids("kind = '%s'".formatted(kind)).get(0);
  }

  private static List<Long> ids(String where) {
    return office
        .sql()
        .sql(
            "select id from discrepancy where status <> 'gone' and %s order by id".formatted(where))
        .query(Long.class)
        .list();
  }

  private static int count(String where) {
    return ids(where).size();
  }
}
