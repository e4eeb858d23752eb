package org.sunlitledger.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.account.AccountRole;
import org.sunlitledger.database.RunLock;
import org.sunlitledger.figure.Figures;
import org.sunlitledger.testing.Office;
import org.sunlitledger.testing.SmallCounty;

/** Figures, their proofs and the lines under them, as a browser asks for them. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FigurePagesIT {
  /** A sum, a count, distinct keys, a list, keys of two registers, one line, cells. */
  private static final List<String> KINDS =
      List.of("F11", "F01", "F12", "F12L", "F20B", "F17", "T3_1_1");

  private static final Pattern ROW =
      Pattern.compile(
          "<th scope=\"row\"><a href=\"(/2020/figures/[^\"]+)\">[^<]*</a></th>(.*?)</tr>",
          Pattern.DOTALL);
  private static final Pattern NUMBER = Pattern.compile("<td class=\"number\">([^<]*)</td>");
  private static final Pattern AMOUNT =
      Pattern.compile("<td class=\"number amount\">([0-9,.-]+)元?</td>");
  private static final Pattern LINE = Pattern.compile("href=\"(/deliveries/[0-9]+/lines/[0-9]+)\"");
  private static final Pattern NEXT = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"");

  /** Counts people. */
  private static final String OF_PEOPLE = "F26";

  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern SHORT_HASH = Pattern.compile("\\b[0-9a-f]{10}…");

  private static Office office;
  @AutoClose private static Staff staff;
  private static Visitor viewer;
  private static Visitor ofWater;

  @BeforeAll
  static void open(@TempDir Path folder) throws Exception {
    office = Office.in(folder);
    SmallCounty.deliver(office, 2020);
    office.night(2020);
    staff =
        Staff.of(office)
            .add("qianqi", "钱七", AccountRole.VIEWER)
            .add("zhaoliu", "赵六", "水利局", AccountRole.CLERK);
    viewer = staff.visitor("qianqi");
    ofWater = staff.visitor("zhaoliu");
  }

  @Test
  @Order(1)
  void theListHasEveryFigureAndIsFilteredByItsAddress() throws Exception {
    String all = viewer.get("/2020/figures").body();
    assertThat(all).contains("共 250 个指标", "href=\"/2020/figures/F11\"");
    assertThat(viewer.get("/2020/figures?text=f11").body()).contains("共 1 个指标");
    assertThat(viewer.get("/2020/figures?text=%00%27").statusCode()).isLessThan(500);
    assertThat(viewer.get("/2020/figures?missing").body()).contains("没有数");
    assertThat(viewer.get("/2030/figures").body()).contains("指标还没有算过", "href=\"/2030\"");
    String csv =
        new String(viewer.download("/2020/figures.csv?text=F11").body(), StandardCharsets.UTF_8);
    assertThat(csv.lines()).hasSize(2);
    assertThat(csv).startsWith("\ufeff编号,名称,").contains("\nF11,");
  }

  @Test
  @Order(1)
  void everyBarLeadsToExactlyTheLinesThatItCounts() throws Exception {
    int rows = 0;
    for (String id : KINDS) {
      String page = viewer.get("/2020/figures/" + id + "/proof").body();
      assertThat(page).as(id).contains("，与指标一致 ✓").doesNotContain("status bad");
      for (MatchResult row : ROW.matcher(page).results().toList()) {
        rows++;
        List<String> cells = found(NUMBER, row.group(2));
        String value = cells.get(cells.size() - 2);
        String lines = cells.get(cells.size() - 1);
        String address = row.group(1).replace("&amp;", "&");
        assertThat(viewer.get(address.replace("/lines", "/lines/sum")).body())
            .as(address)
            .contains("所列：" + lines + " 行")
            .contains(value);
        String listed = listed(address);
        assertThat(found(LINE, listed)).as(address).hasSize(Integer.parseInt(lines));
        if (id.equals("F11")) {
          assertThat(sum(listed)).as(address).isEqualByComparingTo(number(value));
        }
      }
    }
    assertThat(rows).isGreaterThan(30);
  }

  @Test
  @Order(1)
  void aShareIsExplainedByItsTwoSidesInYuanAndWhatIsRoundedDownSaysFromWhat() throws Exception {
    assertThat(viewer.get("/2020/figures/F18").body())
        .contains("精确值 80,000.00元 ÷ 70,000.00元", "80,000.00元 ÷ 70,000.00元 = 114.29%")
        .doesNotContain("8000000");
    assertThat(viewer.get("/2020/figures/F18/proof").body())
        .contains("80,000.00元 ÷ 70,000.00元 = 114.29%，与指标一致 ✓");
    assertThat(viewer.get("/2020/figures/F20").body())
        .contains("精确值 2 ÷ 3", "2 ÷ 3 = 66.67%，写作 65%以上");
  }

  @Test
  @Order(1)
  void linesThatStillChangeAreAddedUpOnlyWhenSomebodyAsks() throws Exception {
    String proof = "hx-get=\"/2020/figures/F11/proof\"";
    String sum = "hx-get=\"/2020/figures/F11/lines/sum\"";
    assertThat(viewer.get("/2020/figures/F11").body()).contains(proof);
    assertThat(viewer.get("/2020/figures/F11/lines").body()).contains(sum);
    RunLock.Held held = office.the(RunLock.class).acquire("nightly 2020");
    UnfinishedRun run = UnfinishedRun.of(office);
    try (held;
        run) {
      assertThat(viewer.get("/2020/figures/F11").body())
          .contains("明细行还在变化", "href=\"/2020/figures/F11/proof\"")
          .doesNotContain(proof);
      assertThat(viewer.get("/2020/figures/F11/lines").body())
          .contains("有运行正在进行", "href=\"/2020/figures/F11/lines/sum\"")
          .doesNotContain(sum);
    }
  }

  /** Makes the last run of the office one that has not ended. */
  private record UnfinishedRun(Office office, Timestamp ended) implements AutoCloseable {
    private static final String LAST =
        "where job_execution_id = (select max(job_execution_id) from batch_job_execution)";

    static UnfinishedRun of(Office office) {
      Timestamp ended =
          office
              .sql()
              .sql("select end_time from batch_job_execution " + LAST)
              .query(Timestamp.class)
              .single();
      office.sql().sql("update batch_job_execution set end_time = null " + LAST).update();
      return new UnfinishedRun(office, ended);
    }

    @Override
    public void close() {
      office.sql().sql("update batch_job_execution set end_time = ? " + LAST).param(ended).update();
    }
  }

  @Test
  @Order(1)
  void aLineOpensItsRowAndThatTheFigure() throws Exception {
    String line = found(LINE, viewer.get("/2020/figures/F11/lines").body()).get(0);
    assertThat(viewer.get(line).body()).contains("href=\"/2020/figures/F11\"");
    assertThat(ofWater.get("/2020/figures/F11/lines").body())
        .as("lines of other offices are seen and not opened")
        .contains("payment-2020.csv")
        .doesNotContain(line);
    String households = viewer.get("/2020/figures/F20R/lines").body();
    assertThat(households).contains("household-2020.csv").doesNotContain("李二", "9905021960");
    assertThat(file("/2020/figures/F11/lines.csv?source=none"))
        .as("no line is without a source")
        .hasSize(1);
    assertThat(file("/2020/figures/F11/lines.csv"))
        .hasSize(found(LINE, listed("/2020/figures/F11/lines")).size() + 1);
  }

  @Test
  @Order(1)
  void aFileOfLinesShortensTheHashesOfPeopleAsThePageDoes() throws Exception {
    String page = viewer.get("/2020/figures/%s/lines".formatted(OF_PEOPLE)).body();
    assertThat(page).containsPattern(SHORT_HASH).doesNotContainPattern(HASH);
    assertThat(file("/2020/figures/%s/lines.csv".formatted(OF_PEOPLE)))
        .hasSizeGreaterThan(1)
        .anyMatch(row -> SHORT_HASH.matcher(row).find())
        .noneMatch(row -> HASH.matcher(row).find());
  }

  @Test
  @Order(1)
  void whatIsNoFigureOrNoFilterGetsAClearAnswer() throws Exception {
    for (String path :
        List.of("/2020/figures/F999", "/2020/figures/F999/proof", "/2020/figures/F999/lines")) {
      assertThat(viewer.get(path).statusCode()).as(path).isEqualTo(404);
    }
    assertThat(viewer.get("/2020/figures/F11/lines?month=x&township=%27").body())
        .contains("没有符合条件的行");
    assertThat(viewer.get("/2020/figures/F11/lines?after=x").statusCode()).isEqualTo(400);
    assertThat(viewer.get("/2020/figures/F20/lines").statusCode()).isEqualTo(302);
    assertThat(viewer.download("/2020/figures/F20/lines.csv").statusCode()).isEqualTo(404);
    assertThat(viewer.get("/2020/figures/F20").body())
        .contains("由哪些指标算出", " ÷ ", "href=\"/2020/figures/F20B\"");
    assertThat(viewer.get("/2020/figures/F12/proof").body()).contains("各组相加可能大于合计");
  }

  @Test
  @Order(2)
  void aRollUpThatWasChangedByHandIsShownInRedAndRecorded() throws Exception {
    office
        .sql()
        .sql(
            """
            update rollup_cell
            set amount = amount + 100
            where measure = 'F11'
              and dimension = 'all'
            """)
        .update();
    office.the(Figures.class).compute(2020);
    String kept =
        office.the(Figures.class).of(2020).stream()
            .filter(figure -> figure.figure().id().equals("F11"))
            .flatMap(figure -> figure.exactly().stream())
            .findFirst()
            .orElseThrow();
    assertThat(viewer.get("/2020/figures/F11/proof").body())
        .contains("status bad", "不一致：", "指标是 " + kept)
        .doesNotContain("与指标一致");
    assertThat(
            office
                .sql()
                .sql("select detail from access_event where kind = 'figure_differs'")
                .query(String.class)
                .list())
        .singleElement()
        .asString()
        .startsWith("2020 F11: ");
  }

  /** The pages of a list one after another. */
  private static String listed(String address) throws Exception {
    StringBuilder all = new StringBuilder();
    Optional<String> next = Optional.of(address + (address.contains("?") ? "&" : "?") + "size=200");
    while (next.isPresent()) {
      String page = viewer.get(next.get()).body();
      all.append(page);
      next = found(NEXT, page).stream().findFirst().map(link -> link.replace("&amp;", "&"));
    }
    return all.toString();
  }

  private static BigDecimal sum(String listed) {
    return found(AMOUNT, listed).stream()
        .map(FigurePagesIT::number)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal number(String text) {
    return new BigDecimal(text.replace(",", "").replace("元", ""));
  }

  private static List<String> file(String path) throws Exception {
    return new String(viewer.download(path).body(), StandardCharsets.UTF_8).lines().toList();
  }

  private static List<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(found -> found.group(1)).toList();
  }
}
