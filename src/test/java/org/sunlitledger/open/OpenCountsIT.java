package org.sunlitledger.open;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.close.Closing;
import org.sunlitledger.open.OpenDecisions.OpenDecided;
import org.sunlitledger.open.OpenDecisions.OpenDecisionResult;
import org.sunlitledger.testing.Office;

/** What is counted for pages is what the items say, whatever changes them. */
class OpenCountsIT {
  private static final String LOAN =
      "借款合同号,乡镇,行政村,户编号,借款人,借款人身份证号,承贷银行,放款日期,到期日期,贷款金额,年利率,担保方式,贷款用途";
  private static final String FILE = "小额信贷2020.csv";

  @Test
  void countsFollowNightsDecisionsAndCorrections(@TempDir Path folder) throws IOException {
    try (Office office = Office.in(folder)) {
      office.deliver(
          FILE, LOAN, loan(1, "30000", "坏"), loan(2, "40000.50", "坏"), loan(3, "约三万", "坏"));
      office.deliver("帮扶某镇2020.csv", "收据编号,帮扶类别,提供单位,形式,到位日期,折合金额", "SJ-1,不知");
      office.night(2020);
      OpenItems items = office.the(OpenItems.class);
      assertThat(counted(office)).isEqualTo(items.groups()).isNotEmpty();
      assertThat(fen(office)).isEqualTo(70_000_50L);

      OpenItems.OpenGroup lines = group(items);
      OpenDecisions decisions = office.the(OpenDecisions.class);
      assertThat(decisions.setAside(List.of(lines.first()), "银行已更正", "王芳"))
          .isInstanceOf(OpenDecided.class);
      assertThat(counted(office)).isEqualTo(items.groups());
      assertThat(group(items).first()).isEqualTo(lines.first() + 1);
      assertThat(fen(office)).isEqualTo(40_000_50L);

      decisions.undo(List.of(lines.first()), "王芳");
      assertThat(counted(office)).isEqualTo(items.groups());
      assertThat(fen(office)).isEqualTo(70_000_50L);

      office.deliver(FILE, LOAN, loan(1, "30000", "坏"), loan(2, "50000", "坏"), loan(3, "约三万", "坏"));
      office.night(2020);
      assertThat(counted(office)).isEqualTo(items.groups());
      assertThat(fen(office)).as("the corrected file's").isEqualTo(80_000_00L);
    }
  }

  @Test
  void decisionsAtOnceAreAllCounted(@TempDir Path folder) throws Exception {
    try (Office office = Office.in(folder)) {
      int lines = 20;
      String[] text = new String[lines + 1];
      text[0] = LOAN;
      for (int i = 1; i <= lines; i++) {
        text[i] = loan(i, "100", "坏");
      }
      office.deliver(FILE, text);
      office.night(2020);
      OpenDecisions decisions = office.the(OpenDecisions.class);
      OpenItems.OpenGroup all = group(office.the(OpenItems.class));
      ExecutorService people = Executors.newFixedThreadPool(4);
      try {
        List<Callable<OpenDecisionResult>> each =
            LongStream.range(all.first(), all.last())
                .<Callable<OpenDecisionResult>>mapToObj(
                    number -> () -> decisions.setAside(List.of(number), "重复报送", "王芳"))
                .toList();
        for (Future<OpenDecisionResult> decided : people.invokeAll(each)) {
          assertThat(decided.get()).isInstanceOf(OpenDecided.class);
        }
      } finally {
        people.shutdown();
      }
      assertThat(counted(office)).isEqualTo(office.the(OpenItems.class).groups());
      assertThat(group(office.the(OpenItems.class)).count()).isOne();
      assertThat(fen(office)).isEqualTo(100_00L);
    }
  }

  @Test
  void aCloseCountsTheItemsThemselves(@TempDir Path folder) throws Exception {
    try (Office office = Office.in(folder)) {
      office.deliver(FILE, LOAN, loan(1, "30000", "坏"));
      office.night(2020);
      office.sql().sql("delete from open_count").update();
      assertThat(counted(office)).isEmpty();
      Closing.ClosingResult closed = office.the(Closing.class).close(2020, "李四", office.out());
      assertThat(closed.toString()).contains("OPEN_LINE");
    }
  }

  private static List<OpenItems.OpenGroup> counted(Office office) {
    return office.the(OpenItems.class).counted();
  }

  private static OpenItems.OpenGroup group(OpenItems items) {
    return items.groups().stream()
        .filter(group -> group.file().equals(FILE))
        .findFirst()
        .orElseThrow();
  }

  private static long fen(Office office) {
    return office.sql().sql("select sum(fen)::bigint from open_count").query(Long.class).single();
  }

  private static String loan(int number, String yuan, String id) {
    return "JK2020-%05d,香山乡,米粮川村,HH%06d,王合成,%s,农业银行,2020-03-01,2021-03-01,%s,4.35,信用,养羊"
        .formatted(number, number, id, yuan);
  }
}
