package org.sunlitledger.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.account.AccountRole;
import org.sunlitledger.job.Nightly;
import org.sunlitledger.open.OpenDecisions;
import org.sunlitledger.testing.Office;

/** What people are reminded of, and who handed in what. */
@Tag("long")
class DraftsOnDeskIT {
  private static final String HEADER = "收据编号,帮扶类别,提供单位,形式,到位日期,折合金额（万元）";
  private static final String GOOD = "SJ-1,帮扶资金,甲单位,现金,2020-01-10,1";
  private static final int FORM = 3;

  private final Office office;
  @AutoClose private final Staff staff;

  DraftsOnDeskIT(@TempDir Path folder) throws Exception {
    office = Office.in(folder);
    office.deliver("民政/aid-2020.csv", HEADER, GOOD, bad(2), bad(3), bad(4), bad(5)).night(2020);
    office.deliver("aid-2021.csv", HEADER, GOOD.replace("2020", "2021")).night(2021);
    staff =
        Staff.of(office)
            .add("wangfang", "王芳", "民政", AccountRole.CLERK)
            .add("lisi", "李四", AccountRole.CLERK)
            .add("jiaoyu", "教育局", "教育", AccountRole.CLERK);
  }

  @Test
  void draftsAreOnTheDeskUntilTheyAreHandedInOrSettledOtherwise() throws Exception {
    Visitor wangfang = at("wangfang");
    for (int line = 3; line <= 5; line++) {
      draft(wangfang, line);
    }
    Visitor lisi = at("lisi");
    draft(lisi, 6);
    assertThat(wangfang.get("/2020").body())
        .contains("第 1 批有 3 处更正尚未提交", "第 1 批有 1 处更正尚未提交", "· 李四", "待办 1");
    assertThat(at("jiaoyu").get("/2020").body()).doesNotContain("尚未提交", "待办 1");

    office
        .deliver(
            "补正.csv",
            "补正批次 1",
            HEADER + ",原行号,处理",
            bad(2).replace("钱", "现金") + ",3,",
            bad(3) + ",4,撤回")
        .night(2020);
    long item =
        office.sql().sql("select id from open_item where line = 5").query(Long.class).single();
    assertThat(office.the(OpenDecisions.class).setAside(List.of(item), "单据遗失", "李四"))
        .isInstanceOf(OpenDecisions.OpenDecided.class);

    assertThat(wangfang.get("/2020").body())
        .contains("第 1 批有 3 处更正已作废", "待办 1")
        .doesNotContain("3 处更正尚未提交");
    String page = wangfang.get("/deliveries/1/mend").body();
    assertThat(page)
        .contains(
            "王芳 起草的第 3 行", "已由第 3 批更正", "王芳 起草的第 4 行", "已由第 3 批撤回", "王芳 起草的第 5 行", "已搁置", "李四");
    assertThat(page).as("only line 6 still has a draft").contains("id=\"mend-changed\">1<");
    assertThat(drafts()).as("looking changes nothing").isEqualTo(4);
    assertThat(lisi.get("/deliveries/1/mend").body())
        .contains("王芳 起草的第 3 行")
        .doesNotContain("删除我的这些草稿");
    assertThat(lisi.post("/deliveries/1/mend/discard", Map.of()).statusCode()).isEqualTo(302);
    assertThat(drafts()).as("nobody deletes what another one has not seen").isEqualTo(4);

    // what is written after that counts again
    draft(wangfang, 5);
    assertThat(wangfang.get("/2020").body()).contains("第 1 批有 1 处更正尚未提交");
    wangfang.post("/deliveries/1/mend/discard", Map.of());
    assertThat(drafts()).isEqualTo(2);
    assertThat(wangfang.get("/deliveries/1/mend").body()).doesNotContain("草稿作废");
  }

  @Test
  void draftsOfAReplacedFileSayWhatReplacedIt() throws Exception {
    Visitor lisi = at("lisi");
    draft(lisi, 3);
    office
        .deliver(
            "民政/aid-2020更正.csv", HEADER, GOOD, bad(2).replace("钱", "实物"), bad(3), bad(4), bad(5))
        .night(2020);
    assertThat(lisi.get("/deliveries/1/mend").body()).contains("李四 起草的第 3 行", "整份文件已由第 3 批更正");
    assertThat(lisi.get("/2020").body()).contains("第 1 批有 1 处更正已作废");
  }

  @Test
  void aPageOfADeliveryBelongsToItsYear() throws Exception {
    assertThat(at("lisi").get("/2020").body()).contains("href=\"/2021\"");
    for (String page : List.of("/deliveries/1", "/deliveries/1/mend", "/runs/1")) {
      assertThat(at("lisi").get(page).body())
          .as(page)
          .contains("<a href=\"/2020\" aria-current=\"true\">", "href=\"/2020/deliveries\"");
    }
  }

  @Test
  void listsSayWhoHandedInWhat() throws Exception {
    Visitor wangfang = at("wangfang");
    assertThat(wangfang.get("/deliveries/1").body()).contains("由谁报送", "文件夹");
    String file = String.join("\n", HEADER, "SJ-9,帮扶资金,甲单位,现金,2020-03-10,1\n");
    assertThat(
            wangfang
                .upload("/2020/upload?name=nine-2020.csv", BodyPublishers.ofString(file, UTF_8))
                .statusCode())
        .isEqualTo(201);
    office.the(Nightly.class).run(2020, Optional.empty(), office.out());
    assertThat(wangfang.get("/deliveries/3").body()).contains("王芳");
    assertThat(wangfang.get("/2020/deliveries").body()).contains("<td>王芳</td>", "<td>文件夹</td>");
    assertThat(wangfang.get("/2020/deliveries.csv").body()).contains("由谁报送", ",王芳");
  }

  @Test
  void whatIsLongerThanAnybodyTypesIsRefusedBeforeItIsRead() throws Exception {
    String long2 = "[{\"line\": 3, \"cell\": 3, \"text\": \"%s\"}]".formatted("长".repeat(700_000));
    assertThat(at("lisi").postJson("/deliveries/1/mend/cells", long2).statusCode()).isEqualTo(413);
    assertThat(drafts()).isZero();
  }

  private Visitor at(String login) throws Exception {
    Visitor visitor = staff.visitor(login);
    visitor.get("/2020");
    return visitor;
  }

  private static void draft(Visitor visitor, int line) throws Exception {
    String cell = "[{\"line\": %d, \"cell\": %d, \"text\": \"现金\"}]".formatted(line, FORM);
    assertThat(visitor.postJson("/deliveries/1/mend/cells", cell).statusCode()).isEqualTo(200);
  }

  private int drafts() {
    return office.sql().sql("select count(*) from mend_draft").query(Integer.class).single();
  }

  private static String bad(int number) {
    return "SJ-%d,帮扶资金,甲单位,钱,2020-01-1%d,1".formatted(number, number);
  }
}
