package org.sunlitledger.intake.kinship;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.testing.Office;

/** The relation between files of an office that uses all kinds of names. */
class KinshipOfFilesIT {
  private static final String AID = "收据编号,帮扶类别,提供单位,形式,乡镇,行政村,到位日期,折合金额";

  private final Office office;

  KinshipOfFilesIT(@TempDir Path folder) {
    office = Office.in(folder);
  }

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void numberedNamesOfThreeTownshipsAllCount() {
    office
        .deliver("帮扶2020 (1).csv", AID, "SJ-04-001,帮扶资金,甲公司,现金,香山乡,黄泉村,2020-03-05,1000")
        .deliver("帮扶2020 (2).csv", AID, "SJ-04-002,帮扶资金,甲公司,现金,兴仁镇,黄泉村,2020-03-05,2000")
        .deliver("帮扶2020 (3).csv", AID, "SJ-04-003,帮扶资金,甲公司,现金,永康镇,黄泉村,2020-03-05,3000")
        .deliver("帮扶2020(1).csv", lines("A", 1, 3, 100_000))
        .deliver("帮扶2020(2).csv", lines("B", 1, 4, 200_000))
        .deliver("帮扶2020（第2次）.csv", lines("C", 1, 2, 1))
        .deliver("帮扶2020 - 副本.csv", lines("D", 1, 2, 1))
        .deliver("帮扶2020最终版.csv", lines("E", 1, 2, 1))
        .deliver("兴仁镇帮扶2020.csv", lines("F", 1, 2, 1))
        .deliver("帮扶2020 copy.csv", lines("G", 1, 2, 1))
        .deliver("兴仁镇/帮扶2020.csv", lines("H", 1, 2, 1))
        .night(2020);
    assertThat(office.findings()).isEmpty();
    assertThat(office.figures(2020)).containsEntry("F39", "110.6012万元");
    assertThat(statuses()).containsOnly("live");
  }

  @Test
  void whatTheKeysSayFromNightToNight() {
    office.deliver("香山乡帮扶2020.csv", lines("A", 1, 10, 1)).night(2020);
    // a correction whatever its name: one line changed, one removed, two new
    office.deliver("最新数据2020.csv", corrected()).night(2020);
    assertThat(statuses()).containsExactly("superseded", "live 1");
    assertThat(changes()).containsExactly("2: +2 -1 ~1, +200 -100 ~900");
    // no common keys and no mark: an additional delivery
    office.deliver("帮扶2020（第2次）.csv", lines("B", 1, 100, 1)).night(2020);
    // one common key in a hundred: an additional delivery, and the repeated line is rejected alone
    List<String> repeats = new ArrayList<>(List.of(lines("C", 1, 50, 1)));
    repeats.add(line("B", 1, 1));
    office.deliver("兴仁镇2020.csv", repeats.toArray(String[]::new)).night(2020);
    assertThat(office.findings()).containsExactly("兴仁镇2020.csv:52 duplicate-key 收据编号=SJ-B-001");
    // half of the keys in common is unclear, whatever the name
    office.deliver("补报2020.csv", lines("B", 51, 150, 1)).night(2020);
    office.deliver("兴仁镇2020-v2.csv", lines("C", 26, 75, 1)).night(2020);
    // no common keys, but a mark or the same name
    office.deliver("永康镇2020（修正）.csv", lines("D", 1, 3, 1)).night(2020);
    office.deliver("最新数据2020.csv", lines("E", 1, 3, 1)).night(2020);
    // two files united
    List<String> united = new ArrayList<>(List.of(corrected()));
    united.addAll(List.of(lines("B", 1, 100, 1)).subList(1, 101));
    office.deliver("汇总2020.csv", united.toArray(String[]::new)).night(2020);
    assertThat(unclear())
        .containsExactly(
            "补报2020.csv: 帮扶2020（第2次）.csv (#3) 50 / 100 = 50.0%",
            "兴仁镇2020-v2.csv: 兴仁镇2020.csv (#4) 25 / 51 = 49.0%",
            "永康镇2020（修正）.csv: 最新数据2020.csv (#2) 0 / 11 = 0.0%；帮扶2020（第2次）.csv (#3) 0 / 100 = 0.0%；"
                + "兴仁镇2020.csv (#4) 0 / 51 = 0.0%",
            "最新数据2020.csv: 最新数据2020.csv (#2) 0 / 11 = 0.0%",
            "汇总2020.csv: 帮扶2020（第2次）.csv (#3) 100 / 100 = 100.0%；"
                + "最新数据2020.csv (#2) 11 / 11 = 100.0%");
    assertThat(office.sql().sql("select count(*) from live_aid").query(Integer.class).single())
        .isEqualTo(161);
    assertThat(
            office
                .sql()
                .sql(
                    "select count(*) from aid r join delivery d on d.id = r.delivery_id"
                        + " where d.status = 'refused'")
                .query(Integer.class)
                .single())
        .isZero();
    // a correction may keep the line that its predecessor had in common with another file
    office.deliver("兴仁镇最终版2020.csv", repeats.toArray(String[]::new)).night(2020);
    repeats.add(line("C", 51, 1));
    office.deliver("兴仁镇最终2020.csv", repeats.toArray(String[]::new)).night(2020);
    assertThat(changes()).contains("10: +1 -0 ~0, +100 -0 ~0");
  }

