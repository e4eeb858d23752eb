package org.sunlitledger.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.account.AccountRole;
import org.sunlitledger.console.browser.Person;
import org.sunlitledger.testing.Office;
import org.sunlitledger.testing.SmallCounty;

/** Lines that take longer to be added up than somebody waits for a page. */
@Tag("long")
class SlowProofIT {
  private static final List<String> HELD_UP =
      List.of("/2020/figures/F01/proof", "/2020/figures/F01/lines/sum");

  private static Office office;
  @AutoClose private static Staff staff;

  @BeforeAll
  static void open(@TempDir Path folder) throws Exception {
    office = Office.in(folder);
    SmallCounty.deliver(office, 2020);
    office.night(2020);
    staff =
        Staff.of(office, Map.of("SUNLIT_CONSOLE_PROOF_PATIENCE", "300ms"))
            .add("qianqi", "钱七", AccountRole.VIEWER);
  }

  @Test
  void waitForTheirTurnAndAreThereWhenThePageAsksAgain() throws Exception {
    Visitor other = staff.visitor("qianqi");
    try (Person qianqi = staff.person("qianqi")) {
      try (Connection holder = office.the(DataSource.class).getConnection();
          Statement lock = holder.createStatement()) {
        holder.setAutoCommit(false);
        lock.execute("lock table disclosed_item in access exclusive mode");
        for (String address : HELD_UP) {
          HttpResponse<String> still = other.get(address);
          assertThat(still.statusCode()).isEqualTo(200);
          assertThat(still.headers().firstValue("Refresh")).contains("5");
          assertThat(still.body())
              .contains("仍在核对", "href=\"" + address + "\"")
              .doesNotContain("一致");
        }
        qianqi.go("/2020/figures/F11");
        assertThat(qianqi.page().locator("#sentence")).containsText("仍在核对");
        qianqi.inspect();
        holder.rollback();
      }
      assertThat(qianqi.page().locator("#sentence")).containsText("，与指标一致 ✓");
      assertThat(qianqi.page().locator("#breakdowns table").first()).isVisible();
    }
    assertThat(other.get(HELD_UP.get(0)).body()).contains("，与指标一致 ✓");
    assertThat(other.get(HELD_UP.get(1)).body()).contains("所列：");
  }
}
