package org.sunlitledger.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.testing.Office;

/** A night that was killed when its lines were checked and nothing counted yet. */
class CutOffBeforeSettlingTest {
  private static final String PROJECTS = "项目编号,项目名称,项目类别,乡镇,实施单位,绩效目标,计划总投资,中央资金";
  private static final String PAYMENTS = "支付凭证号,项目编号,支付日期,收款单位,资金来源,支付金额";
  private static final String SUBSIDIES = "发放凭证号,补贴类别,发放日期,乡镇,户编号,姓名,身份证号,资金来源,发放金额";

  private final Office office;

  CutOffBeforeSettlingTest(@TempDir Path folder) {
    office = Office.in(folder);
  }

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void aLineThatWaitedIsCountedByTheNextNight() {
    office
        .deliver("subsidy-2020.csv", SUBSIDIES)
        .deliver(
            "payment-2020.csv",
            PAYMENTS,
            "PZ-1,CY-1,2020-10-01,某公司,中央,900",
            "PZ-2,CY-2,2020-10-01,某公司,中央,100")
        .night(2020);
    office.deliver("project-2020.csv", PROJECTS, "CY-1,甲,产业,兴仁镇,某镇,增收,1000,1000");
    killedBeforeSettling();
    office.night(2020);
    assertThat(office.figures(2020)).containsEntry("F11", "0.09万元");
    assertThat(books()).containsExactly("1 accepted, 1 refused, 90000 fen");
    assertThat(office.findings())
        .containsExactly("payment-2020.csv:3 payment-project-unknown 项目编号=CY-2");
  }

  /** One line gains its counterpart and another of the same amount loses it: no sum changes. */
  @Test
  void linesThatChangePlacesAreCountedByTheNextNight() {
    office
        .deliver("subsidy-2020.csv", SUBSIDIES)
        .deliver("project-2020.csv", projects("CY-1,甲,产业,兴仁镇,某镇,增收,1000,1000"))
        .deliver(
            "payment-2020.csv",
            PAYMENTS,
            "PZ-1,CY-1,2020-10-01,某公司,中央,100",
            "PZ-2,CY-2,2020-10-01,某公司,中央,100")
        .night(2020);
    assertThat(office.findings())
        .containsExactly("payment-2020.csv:3 payment-project-unknown 项目编号=CY-2");
    office.deliver("project-2020.csv", projects("CY-2,乙,基础设施,兴仁镇,某镇,增收,1000,1000"));
    killedBeforeSettling();
    office.night(2020);
    assertThat(office.figures(2020)).containsEntry("F11", "0万元").containsEntry("F12", "0");
    assertThat(office.findings())
        .containsExactly("payment-2020.csv:2 payment-project-unknown 项目编号=CY-1");
  }

  /**
   * One project and four others, so that the file that has another one in its place corrects it.
   */
  private static String[] projects(String one) {
    List<String> lines = new ArrayList<>(List.of(PROJECTS, one));
    for (int i = 3; i < 7; i++) {
      lines.add("CY-%1$d,丙%1$d,基础设施,兴仁镇,某镇,增收,1000,1000".formatted(i));
    }
    return lines.toArray(String[]::new);
  }

  /** The step that follows the checks fails, as if it had been cut off. */
  private void killedBeforeSettling() {
    office
        .sql()
        .sql(
            """
            create or replace function cut_off() returns trigger language plpgsql as $$
            begin
              raise exception 'cut off';
            end
            $$
            """)
        .update();
    office
        .sql()
        .sql(
            """
            create trigger cut_off before update of live_at on delivery
            for each row execute function cut_off()
            """)
        .update();
    assertThat(office.night(2020).failures()).hasSize(1);
    office.sql().sql("drop trigger cut_off on delivery").update();
  }

  private List<String> books() {
    return office
        .sql()
        .sql(
            """
            select lines_accepted || ' accepted, ' || lines_refused || ' refused, '
              || fen_accepted || ' fen'
            from delivery
            where register = 'payment'
            """)
        .query(String.class)
        .list();
  }
}
