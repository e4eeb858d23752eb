package org.sunlitledger.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.quantity.person.IdNumber;
import org.sunlitledger.register.Villages;
import org.sunlitledger.testing.Office;

/** A village counts once, however each office writes it. */
class VillagesOfANightTest {
  private static final String POSTINGS = "驻村干部姓名,驻村干部身份证号,派出单位,乡镇,行政村,驻村起始日期,驻村结束日期";

  @Test
  void aVillageCountsOnceAndAnUnknownOneIsReported(@TempDir Path folder) throws IOException {
    try (Office office = Office.in(folder)) {
      office.deliver(
          "驻村2020.csv",
          POSTINGS,
          posting(1, "香山乡", "米粮川", "2020-01-01,2020-03-31"),
          posting(2, "香山乡", "米 粮川村", "2020-01-01,"),
          posting(3, "香山乡", "香山乡米粮川村委会", "2020-01-01,"),
          posting(4, "香山乡", "米粮川行政村", "2020-01-01,"),
          posting(5, "兴仁镇", "米粮川村", "2020-01-01,"),
          posting(6, "兴仁镇", "川裕社区", "2020-01-01,"),
          posting(7, "兴仁镇", "川裕", "2020-01-01,"),
          // the same posting, written otherwise
          posting(2, "香山乡", "米粮川村", "2020-01-01,"),
          // the same village, so in no two villages at one time; then really in two
          posting(4, "香山乡", "米粮川　村", "2020-04-01,"),
          posting(6, "兴仁镇", "川裕村", "2020-02-01,"));
      office.deliver(
          "单位定点帮扶2020.csv",
          "帮扶单位,统一社会信用代码,乡镇,行政村",
          "某局,11640502MB0000001C,香山乡,米粮川",
          "某局,11640502MB0000001C,香山乡,景庄村");
      office.night(2020);

      assertThat(office.the(Villages.class).isListed()).isFalse();
      assertThat(office.figures(2020)).containsEntry("F36", "4").containsEntry("F35", "7");
      assertThat(office.findings())
          .filteredOn(finding -> finding.startsWith("驻村"))
          .hasSize(3)
          .anyMatch(finding -> finding.startsWith("驻村2020.csv:9 duplicate-key "))
          .anyMatch(finding -> finding.startsWith("驻村2020.csv:10 duplicate-key "))
          .contains("驻村2020.csv:11 posting-in-two-villages 行政村=川裕村");

      list(
          folder,
          """
          villages:
            - {township: 香山乡, name: 米粮川村, aliases: [米川]}
            - {township: 兴仁镇, name: 川裕村}
            - {township: 兴仁镇, name: 川裕社区}
          """);
      try (Office listed =
          office.again(Map.of("sunlit.definitions", folder.resolve("own").toString()))) {
        listed.deliver(
            "驻村2021.csv",
            POSTINGS,
            posting(1, "香山乡", "米川村", "2021-01-01,"),
            posting(2, "香山乡", "米粮川", "2021-01-01,"),
            posting(3, "兴仁镇", "米川", "2021-01-01,"),
            posting(4, "兴仁镇", "米川 村", "2021-01-01,"),
            posting(5, "香山乡", "黄套村", "2021-01-01,"),
            posting(6, "兴仁镇", "川裕村委会", "2021-01-01,"));
        listed.deliver(
            "帮扶2021.csv",
            "收据编号,帮扶类别,提供单位,形式,乡镇,行政村,到位日期,折合金额",
            "SJ1,帮扶资金,甲,现金,,米川,2021-05-01,1",
            "SJ2,帮扶资金,甲,现金,,无名村,2021-05-01,1",
            "SJ3,帮扶资金,甲,现金,香山乡,,2021-05-01,1");
        listed.night(2021);
        assertThat(listed.findings())
            .filteredOn(finding -> finding.contains("2021"))
            .containsExactlyInAnyOrder(
                "驻村2021.csv:4 village-unknown 行政村=米川村",
                "驻村2021.csv:6 village-unknown 行政村=黄套村",
                "帮扶2021.csv:3 village-unknown 行政村=无名村");
        assertThat(listed.figures(2021)).containsEntry("F36", "4");
        assertThat(villages(listed, "aid")).containsExactly("米粮川村", "无名村");
      }
    }
  }

  private static List<String> villages(Office office, String register) {
    return office
        .sql()
        .sql("select village from %s where village is not null order by line".formatted(register))
        .query(String.class)
        .list();
  }

  private static String posting(int number, String township, String village, String dates) {
    String first17 = "99050219700101%03d".formatted(number);
    return "王合成,%s%s,某局,%s,%s,%s"
        .formatted(first17, IdNumber.check(first17), township, village, dates);
  }

  private static void list(Path folder, String yaml) throws IOException {
    Path file = folder.resolve("own/jobs/villages.yaml");
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, yaml);
  }
}
