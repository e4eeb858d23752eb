package org.sunlitledger.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.account.AccountRole;
import org.sunlitledger.database.RunLock;
import org.sunlitledger.testing.Office;
import org.sunlitledger.testing.SmallCounty;

/** A ledger is handed in as a whole, a run reconciles it, and the page proves the result. */
class ReconciliationPagesIT {
  private static final String PAGE = "/2020/reconciliation";
  private static final String GOOD = "国库台账 全年.csv";
  private static final int MOST_LOOKS = 300;

  private static Office office;
  @AutoClose private static Staff staff;
  private static Path folder;
  private static Visitor clerk;
  private static Visitor ofWater;
  private static Visitor viewer;
  private static byte[] ledger;

  @BeforeAll
  static void open(@TempDir Path in) throws Exception {
    folder = in;
    office = Office.in(in);
    SmallCounty.deliver(office, 2020);
    office.night(2020);
    ledger = Files.readAllBytes(SmallCounty.ledger(office, 2020));
    staff =
        Staff.of(office, Map.of("SUNLIT_OUT", office.out().toString()))
            .add("wangfang", "王芳", AccountRole.CLERK)
            .add("zhaoliu", "赵六", "水利局", AccountRole.CLERK)
            .add("qianqi", "钱七", AccountRole.VIEWER);
    clerk = staff.visitor("wangfang");
    ofWater = staff.visitor("zhaoliu");
    viewer = staff.visitor("qianqi");
    emptyPage();
    ofWater.get(PAGE);
    viewer.get(PAGE);
  }

  /** Of a year that was never reconciled. */
  private static void emptyPage() throws Exception {
    assertThat(clerk.get(PAGE).body())
        .contains("2020 年度还没有与国库台账对过账", "支付凭证号", "/registers/treasury_entry/empty.xlsx")
        .contains("一次交齐", "还没有国库台账");
    assertThat(clerk.get("/registers/treasury_entry/empty.xlsx").statusCode()).isEqualTo(200);
    HttpResponse<String> without = clerk.post(PAGE + "/run", Map.of());
    assertThat(without.statusCode()).isEqualTo(409);
    assertThat(without.body()).contains("对账没有开始", "还没有国库台账", "未作任何改动");
    assertThat(clerk.get(PAGE + "/statement.xlsx").statusCode()).isEqualTo(404);
    assertThat(clerk.get(PAGE + "/proof").statusCode()).isEqualTo(404);
  }

  @BeforeEach
  void startFromTheWholeLedger() throws Exception {
    clerk.get(PAGE);
    for (String name : handedIn()) {
      clerk.post(PAGE + "/ledger/withdraw", Map.of("name", name));
    }
    assertThat(send(GOOD, ledger).statusCode()).isEqualTo(201);
    reconcile();
  }

  @Test
  @Tag("long")
  void thePageShowsTheProofThatTheLinesStillGive() throws Exception {
    String page = clerk.get(PAGE).body();
    assertThat(page)
        .contains("100.00 %", "相符", GOOD, "计入的国库台账文件", "关注事项", "不是对任何人的指控")
        .contains("/2020/discrepancies?status=open", "用上次交来的国库台账")
        .doesNotContain("上次对账没有完成", "不符");
    assertThat(clerk.get(PAGE + "/proof").body()).contains("用原始行重新相加，与上表逐项相同");
    assertThat(viewer.get(PAGE).body()).contains("100.00 %").doesNotContain("id=\"files\"");
    assertThat(viewer.get(PAGE + "/proof").body()).contains("逐项相同");
    assertThat(clerk.get("/2020").body()).contains("href=\"/2020/reconciliation\"");
  }

  @Test
  void aLineThatIsChangedByHandIsSaidInRedAndRecorded() throws Exception {
    long before = logged("proof_differs");
    long entry =
        office
            .sql()
            .sql("select delivery_id from live_treasury_entry limit 1")
            .query(Long.class)
            .single();
    int changed =
        office
            .sql()
            .sql(
                "update treasury_entry set amount = amount + 1 where delivery_id = :id and line = 2")
            .param("id", entry)
            .update();
    assertThat(changed).isOne();
    assertThat(clerk.get(PAGE + "/proof").body())
        .contains("class=\"fault\"", "用原始行重新相加，与上表不同", "此事已记入日志")
        .doesNotContain("逐项相同");
    assertThat(logged("proof_differs")).isGreaterThan(before);
    office
        .sql()
        .sql("update treasury_entry set amount = amount - 1 where delivery_id = :id and line = 2")
        .param("id", entry)
        .update();
    assertThat(clerk.get(PAGE + "/proof").body()).contains("逐项相同");
  }