  @Test
  void rejectedLinesAndSupplementsAreKeysToo() {
    String[] wrong = lines("A", 1, 5, 1);
    for (int i = 1; i < wrong.length; i++) {
      wrong[i] = wrong[i].replace("现金", "不知");
    }
    office.deliver("帮扶2020.csv", wrong).night(2020);
    assertThat(office.findings()).hasSize(5);
    office
        .deliver("补正.csv", "补正批次 1", AID + ",原行号", line("A", 1, 1) + ",2", line("X", 1, 1) + ",3")
        .night(2020);
    // the five receipts, the second with the number that the supplement has corrected
    String[] whole = lines("A", 1, 5, 1);
    whole[2] = line("X", 1, 1);
    office.deliver("帮扶定稿2020.csv", whole).night(2020);
    assertThat(office.findings()).isEmpty();
    assertThat(statuses()).containsExactly("superseded", "superseded", "live 1");
    assertThat(changes()).containsExactly("3: +0 -0 ~3, +0 -0 ~0");
  }

  @Test
  void namesDecideWhereThereIsNothingToCompare() {
    office
        .deliver("帮扶2020.csv", AID, line("A", 1, 1).replace("SJ-A-001", "号"))
        .deliver("空2020.csv", AID)
        .deliver("项目2020.csv", "项目编号,项目名称,项目类别,乡镇,实施单位,绩效目标,计划总投资")
        .night(2020);
    office.deliver("帮扶2020.csv", lines("A", 1, 2, 1)).night(2020);
    office.deliver("空2020.csv", lines("B", 1, 2, 1)).night(2020);
    assertThat(statuses()).containsExactly("superseded", "superseded", "live", "live 1", "live 2");
    office.deliver("帮扶2020（更正）.csv", AID).night(2020);
    assertThat(statuses()).endsWith("superseded 1", "live 2", "live 4");
    assertThat(changes()).endsWith("6: +0 -2 ~0, +0 -200 ~0");
    // the corrected file could not be read
    office.deliver("香山乡2020.csv", "无").night(2020);
    office.deliver("香山乡2020（修正）.csv", lines("C", 1, 2, 1)).night(2020);
    assertThat(office.findings()).isEmpty();
  }

  private static String[] corrected() {
    List<String> lines = new ArrayList<>(List.of(lines("A", 2, 12, 1)));
    lines.set(1, line("A", 2, 10));
    return lines.toArray(String[]::new);
  }

  private static String[] lines(String series, int from, int to, int yuan) {
    List<String> lines = new ArrayList<>(List.of(AID));
    IntStream.rangeClosed(from, to).forEach(number -> lines.add(line(series, number, yuan)));
    return lines.toArray(String[]::new);
  }

  private static String line(String series, int number, int yuan) {
    return "SJ-%s-%03d,帮扶资金,单位,现金,兴仁镇,川裕村,2020-06-01,%d".formatted(series, number, yuan);
  }

  private List<String> statuses() {
    return office
        .sql()
        .sql("select concat_ws(' ', status, supersedes) from delivery order by id")
        .query(String.class)
        .list();
  }

  private List<String> changes() {
    return office
        .sql()
        .sql(
            """
            select format('%s: +%s -%s ~%s, +%s -%s ~%s', id, lines_added, lines_gone, lines_changed,
              fen_added, fen_gone, fen_changed)
            from delivery
            where lines_added is not null
            order by id
            """)
        .query(String.class)
        .list();
  }

  private List<String> unclear() {
    return office
        .sql()
        .sql(
            """
            select found || ': ' || expected
            from finding
            where rule = 'file-kinship'
            order by delivery_id
            """)
        .query(String.class)
        .list();
  }
}
