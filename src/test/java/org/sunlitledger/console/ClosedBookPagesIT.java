package org.sunlitledger.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionTemplate;
import org.sunlitledger.account.AccountRole;
import org.sunlitledger.job.YearEnd;
import org.sunlitledger.testing.Office;
import org.sunlitledger.testing.SmallCounty;

/** The pages of a closed year show what was published, and what came too late. */
@Tag("long")
class ClosedBookPagesIT {

  @Test
  void aClosedYearHasItsPublishedReportAndLateDeliveriesAreNamedSo(@TempDir Path folder)
      throws Exception {
    try (Office office = Office.in(folder)) {
      SmallCounty.deliver(office, 2020);
      office.night(2020);
      SmallCounty.reconcile(office, 2020);
      assertThat(office.the(YearEnd.class).run(2020, List.of(), Optional.of("甲"), office.out()))
          .isInstanceOf(YearEnd.Done.class);
      office
          .deliver(
              "payment-late-2020.csv",
              "支付凭证号,项目编号,支付日期,收款单位,资金来源,支付金额",
              "PZ-L,CY-1,2020-12-30,某公司,中央,100",
              "PZ-M,CY-1,2020-12-30,某公司,中央,一百")
          .night(2020);
      assertThat(privateUse(office.out().resolve("2020/closed-1"))).isEmpty();
      byte[] published =
          Files.readAllBytes(office.out().resolve("2020/closed-1/reports/annual-2019.txt"));
      try (ServedConsole console = ServedConsole.of(office)) {
        Visitor clerk =
            new Staff(office, console).add("wangfang", "王芳", AccountRole.CLERK).visitor("wangfang");
        assertThat(clerk.get("/2020/reports").body()).contains("定稿，已随年结公布").doesNotContain("草稿");
        assertThat(clerk.download("/2020/reports/annual-2019/file.txt").body())
            .isEqualTo(published);
        assertThat(clerk.get("/2020/reports/annual-2019").body())
            .contains("定稿，已随年结公布", "href=\"/2020/figures/F11\"")
            .doesNotContain("不能点开", "草稿");
        assertThat(clerk.get("/2020/deliveries?status=held").body())
            .contains("payment-late-2020.csv", "年结后迟到", "共 1 批");
        long late = id(office, "payment-late-2020.csv");
        assertThat(clerk.get("/deliveries/" + late + "/lines/2").body())
            .contains("已接受，但这批现在不计入", "这一行不计入任何指标");
        assertThat(clerk.get("/deliveries/" + id(office, "payment-2020.csv") + "/lines/2").body())
            .contains("已接受，计入", "F11 ");
        assertThat(clerk.get("/2020/audit").body()).contains("年结", "甲");
        assertThat(clerk.get("/2020/reconciliation").body())
            .contains("2020 年度已年结，不能再对账", "相符", "disabled")
            .doesNotContain("id=\"files\"");
        HttpResponse<String> frozen = clerk.post("/2020/reconciliation/run", Map.of());
        assertThat(frozen.statusCode()).isEqualTo(409);
        assertThat(frozen.body()).contains("对账没有开始", "须先重新开账", "未作任何改动");
        assertThat(clerk.download("/2020/reconciliation/statement.xlsx").statusCode())
            .isEqualTo(200);
        assertThat(clerk.get("/deliveries/" + late).body()).contains("搁置所选");
        String item =
            office.sql().sql("select max(id) from open_item").query(String.class).single();
        assertThat(
                clerk
                    .post("/deliveries/" + late + "/set-aside", Map.of("item", item, "why", "迟到"))
                    .headers()
                    .firstValue("location"))
            .isPresent();
        // published by an earlier version of the program, which wrote another text
        publishOtherText(office);
        assertThat(clerk.get("/2020/reports/annual-2019").body())
            .contains("不能点开", "总体情况")
            .doesNotContain("href=\"/2020/figures/F11\"");
      }
    }
  }

  private static void publishOtherText(Office office) {
    office
        .the(TransactionTemplate.class)
        .executeWithoutResult(
            status -> {
              office.sql().sql("set local session_replication_role = replica").update();
              office
                  .sql()
                  .sql(
                      """
                      update snapshot_chunk
                      set content = content || 'x'
                      where name = 'reports/annual-2019.txt'
                      """)
                  .update();
            });
  }

  /** Files that have characters for private use, with which the console marks figures. */
  private static List<Path> privateUse(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().matches(".*\\.(txt|html|csv|yaml|sql)"))
          .filter(ClosedBookPagesIT::hasPrivateUse)
          .toList();
    }
  }

  private static boolean hasPrivateUse(Path file) {
    try {
      return Files.readString(file).codePoints().anyMatch(ClosedBookPagesIT::isPrivateUse);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static boolean isPrivateUse(int glyph) {
    return Character.getType(glyph) == Character.PRIVATE_USE;
  }

  private static long id(Office office, String name) {
    return office
        .sql()
        .sql("select id from delivery where name = :name")
        .param("name", name)
        .query(Long.class)
        .single();
  }
}