  @Test
  void theStatementIsTheOneThatTheRunWroteOrIsWrittenAnew() throws Exception {
    byte[] workbook = clerk.download(PAGE + "/statement.xlsx").body();
    Path written = office.out().resolve("2020/reconciliation.xlsx");
    assertThat(written).hasBinaryContent(workbook);
    Files.delete(written);
    byte[] anew = clerk.download(PAGE + "/statement.xlsx").body();
    assertThat(anew).isEqualTo(workbook);
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(anew))) {
      assertThat(book.getNumberOfSheets()).isGreaterThan(3);
    }
    HttpResponse<String> page = viewer.get(PAGE + "/statement.html");
    assertThat(page.body()).contains("台账与国库支付对账表", "制表人");
    assertThat(page.headers().firstValue("content-security-policy").orElse(""))
        .contains("default-src 'none'", "sha256-");
    assertThat(logged("list_taken")).isPositive();
  }

  @Test
  @Tag("long")
  void anIncompleteLedgerChangesNothingAndSaysWhatIsNotImported() throws Exception {
    String before = proof();
    List<String> lines = new String(ledger, UTF_8).lines().toList();
    String broken =
        lines.get(0) + "\n" + lines.get(1).replaceFirst("2020-\\d\\d-\\d\\d", "2020-06-31");
    assertThat(send("补充.csv", (broken + "\n").getBytes(UTF_8)).statusCode()).isEqualTo(201);
    assertThat(clerk.get(PAGE).body()).contains("以上面 2 个文件作为 2020 年度全部国库台账", "还没有用于对账");
    reconcile();
    String page = clerk.get(PAGE).body();
    assertThat(page)
        .contains("国库台账不完整，没有对账，原来的结果没有变", "国库台账有 1 处没有导入")
        .contains("国库台账文件 补充.csv 第 2 行未导入", "打开所在批次", "100.00 %");
    assertThat(proof()).isEqualTo(before);
    assertThat(ofWater.get(PAGE).body()).contains("补充.csv").doesNotContain("打开所在批次");

    String given = newest();
    assertThat(clerk.post(PAGE + "/ledger/withdraw", Map.of("name", "补充.csv")).statusCode())
        .isEqualTo(302);
    assertThat(newest()).isNotEqualTo(given);
    assertThat(folder.resolve("var/ledger/2020").resolve(given).resolve("补充.csv")).exists();
    assertThat(handedIn()).containsExactly(GOOD);
    reconcile();
    assertThat(clerk.get(PAGE).body()).contains("相符").doesNotContain("没有导入", "不完整");
  }

  @Test
  void aFileThatIsNoLedgerIsSaidToBeNoneBeforeAnyRun() throws Exception {
    byte[] other =
        Files.readAllBytes(Path.of("src/test/resources/small-county/2020/payment-2020.csv"));
    assertThat(send("支付2020.csv", other).statusCode()).isEqualTo(201);
    assertThat(clerk.get(preview("支付2020.csv")).body())
        .contains("将退回", "不是国库台账", "国库支付台账", "其他台账在“上传”页上传")
        .doesNotContain("认得");
    assertThat(clerk.get(preview(GOOD)).body()).contains("认得", "国库支付台账");
    assertThat(clerk.get(preview("没有.csv")).statusCode()).isEqualTo(404);
    byte[] changed = new String(ledger, UTF_8).replace("代发户", "代发户二").getBytes(UTF_8);
    assertThat(send("另一份2019.csv", changed).statusCode()).isEqualTo(201);
    assertThat(clerk.get(preview("另一份2019.csv")).body()).contains("认得", "2020 年");
    for (String name : List.of("../a.csv", "a.exe", ".given", "a/b.csv")) {
      assertThat(send(name, ledger).statusCode()).as(name).isEqualTo(422);
    }
    assertThat(send("另一份2019.csv", ledger).statusCode()).isEqualTo(409);
    assertThat(
            clerk
                .upload(to("另一份2019.csv") + "&replace=true", BodyPublishers.ofByteArray(ledger))
                .statusCode())
        .isEqualTo(201);
  }

  @Test
  void aRunWithAFileThatIsNoLedgerSaysSoInOneLanguageAndWithoutAPath() throws Exception {
    byte[] other =
        Files.readAllBytes(Path.of("src/test/resources/small-county/2020/payment-2020.csv"));
    assertThat(send("支付2020.csv", other).statusCode()).isEqualTo(201);
    reconcile();
    for (String page : List.of(PAGE, "/2020")) {
      assertThat(clerk.get(page).body())
          .as(page)
          .contains("支付2020.csv 不是可用的“国库支付台账”，未作任何改动")
          .doesNotContain("is not a treasury_entry", "ledger/2020/");
    }
    assertThat(clerk.get("/2020").body()).contains("原因在国库台账文件的，不要点“继续”");
  }

  @Test
  void whileAnotherRunWorksTheAnswerSaysSoAndTheFilesCanStillBeChanged() throws Exception {
    assertThat(send("又一份.csv", ledger).statusCode()).isEqualTo(201);
    String folderBefore = newest();
    RunLock.Held held =
        (RunLock.Held) office.the(RunLock.class).tryAcquire("nightly 2020: lisi, pid 7");
    HttpResponse<String> refused = clerk.post(PAGE + "/run", Map.of());
    held.close();
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("对账没有开始", "已有一次运行正在进行，自 20", "未作任何改动", "还没有用于对账");
    clerk.post(PAGE + "/ledger/withdraw", Map.of("name", "又一份.csv"));
    assertThat(newest()).isEqualTo(folderBefore);
  }

  @Test
  void whoMayNotHandInALedgerIsRefusedAndTold() throws Exception {
    assertThat(ofWater.get(PAGE).body())
        .contains("您的账号只限本单位", "全县", "disabled")
        .doesNotContain("id=\"files\"", "ledger/withdraw");
    assertThat(ofWater.upload(to("a.csv"), BodyPublishers.ofByteArray(ledger)).statusCode())
        .isEqualTo(403);
    assertThat(ofWater.get(preview(GOOD)).statusCode()).isEqualTo(403);
    assertThat(ofWater.post(PAGE + "/run", Map.of()).statusCode()).isEqualTo(403);
    assertThat(viewer.get(PAGE).body()).contains("由不限单位的经办人员交来");
    assertThat(viewer.upload(to("a.csv"), BodyPublishers.ofByteArray(ledger)).statusCode())
        .isEqualTo(403);
    assertThat(viewer.post(PAGE + "/run", Map.of()).statusCode()).isEqualTo(403);
    assertThat(
            clerk.uploadWithoutToken(to("a.csv"), BodyPublishers.ofByteArray(ledger)).statusCode())
        .isEqualTo(403);
    assertThat(handedIn()).containsExactly(GOOD);
  }

  @Test
  @Tag("long")
  void whatCameSinceMakesItOutOfDateAndIsNamed() throws Exception {
    office
        .deliver(
            "水利局/补报2020.csv",
            "支付凭证号,项目编号,支付日期,收款单位,资金来源,支付金额",
            "PZ-LATE,CY-1,2020-12-30,某公司,中央,100")
        .night(2020);
    assertThat(clerk.get(PAGE).body()).contains("对账后数据有变化，须重新对账", "水利局/补报2020.csv", "重新对账");
    assertThat(clerk.get(PAGE + "/proof").body()).contains("重新对账后再验算").doesNotContain("逐项相同");
    assertThat(clerk.get("/2020").body()).contains("须重新对账");
    reconcile();
    String page = clerk.get(PAGE).body();
    assertThat(page)
        .doesNotContain("须重新对账")
        .contains(
            "/2020/discrepancies?status=found&amp;severity=all&amp;source=central&amp;kind=record-only")
        .contains("100.00</a>");
    assertThat(clerk.get(PAGE + "/proof").body()).contains("逐项相同");
  }

  private static void reconcile() throws Exception {
    HttpResponse<String> begun = clerk.post(PAGE + "/run", Map.of());
    assertThat(begun.statusCode()).as(begun.body()).isEqualTo(302);
    for (int look = 0; look < MOST_LOOKS; look++) {
      if (office
          .sql()
          .sql("select not exists (select from batch_job_execution where end_time is null)")
          .query(Boolean.class)
          .single()) {
        return;
      }
      Thread.sleep(100);
    }
    throw new AssertionError("the run does not end");
  }

  private static HttpResponse<String> send(String name, byte[] content) throws Exception {
    return clerk.upload(to(name), BodyPublishers.ofByteArray(content));
  }

  private static String to(String name) {
    return PAGE + "/ledger?name=" + URLEncoder.encode(name, UTF_8);
  }

  private static String preview(String name) {
    return PAGE + "/ledger/preview?name=" + URLEncoder.encode(name, UTF_8);
  }

  /** The names of what is handed in now. */
  private static List<String> handedIn() throws Exception {
    Path ofYear = folder.resolve("var/ledger/2020");
    return Files.exists(ofYear) ? names(ofYear.resolve(newest())) : List.of();
  }

  private static String newest() throws Exception {
    return names(folder.resolve("var/ledger/2020")).stream()
        .max((one, other) -> Integer.compare(Integer.parseInt(one), Integer.parseInt(other)))
        .orElseThrow();
  }

  private static List<String> names(Path of) throws Exception {
    try (Stream<Path> files = Files.list(of)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.startsWith("."))
          .toList();
    }
  }

  private static String proof() {
    return office
        .sql()
        .sql("select string_agg(row(p.*)::text, ';' order by source) from reconciliation_proof p")
        .query(String.class)
        .single();
  }

  private static long logged(String kind) {
    return office
        .sql()
        .sql("select count(*) from access_event where kind = :kind")
        .param("kind", kind)
        .query(Long.class)
        .single();
  }
}
