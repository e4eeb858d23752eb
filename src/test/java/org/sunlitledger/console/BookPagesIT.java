package org.sunlitledger.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.account.AccountRole;
import org.sunlitledger.testing.Office;

/** Deliveries, reports and the audit trail, as a browser asks for them. */
class BookPagesIT {
  private static final String AID = "收据编号,帮扶类别,提供单位,形式,到位日期,折合金额";
  private static final String HOSTILE = "=cmd|'calc'!A0<b> 2020.csv";

  private static Office office;
  @AutoClose private static Staff staff;
  private static Visitor clerk;
  private static Visitor ofWater;
  private static Visitor viewer;

  @BeforeAll
  static void open(@TempDir Path folder) throws Exception {
    office = Office.in(folder).deliverAll(Path.of("src/test/resources/small-county/2020"));
    office.deliver(HOSTILE, AID, line(801), "SJ-802,帮扶资金,=甲单位,现金,2020-01-10,贰佰", line(803));
    office.deliver("教育局/丁2020.csv", AID, line(901), "SJ-902,帮扶资金,乙单位,现金,2020-01-10,叁佰");
    office.deliver("水利局/甲2020.csv", lines(1, 4)).night(2020);
    office.deliver("水利局/乙2020.csv", lines(3, 6)).night(2020);
    staff =
        Staff.of(office)
            .add("wangfang", "王芳", AccountRole.CLERK)
            .add("zhaoliu", "赵六", "水利局", AccountRole.CLERK)
            .add("qianqi", "钱七", AccountRole.VIEWER);
    clerk = staff.visitor("wangfang");
    ofWater = staff.visitor("zhaoliu");
    viewer = staff.visitor("qianqi");
    for (Visitor visitor : List.of(clerk, ofWater, viewer)) {
      // forms have the token of a page that was looked at before
      visitor.get("/2020");
    }
  }

  @Test
  void aListIsFilteredByItsAddressAndShowsTheTotalOfTheFilter() throws Exception {
    assertThat(clerk.get("/2020/deliveries").body())
        .contains("水利局/甲2020.csv", "教育局/丁2020.csv", "共 ")
        .doesNotContain("A0<b>")
        .contains("A0&lt;b&gt;");
    assertThat(clerk.get("/2020/deliveries?office=" + encoded("水利局") + "&status=live").body())
        .contains("水利局/甲2020.csv", "共 1 批，读取 4 行；接受 4 行，400.00 元；退回 0 行，0.00 元")
        .doesNotContain("乙2020.csv", "丁2020.csv");
    assertThat(clerk.get("/2020/deliveries?text=" + encoded("没有这样的文件")).body())
        .contains("没有符合筛选条件的内容");
    assertThat(clerk.get("/2030/deliveries").body()).contains("本年度还没有报送", "/2030/upload");
    assertThat(clerk.get("/2020/deliveries?sort=id;drop&size=7&after=x").statusCode())
        .isEqualTo(400);
    assertThat(clerk.get("/2020/deliveries?sort=id;drop&size=7").statusCode()).isEqualTo(200);
  }

  @Test
  void aPageBeginsBehindTheLastRowOfThePageBefore() throws Exception {
    for (String sort : List.of("oldest", "newest", "name", "refused")) {
      List<Long> all = ids(clerk.get("/2020/deliveries?size=200&sort=" + sort).body());
      assertThat(all).hasSize(deliveries()).doesNotHaveDuplicates();
      assertThat(ids(clerk.get("/2020/deliveries?sort=" + sort + "&after=" + all.get(4)).body()))
          .isEqualTo(all.subList(5, all.size()));
    }
  }

