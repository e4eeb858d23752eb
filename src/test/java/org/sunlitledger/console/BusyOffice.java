package org.sunlitledger.console;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sunlitledger.account.AccountRole;
import org.sunlitledger.open.OpenDecisions;
import org.sunlitledger.open.OpenItems;
import org.sunlitledger.testing.Office;
import org.sunlitledger.testing.SmallCounty;

/**
 * An office in the middle of its year: files that count, files with rejected lines, one that is
 * rejected as a whole and set aside, one that may be a correction, drafts of corrections and some
 * that were handed in, files that no run has read yet, and a reconciliation with discrepancies.
 */
final class BusyOffice implements AutoCloseable {
  private static final String AID = "收据编号,帮扶类别,提供单位,形式,到位日期,折合金额";
  private static final String SUBSIDY = "发放凭证号,补贴类别,发放日期,乡镇,户编号,姓名,身份证号,学期,资金来源,发放金额";
  private static final String REJECTED = "教育局/帮扶到位资金2020.csv";
  private static final String PERSONAL = "民政局/补贴发放明细2020.csv";
  private static final String CORRECTED = "帮扶三月2020.csv";
  private static final String UNKNOWN = "财政局/预算内资金往来汇总（含上年结转、不含专户）2020.csv";
  private static final String QUESTION = "教育局/帮扶四月2020.csv";
  private static final int MOST_LOOKS = 600;
  private static final Pattern MARK = Pattern.compile("name=\"mark\" value=\"([0-9a-f]+)\"");

  private final Office office;
  private final ServedConsole console;
  private final Staff staff;
  private String submitted = "";

  private BusyOffice(Office office) throws Exception {
    this.office = office;
    this.console = ServedConsole.of(office);
    this.staff =
        new Staff(office, console)
            .add("wangfang", "王芳", AccountRole.CLERK, AccountRole.REVIEWER)
            .add("lisi", "李四", AccountRole.CLERK)
            .add("zhoujie", "周洁", "教育局", AccountRole.CLERK);
  }

  static BusyOffice in(Path folder) throws Exception {
    BusyOffice busy = new BusyOffice(delivered(folder));
    busy.decide();
    busy.correct();
    busy.handIn("教育局/帮扶五月2020.csv", AID, "SJ-950,帮扶资金,甲单位,现金,2020-05-10,100");
    busy.handIn("教育局/认不出的表2020.csv", "甲,乙", "1,2");
    return busy;
  }

  private static Office delivered(Path folder) {
    Office office = Office.in(folder).deliverAll(Path.of("src/test/resources/small-county/2020"));
    office
        .deliver(
            REJECTED,
            AID,
            "SJ-901,帮扶资金,甲单位,现金,2020-01-10,100",
            "SJ-902,帮扶资金,乙单位,现金,2020-01-10,叁佰",
            "SJ-903,帮扶资金,乙单位,钱,2020-01-10,肆佰",
            "SJ-904,帮扶资金,乙单位,现金,2020-01-10,100",
            "SJ-0904,帮扶资金,乙单位,现金,2020-01-10,100")
        .deliver(
            PERSONAL,
            SUBSIDY,
            "BT901,驾驶员培训,2020-06-01,香山,HH0002,李二,990502196001010021,,中央,800",
            "BT902,驾驶员培训,2020-06-01,香山乡,HH0002,李二,990502196001010021,,中央,八百元")
        .deliver(
            CORRECTED, AID, "SJ-931,帮扶资金,甲单位,现金,2020-03-10,100", "SJ-932,帮扶资金,甲单位,钱,2020-03-11,100")
        .deliver(UNKNOWN, "甲,乙", "1,2")
        .night(2020);
    office
        .deliver(
            QUESTION, AID, "SJ-901,帮扶资金,甲单位,现金,2020-01-10,100", "SJ-905,帮扶资金,甲单位,现金,2020-01-10,100")
        .night(2020);
    office.yearEnd(2020, SmallCounty.ledger(office, 2020));
    return office;
  }

  /** The page of a discrepancy. */
  String discrepancy() {
    return "/2020/discrepancies/"
        + office.sql().sql("select min(id) from discrepancy").query(Long.class).single();
  }

  /** One file is set aside and awaits another person. */
  private void decide() {
    List<Long> numbers =
        office.the(OpenItems.class).groups().stream()
            .filter(group -> group.file().equals(UNKNOWN))
            .map(OpenItems.OpenGroup::first)
            .toList();
    office.the(OpenDecisions.class).setAside(numbers, "不是台账，误报", "李四");
  }

  /** Corrections of one file are handed in and read, those of another are drafts. */
  private void correct() throws Exception {
    Visitor lisi = staff.visitor("lisi");
    String corrected = "/deliveries/%d/mend".formatted(id(CORRECTED));
    lisi.get(corrected);
    lisi.postJson(corrected + "/cells", cell(3, "现金"));
    Matcher mark = MARK.matcher(lisi.get(corrected + "/submit").body());
    HttpResponse<String> done =
        lisi.post(corrected + "/submit", Map.of("mark", mark.find() ? mark.group(1) : ""));
    submitted =
        done.headers().firstValue("location").orElseThrow().replaceFirst("https://[^/]+", "");
    waitUntilRead();
    lisi.postJson(personal() + "/mend/cells", cell(2, "香山乡"));
    lisi.postJson(mended() + "/mend/cells", cell(4, "现金"));
  }

  private static String cell(int line, String text) {
    return "[{\"line\": %d, \"cell\": 3, \"text\": \"%s\"}]".formatted(line, text);
  }

  private void waitUntilRead() throws InterruptedException {
    for (int look = 0; look < MOST_LOOKS; look++) {
      boolean isRead =
          office
              .sql()
              .sql(
                  """
                  select exists (select from delivery where supplements is not null and status = 'live')
                    and not exists (select from batch_job_execution where end_time is null)
                  """)
              .query(Boolean.class)
              .single();
      if (isRead) {
        return;
      }
      Thread.sleep(100);
    }
    throw new AssertionError("no run has read the corrections");
  }

  private void handIn(String name, String... lines) throws Exception {
    Path file = office.ownInbox().resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, String.join("\n", lines) + "\n");
  }

  ServedConsole console() {
    return console;
  }

  Staff staff() {
    return staff;
  }

  /** The address of a delivery all of whose lines count. */
  String good() {
    return address("household-2020.csv");
  }

  /** The address of a delivery with rejected lines. */
  String mended() {
    return address(REJECTED);
  }

  /** One whose rejected lines name people, with a draft. */
  String personal() {
    return address(PERSONAL);
  }

  /** One that was rejected as a whole and is set aside. */
  String refused() {
    return address(UNKNOWN);
  }

  /** One that may be a correction of another. */
  String asked() {
    return address(QUESTION);
  }

  /** Where the drafts are handed in, those of all people. */
  String submitAddress() {
    return personal() + "/mend/submit?all=true";
  }

  /** Where it is said what has become of corrections. */
  String submitted() {
    return submitted;
  }

  long lastRun() {
    return office
        .sql()
        .sql("select max(job_execution_id) from batch_job_execution")
        .query(Long.class)
        .single();
  }

  private String address(String name) {
    return "/deliveries/" + id(name);
  }

  private long id(String name) {
    return office
        .sql()
        .sql("select min(id) from delivery where name = :name")
        .param("name", name)
        .query(Long.class)
        .single();
  }

  @Override
  public void close() {
    console.close();
    office.close();
  }
}
