package org.sunlitledger.close;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sunlitledger.close.late.RestatementNotes;
import org.sunlitledger.close.ready.Obstacle;
import org.sunlitledger.testing.SmallCounty;

/** The years around a closed one: what is cumulative stands on it. */
@Tag("long")
class FollowingYearIT extends ReadyYear {
  private static final String LOANS = "借款合同号,乡镇,户编号,借款人,借款人身份证号,承贷银行,放款日期,到期日期,贷款金额,年利率,担保方式,贷款用途";

  @Test
  void cumulativeFiguresOfTheNextYearStandOnTheClosedOne() {
    desk.mustClose(2020);
    nextYear();
    office.night(2021);
    Map<String, String> before = desk.figures(2021);
    lateLoan(2020, "JK-L1", "2020-11-01");
    lateLoan(2019, "JK-L2", "2019-11-01");
    assertThat(office.night(2021).held()).isEqualTo(2);
    assertThat(desk.figures(2021)).isEqualTo(before);
    RestatementNotes notes = desk.restatement(2020);
    assertThat(notes.late).hasSize(2);
    assertThat(notes.lines.values())
        .anySatisfy(
            lines ->
                assertThat(lines)
                    .contains(
                        "COME microloan-late-2019.csv:2 1000000",
                        "COME microloan-late-2020.csv:2 1000000"));
    assertThat(desk.figures(2021)).isEqualTo(before);
    desk.reopen(2020);
    office.night(2021);
    assertThat(desk.figures(2021)).isNotEqualTo(before);
  }

  @Test
  void aYearThatALaterCloseStandsOnIsNeitherReopenedNorClosed() {
    Map<String, String> published = desk.figures(2020);
    desk.mustClose(2020);
    nextYear();
    office.night(2021);
    desk.reconcile(2021).mustClose(2021);
    assertThat(desk.reopen(2020))
        .isEqualTo(
            new Reopening.NotReopened(Obstacle.of(Obstacle.ObstacleKind.LATER_CLOSED, 2020, 2021)));
    assertThat(desk.obstacles(2019)).containsExactly("LATER_CLOSED 2019 2020");
    lateLoan(2020, "JK-L1", "2020-11-01");
    office.night(2021);
    assertThat(desk.restatement(2020).changes).isNotEmpty();
    assertThat(desk.restatement(2021).late).isEmpty();
    desk.assertAgrees(2020, 1);
    desk.assertAgrees(2021, 1);

    assertThat(desk.reopen(2021)).isEqualTo(new Reopening.Reopened(1, 0));
    office.night(2021);
    assertThat(desk.figures(2020)).isEqualTo(published);
    assertThat(desk.reopen(2020)).isEqualTo(new Reopening.Reopened(1, 1));
    office.night(2020);
    assertThat(desk.figures(2020)).isNotEqualTo(published);
  }

  /** The year after: its own tables, and the money of 2020 once more, a year later. */
  private void nextYear() {
    SmallCounty.deliver(office, 2021);
    try (Stream<Path> files = Files.list(Path.of("src/test/resources/small-county/2020"))) {
      for (Path file : files.filter(this::recurs).toList()) {
        office.deliver(
            aYearLater(String.valueOf(file.getFileName())),
            aYearLater(Files.readString(file)).getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException problem) {
      throw new IllegalStateException(problem);
    }
  }

  private boolean recurs(Path file) {
    return !file.toString().contains("administrative-count")
        && !file.toString().contains("microloan-2019");
  }

  private static String aYearLater(String text) {
    String later = text.replace("2021", "2022").replace("2020", "2021").replace("2019", "2020");
    return later
        .replace("PZ", "PY")
        .replace("JK", "JL")
        .replace("-1,", "-7,")
        .replace("-2,", "-8,")
        .replace("-3,", "-9,")
        .replace("BT", "BU");
  }

  private void lateLoan(int year, String contract, String day) {
    office.deliver(
        "microloan-late-%d.csv".formatted(year),
        LOANS,
        "%s,兴仁镇,HH0004,赵四,990502196001010056,某银行,%s,%d-04-01,10000,3.85,信用,养羊"
            .formatted(contract, day, year + 1));
  }
}
