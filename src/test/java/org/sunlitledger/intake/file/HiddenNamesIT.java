package org.sunlitledger.intake.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.sunlitledger.job.Nightly;
import org.sunlitledger.job.Outcome;
import org.sunlitledger.job.YearEnd;
import org.sunlitledger.testing.Office;

/** Names of people in file names, in files handed in again, in the log and in messages. */
class HiddenNamesIT {
  private static final String NAME = "张三丰";
  private static final String NUMBER = "11010519491231002X";
  private static final String HEADER = "发放凭证号,补贴类别,发放日期,乡镇,行政村,户编号,姓名,身份证号,资金来源,批次号,发放金额";

  private static final String OTHER = "李四光";
  private static final String LEDGER = "支付凭证号,日期,收款人,摘要,支出功能分类科目,资金来源,批次号,金额";

  private final Path folder;

  HiddenNamesIT(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void aFileWithANameInItsNameIsArchivedCorrectedAndKnownAgain() throws Exception {
    try (Office office = Office.in(folder)) {
      Path inbox = Files.createDirectories(folder.resolve("own-inbox"));
      deliver(inbox.resolve(NAME + "补贴2020.csv"), HEADER, line("BT000001", NAME, "100"));
      own(office);
      assertThat(inbox).isEmptyDirectory();
      assertThat(archived()).singleElement().asString().endsWith("1.csv");
      deliver(inbox.resolve(NAME + "补贴2020（修正）.csv"), HEADER, line("BT000001", NAME, "200"));
      own(office);
      assertThat(archived()).hasSize(2);
      assertThat(texts(office, "select supersedes::text from delivery where id = 2"))
          .containsExactly("1");
      assertThat(
              texts(
                  office,
                  "select sum(amount)::text from subsidy s join delivery d"
                      + " on d.id = s.delivery_id where d.status = 'live'"))
          .containsExactly("20000");
      assertThat(kept(office)).noneMatch(text -> text.contains(NAME) || text.contains(uri(NAME)));
    }
  }

  @Test
  void aNameIsHiddenFromTheMomentItsFileIsEntered() {
    try (Office office = Office.in(folder)) {
      office.deliver(NAME + "补贴2020.csv", HEADER, line("BT000001", NAME, "100"));
      office.deliver(NAME + "/系统~$" + NUMBER + ".tmp", "x");
      office.deliver(NUMBER + ".png", "x");
      office.scan(2020);
      assertThat(kept(office))
          .noneMatch(text -> text.contains(NAME) || text.contains(uri(NAME)))
          .noneMatch(text -> text.contains(NUMBER));
      office.night(2020);
      assertThat(texts(office, "select status from delivery where register = 'subsidy'"))
          .containsExactly("live");
    }
  }

  /** 文 is a family name, too, and the line above the header has the word for names in it. */
  @Test
  void aTitleThatARegisterKnowsIsNoPerson() {
    try (Office office = Office.in(folder)) {
      office.deliver(
          "document-2020.csv",
          "documents and names of offices",
          "文号,公文标题,印发日期,公开属性",
          "宁扶发〔2020〕1号,某通知,2020-05-01,主动公开");
      office.night(2020);
      assertThat(texts(office, "select titles[1] from delivery")).containsExactly("文号");
    }
  }

  @Test
  void aNameWithBlanksOrInATitleAndANumberBesideAVillageAreHidden() {
    try (Office office = Office.in(folder)) {
      String spread = "张 三 丰";
      office.deliver(
          spread + "补贴2020.csv",
          HEADER + ",户主" + NAME + "金额,原告人",
          line("BT000001", NAME, "100").replace("大沟村", NAME + " 110105-19491231-002X")
              + ",1,"
              + NAME);
      office.night(2020);
      List<String> texts = kept(office);
      texts.addAll(texts(office, "select subsidy::text from subsidy"));
      assertThat(texts)
          .anyMatch(text -> text.contains("补贴2020.csv"))
          .anyMatch(text -> text.contains("原告人"))
          .noneMatch(
              text -> text.contains(NAME) || text.contains(spread) || text.contains("19491231"));
    }
  }

  @Test
  void aNameThatIsATitleIsHiddenInTheFilesName() {
    try (Office office = Office.in(folder)) {
      office.deliver(
          NAME + "经办的补贴2020.csv", HEADER + "," + NAME, line("BT000001", "李四光", "100") + ",");
      office.night(2020);
      assertThat(kept(office))
          .anyMatch(text -> text.contains("经办的补贴2020.csv"))
          .noneMatch(text -> text.contains(NAME) || text.contains(uri(NAME)));
    }
  }

  /** The name becomes known after the run has started. The parameters of the run contain it too. */
  @Test
  void aRunGoesOnWithPathsWhoseNamesItHasHidden() throws Exception {
    try (Office office = Office.in(folder)) {
      Path inbox = Files.createDirectories(folder.resolve(NAME + "的收件箱"));
      deliver(inbox.resolve("补贴2020.csv"), HEADER, line("BT000001", NAME, "100"));
      String refuse = "alter table %s add constraint refused check (false) not valid";
      office.sql().sql(refuse.formatted("delivery_rollup")).update();
      Nightly nightly = office.the(Nightly.class);
      Outcome failed = nightly.run(2020, Optional.of(inbox), office.out());
      assertThat(failed.isDone()).isFalse();
      assertThat(kept(office)).noneMatch(text -> text.contains(NAME) || text.contains(uri(NAME)));
      office.sql().sql("alter table delivery_rollup drop constraint refused").update();
      Outcome night = nightly.restart(failed.run());
      assertThat(night.isDone()).isTrue();
      assertThat(night.inbox()).contains(inbox);
      assertThat(runsOfOneInstance(office)).isEqualTo(2);

      Path ledger =
          office.ledger(
              OTHER + "/国库 2020.csv",
              LEDGER + "," + OTHER,
              "PZ000001,2020-03-05,村民,补贴,2130505,中央,P1,100,");
      office.sql().sql(refuse.formatted("reconciliation")).update();
      YearEnd.YearEndResult first = office.yearEnd(2020, ledger);
      assertThat(first).isInstanceOf(YearEnd.Failed.class);
      assertThat(kept(office)).noneMatch(text -> text.contains(OTHER) || text.contains(uri(OTHER)));
      office.sql().sql("alter table reconciliation drop constraint refused").update();
      long run = ((YearEnd.Failed) first).run();
      assertThat(office.the(YearEnd.class).restart(run)).isInstanceOf(YearEnd.Done.class);
      assertThat(runsOfOneInstance(office)).isEqualTo(2);
      assertThat(kept(office)).noneMatch(text -> text.contains(OTHER) || text.contains(uri(OTHER)));
    }
  }

  private static int runsOfOneInstance(Office office) {
    return office
        .sql()
        .sql(
            """
            select count(*)
            from batch_job_execution
            where job_instance_id = (select max(job_instance_id) from batch_job_instance)
            """)
        .query(Integer.class)
        .single();
  }

  @Test
  void whatIsStillMaskedHasToBeTypedAgain() {
    try (Office office = Office.in(folder)) {
      office.deliver("补贴2020.csv", HEADER, line("BT000001", NAME, "不详"));
      office.night(2020);
      String titles = HEADER + ",原行号";
      office.deliver("补正一.csv", "补正批次 1,,,,,,,,,,,", titles, line("BT000001", "张**", "100") + ",2");
      office.night(2020);
      assertThat(office.findings()).containsExactlyInAnyOrder("补正一.csv:3 masked-again 姓名=张**");
      office.deliver(
          "补正二.csv",
          "补正批次 2,,,,,,,,,,,",
          titles,
          line("BT000001", NAME, "100").replace(NUMBER, "110105************") + ",3");
      office.night(2020);
      assertThat(office.findings())
          .containsExactlyInAnyOrder("补正二.csv:3 masked-again 身份证号=110105************");
      office.deliver(
          "补正三.csv",
          "补正批次 3,,,,,,,,,,,",
          titles,
          line("BT000001", NAME, "100").replace("P1", "张**代领") + ",3");
      office.night(2020);
      assertThat(office.findings()).containsExactlyInAnyOrder("补正三.csv:3 masked-again 批次号=张**代领");
      office.deliver("补正四.csv", "补正批次 4,,,,,,,,,,,", titles, line("BT000001", NAME, "100") + ",3");
      office.night(2020);
      assertThat(office.findings()).noneMatch(found -> found.contains("masked-again"));
      assertThat(texts(office, "select name from subsidy")).hasSize(1);
    }
  }

  @Test
  void logsAndMessagesOfFailedStepsAreMasked() throws IOException {
    try (Office office = Office.in(folder)) {
      LoggerFactory.getLogger(HiddenNamesIT.class)
          .error("户主：{} \u202e\u001b[31m", NAME, new IllegalStateException("no " + NUMBER));
      office
          .sql()
          .sql(
              """
              create function refuse_for_a_test() returns trigger language plpgsql as $$
              begin raise exception 'no %', '11010519491231002X'; end $$;
              create trigger refuse_for_a_test before insert on delivery_rollup
              for each row execute function refuse_for_a_test();
              """)
          .update();
      office.deliver("补贴2020.csv", HEADER, line("BT000001", NAME, "100"));
      assertThat(office.night(2020).isDone()).isFalse();
      assertThat(
              texts(
                  office,
                  "select exit_message from batch_step_execution where exit_code = 'FAILED'"))
          .isNotEmpty()
          .anyMatch(text -> text.contains("110105****"))
          .noneMatch(text -> text.contains(NUMBER));
      assertThat(folder.resolve("var/log/sunlit.log"))
          .content()
          .contains("户主：张**", "\\u202E\\u001B[31m", "no 110105****")
          .doesNotContain(NAME, NUMBER, "\u202e", "\u001b");
    }
  }

  private static String line(String voucher, String name, String amount) {
    return "%s,产业奖补,2020-03-05,香山乡,大沟村,HH000001,%s,%s,中央,P1,%s"
        .formatted(voucher, name, NUMBER, amount);
  }

  private static void deliver(Path file, String... lines) throws IOException {
    Files.write(file, List.of(lines));
  }

  private void own(Office office) throws Exception {
    Nightly nightly = office.the(Nightly.class);
    nightly.reported(nightly.run(2020, Optional.empty(), office.out()));
  }

  private List<Path> archived() throws IOException {
    try (Stream<Path> all = Files.walk(folder.resolve("var/archive"))) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  private static String uri(String name) {
    String uri = Path.of("/" + name).toUri().toString();
    return uri.substring(uri.lastIndexOf('/') + 1);
  }

  private static List<String> kept(Office office) {
    List<String> texts = new ArrayList<>();
    texts.addAll(texts(office, "select delivery::text from delivery"));
    texts.addAll(texts(office, "select inbox_entry::text from inbox_entry"));
    texts.addAll(texts(office, "select finding::text from finding"));
    texts.addAll(texts(office, "select parameter_value from batch_job_execution_params"));
    return texts;
  }

  private static List<String> texts(Office office, String query) {
    return office.sql().sql(query).query(String.class).list();
  }
}