  @Test
  void aFileHasAllRowsOfTheFilterAndNoCellThatRuns() throws Exception {
    HttpResponse<byte[]> csv = clerk.download("/2020/deliveries.csv");
    assertThat(csv.headers().firstValue("content-disposition").orElse(""))
        .startsWith("attachment")
        .contains("filename*=UTF-8''%E6%8A%A5%E9%80%812020.csv");
    assertThat(csv.headers().firstValue("content-security-policy").orElse("")).contains("sandbox");
    String text = new String(csv.body(), StandardCharsets.UTF_8);
    assertThat(text).startsWith("\ufeff批次,文件,").contains(",'=cmd|'calc'!A0<b> 2020.csv,");
    assertThat(text.lines()).hasSize(deliveries() + 1);
    byte[] xlsx = clerk.download("/2020/deliveries.xlsx?office=" + encoded("教育局")).body();
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(xlsx))) {
      assertThat(workbook.getSheetAt(0).getLastRowNum()).isEqualTo(1);
    }
    try (XSSFWorkbook workbook =
        new XSSFWorkbook(
            new ByteArrayInputStream(clerk.download("/2020/deliveries.xlsx").body()))) {
      workbook
          .getSheetAt(0)
          .forEach(
              row ->
                  row.forEach(cell -> assertThat(cell.getCellType()).isEqualTo(CellType.STRING)));
    }
  }

  @Test
  void somebodyOfAnOfficeSeesAndChangesNothingOfAnother() throws Exception {
    assertThat(ofWater.get("/2020/deliveries").body())
        .contains("水利局/甲2020.csv")
        .doesNotContain("丁2020.csv", "payment-2020.csv", "教育局");
    assertThat(ofWater.get("/2020/deliveries?office=" + encoded("教育局")).body())
        .contains("水利局/甲2020.csv")
        .doesNotContain("丁2020.csv");
    assertThat(
            new String(ofWater.download("/2020/deliveries.csv").body(), StandardCharsets.UTF_8)
                .lines()
                .skip(1))
        .isNotEmpty()
        .allMatch(row -> row.contains(",水利局/"));
    long other = id("教育局/丁2020.csv");
    for (String path : List.of("", "/original", "/lines/2", "/lines/3")) {
      assertThat(ofWater.get("/deliveries/" + other + path).statusCode()).as(path).isEqualTo(404);
    }
    Map<String, String> form =
        Map.of("item", item("教育局/丁2020.csv", 3), "why", "x", "as", "further");
    for (String path : List.of("/set-aside", "/take-back", "/accept")) {
      assertThat(ofWater.post("/deliveries/" + other + path, form).statusCode())
          .as(path)
          .isEqualTo(404);
      assertThat(ofWater.post("/deliveries/" + id("水利局/甲2020.csv") + path, form).statusCode())
          .as("an item of another office's file")
          .isEqualTo(404);
      assertThat(viewer.post("/deliveries/" + other + path, form).statusCode()).isEqualTo(403);
      assertThat(clerk.postWithoutToken("/deliveries/" + other + path, form).statusCode())
          .isEqualTo(403);
    }
    assertThat(clerk.post("/deliveries/" + other + "/approve", form).statusCode()).isEqualTo(403);
    assertThat(ofWater.get("/2020/reports/annual-2019").body()).contains("其他单位");
  }

  @Test
  void aViewerSeesNoCellThatWasRejectedAndNoOriginal() throws Exception {
    long id = id("教育局/丁2020.csv");
    assertThat(clerk.get("/deliveries/" + id).body()).contains("叁佰", "/original");
    assertThat(viewer.get("/deliveries/" + id).body())
        .contains("第 3 行")
        .doesNotContain("叁佰", "/original");
    assertThat(clerk.get("/deliveries/" + id + "/lines/3").body()).contains("叁佰", "没有入账");
    assertThat(viewer.get("/deliveries/" + id + "/lines/3").statusCode()).isEqualTo(404);
    assertThat(viewer.get("/deliveries/" + id + "/lines/2").body())
        .contains("SJ-901", "已接受，计入")
        .doesNotContain("叁佰");
    assertThat(viewer.get("/deliveries/" + id + "/original").statusCode()).isEqualTo(403);
    HttpResponse<byte[]> original = clerk.download("/deliveries/" + id + "/original");
    assertThat(new String(original.body(), StandardCharsets.UTF_8)).startsWith(AID);
    assertThat(original.headers().firstValue("content-disposition").orElse(""))
        .contains("%E4%B8%812020.csv");
    clerk.download("/2020/audit.xlsx");
    assertThat(
            office
                .sql()
                .sql(
                    """
                    select e.kind || ' ' || a.login || ' ' || e.detail
                    from access_event e
                    join account a on a.id = e.account_id
                    where e.kind in ('original_taken', 'list_taken')
                    """)
                .query(String.class)
                .list())
        .contains("original_taken wangfang " + id, "list_taken wangfang audit 2020 xlsx");
  }

  @Test
  void peopleAreMaskedOnTheirLine() throws Exception {
    String page = clerk.get("/deliveries/" + id("household-2020.csv") + "/lines/3").body();
    assertThat(page)
        .contains("HH0002", "HH0001", "HH0004", "计入的指标", "<li>")
        .doesNotContain("李二", "990502196001010021", "张一");
  }

  @Test
  void whatIsReadIsWhatIsAcceptedAndRefusedOrThePageSaysSoInRed() throws Exception {
    long id = id("document-2020.csv");
    assertThat(clerk.get("/deliveries/" + id).body()).contains("相符：没有漏掉一行");
    tamper(id, 1);
    assertThat(clerk.get("/deliveries/" + id).body()).contains("不相符：相差 0 行，-0.01 元");
    tamper(id, -1);
    office
        .sql()
        .sql("update delivery set bytes = bytes + 1 where id = :id")
        .param("id", id)
        .update();
    assertThat(clerk.get("/deliveries/" + id).body()).contains("原件不在存档中", "SHA-256 为 ");
    assertThat(clerk.get("/deliveries/" + id + "/original").statusCode()).isEqualTo(404);
    office
        .sql()
        .sql("update delivery set bytes = bytes - 1 where id = :id")
        .param("id", id)
        .update();
  }

  @Test
  void aFileThatWaitsForADecisionIsDecidedWithItsCandidates() throws Exception {
    long id = id("水利局/乙2020.csv");
    String item = item("水利局/乙2020.csv", 0);
    assertThat(ofWater.get("/deliveries/" + id).body())
        .contains("这个文件更正了哪一批？", "水利局/甲2020.csv（4 行")
        .doesNotContain("aid-2020.csv（");
    assertThat(
            ofWater
                .post("/deliveries/" + id + "/accept", Map.of("item", item, "as", "maybe"))
                .body())
        .contains("请选择这个文件是更正还是补充");
    HttpResponse<String> refused =
        clerk.post(
            "/deliveries/" + id + "/accept",
            Map.of("item", item, "as", "" + id("payment-2020.csv"), "why", "因为"));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("现在不能更正", "因为");
    Map<String, String> form = Map.of("item", item, "as", "" + id("水利局/甲2020.csv"), "why", "改过");
    assertThat(location(ofWater.post("/deliveries/" + id + "/accept", form)))
        .endsWith("?done=accepted");
    assertThat(ofWater.post("/deliveries/" + id + "/accept", form).body())
        .contains("已不需要认定，可能刚由他人认定");
    assertThat(ofWater.get("/2020/audit").body()).contains("赵六", "认定", "乙2020.csv");
  }

  @Test
  void whatIsOpenIsSetAsideWithAReasonAndARefusalKeepsWhatWasTyped() throws Exception {
    long id = id(HOSTILE);
    String item = item(HOSTILE, 3);
    String path = "/deliveries/" + id + "/set-aside";
    assertThat(clerk.get("/deliveries/" + id).body()).contains("搁置所选", "第 3 行");
    assertThat(clerk.post(path, Map.of("why", "重复的")).body())
        .contains("<title>错误：", "请先选择要搁置的事项", "重复的");
    HttpResponse<String> empty = clerk.post(path, Map.of("item", item, "why", " "));
    assertThat(empty.statusCode()).isEqualTo(422);
    assertThat(empty.body()).contains("请写明理由", "value=\"%s\" checked".formatted(item), "未作任何改动");
    assertThat(clerk.post(path, Map.of("item", item, "why", "长".repeat(501))).body())
        .contains("理由有 501 个字，最多 500 个字");
    assertThat(location(clerk.post(path, Map.of("item", item, "why", "=重复的"))))
        .endsWith("?done=set-aside");
    assertThat(clerk.get("/deliveries/" + id + "?done=set-aside").body())
        .contains("已搁置，待他人复核。", "王芳 于 ", "=重复的", "这是您搁置的，须由他人复核。", "撤回搁置")
        .doesNotContain("复核同意");
    assertThat(clerk.post(path, Map.of("item", item, "why", "又一次")).body())
        .contains("已由 王芳 于 20", "又一次");
    assertThat(new String(clerk.download("/2020/audit.csv").body(), StandardCharsets.UTF_8))
        .contains("王芳,网页,wangfang,", "搁置", "=重复的")
        .doesNotContain("\n=", ",=");
    assertThat(clerk.get("/2020/audit?who=" + encoded("王芳") + "&from=2020-01-01").body())
        .contains("=重复的", "网页", "wangfang");
    assertThat(clerk.get("/2020/audit?to=2020-01-01").body()).contains("没有符合筛选条件的内容");
    assertThat(ofWater.get("/2020/audit").body()).doesNotContain("=重复的");
    assertThat(location(clerk.post("/deliveries/" + id + "/take-back", Map.of("item", item))))
        .endsWith("?done=taken-back");
    assertThat(clerk.post("/deliveries/" + id + "/take-back", Map.of("item", item)).body())
        .contains("只能撤回自己搁置的事项");
  }

  @Test
  void aReportIsShownAndTakenAlong() throws Exception {
    assertThat(viewer.get("/2020/reports").body()).contains("草稿", "/2020/reports/annual-2019\"");
    assertThat(viewer.get("/2020/reports/annual-2019").body())
        .contains("草稿", "为什么是草稿", "/deliveries/" + id("教育局/丁2020.csv"));
    for (String ending : List.of("docx", "html", "txt")) {
      HttpResponse<byte[]> file = viewer.download("/2020/reports/annual-2019/file." + ending);
      assertThat(file.statusCode()).isEqualTo(200);
      assertThat(file.headers().firstValue("content-disposition").orElse(""))
          .contains("annual-2019-2020." + ending);
    }
    assertThat(viewer.get("/2020/reports/none").statusCode()).isEqualTo(404);
    assertThat(viewer.get("/2020/reports/annual-2019/file.exe").statusCode()).isEqualTo(404);
  }

  private static void tamper(long id, int fen) {
    office
        .sql()
        .sql("update delivery set fen_accepted = fen_accepted + :fen where id = :id")
        .param("fen", fen)
        .param("id", id)
        .update();
  }

  private static String line(int number) {
    return "SJ-%03d,帮扶资金,甲单位,现金,2020-01-10,100".formatted(number);
  }

  private static String[] lines(int from, int to) {
    return Stream.concat(
            Stream.of(AID), IntStream.rangeClosed(from, to).mapToObj(BookPagesIT::line))
        .toArray(String[]::new);
  }

  private static int deliveries() {
    return office
        .sql()
        .sql("select count(*) from delivery where year = 2020")
        .query(Integer.class)
        .single();
  }

  private static long id(String name) {
    return office
        .sql()
        .sql("select min(id) from delivery where name = :name")
        .param("name", name)
        .query(Long.class)
        .single();
  }

  private static String item(String name, int line) {
    return office
        .sql()
        .sql(
            """
            select i.id
            from open_item i
            join delivery d on d.id = i.delivery_id
            where d.name = :name
              and i.line = :line
            """)
        .param("name", name)
        .param("line", line)
        .query(String.class)
        .single();
  }

  private static List<Long> ids(String page) {
    return Pattern.compile("<a href=\"/deliveries/([0-9]+)\">")
        .matcher(page)
        .results()
        .map(found -> Long.valueOf(found.group(1)))
        .toList();
  }

  private static String location(HttpResponse<String> response) {
    return response.headers().firstValue("location").orElse("stays: " + response.body());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
