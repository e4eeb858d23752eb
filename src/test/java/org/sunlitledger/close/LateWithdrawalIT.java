package org.sunlitledger.close;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.testing.Office;

/** A rejected line that was set aside for a close, and is withdrawn when the year is closed. */
@Tag("long")
class LateWithdrawalIT {

  @Test
  void itIsHeldAndChangesNothingUntilTheYearIsReopened(@TempDir Path folder) {
    try (Office office = Office.in(folder)) {
      RichYear.close(office);
      Desk desk = new Desk(office);
      Map<String, String> published = desk.figures(2020);
      office.deliver(
          "撤回.csv",
          "补正批次 %s,,,,,,,,,,,,".formatted(RichYear.delivery(office, "补发2020.csv")),
          RichYear.SUBSIDIES + ",原行号,处理",
          "BT104,产业奖补,2020-11-02,香山乡,HH0003,王三,99050219600101003X,,县级,,不详,5,撤回");
      assertThat(office.night(2020).held()).isEqualTo(1);
      assertThat(desk.statuses("撤回.csv")).containsExactly("held");
      assertThat(desk.figures(2020)).isEqualTo(published);
      desk.assertAgrees(2020, 1);
      assertThat(desk.obstacles(2020)).singleElement().asString().startsWith("ALREADY_CLOSED");

      assertThat(desk.reopen(2020)).isInstanceOf(Reopening.Reopened.class);
      office.night(2020);
      assertThat(desk.statuses("撤回.csv")).containsExactly("live");
      desk.reconcile(2020).mustClose(2020);
      desk.assertAgrees(2020, 1, 2);
      for (String printed : desk.list("select sha256 from year_close order by number")) {
        assertThat(desk.verifyAgainst(2020, printed)).as("either paper").isEmpty();
      }
      assertThat(desk.figures(2020)).isEqualTo(published);
    }
  }
}
