package org.sunlitledger.check.alike;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.IntBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.testing.Office;

/** Lines that agree, in files long enough that their numbers lie in several blocks. */
class AlikeLinesIT {

  @Test
  void areFoundInOneFileAndInThatOfAnEarlierNight(@TempDir Path folder) {
    try (Office office = Office.in(folder)) {
      List<String> first = new ArrayList<>(items(1, 9_000));
      first.set(8_500, first.get(5));
      office.deliver("first-2020.csv", withHeader(first)).night(2020);
      assertThat(repeated(office)).containsExactly("first-2020.csv 8502 = first-2020.csv : 7");

      List<String> second = new ArrayList<>(items(9_001, 5_000));
      second.set(10, first.get(4_100));
      second.set(4_999, first.get(8_999));
      office.deliver("second-2020.csv", withHeader(second)).night(2020);
      assertThat(repeated(office))
          .containsExactly(
              "first-2020.csv 8502 = first-2020.csv : 7",
              "second-2020.csv 12 = first-2020.csv : 4102",
              "second-2020.csv 5001 = first-2020.csv : 9001");
    }
  }

  @Test
  void ofOtherYearsRepeatNoKey(@TempDir Path folder) {
    try (Office office = Office.in(folder)) {
      List<String> items = items(1, 3);
      List<String> before = items.stream().map(item -> item.replace("2020-", "2019-")).toList();
      office.deliver("a-2019.csv", withHeader(before)).deliver("a-2020.csv", withHeader(items));
      office.night(2020);
      assertThat(repeated(office)).isEmpty();

      office.deliver("b-2020.csv", withHeader(items.subList(1, 2))).night(2020);
      assertThat(repeated(office)).containsExactly("b-2020.csv 2 = a-2020.csv : 3");
    }
  }

  @Test
  void aRepeatedKeyCountsOnceTheLineBeforeItIsGone(@TempDir Path folder) {
    try (Office office = Office.in(folder)) {
      office.deliver("a-2020.csv", withHeader(items(1, 6))).night(2020);
      office.deliver("b-2020.csv", withHeader(items(1, 1))).night(2020);
      assertThat(repeated(office)).containsExactly("b-2020.csv 2 = a-2020.csv : 2");

      office.deliver("a-2020.csv", withHeader(items(2, 5))).night(2020);
      assertThat(repeated(office)).isEmpty();
      assertThat(
              office
                  .sql()
                  .sql("select item_no from live_disclosed_item order by item_no")
                  .query(String.class)
                  .list())
          .containsExactly("XX-1", "XX-2", "XX-3", "XX-4", "XX-5", "XX-6");
    }
  }

  @Test
  void digestsAreLookedUpAsInAList() {
    Random random = new Random(20201231);
    for (int size : new int[] {0, 1, 2, 1_000, 70_000}) {
      int[] some = random.ints(size).sorted().toArray();
      int[] all = IntStream.concat(random.ints(5_000), Arrays.stream(some).limit(500)).toArray();
      int[] expected =
          IntStream.range(0, all.length)
              .filter(place -> Arrays.stream(some).anyMatch(digest -> digest == all[place]))
              .toArray();
      assertThat(new DigestSet(some).places(IntBuffer.wrap(all))).isEqualTo(expected);
    }
  }

  private static List<String> items(int from, int count) {
    return IntStream.range(from, from + count)
        .mapToObj("XX-%d,公示,扶贫开发,政府网站,2020-05-01"::formatted)
        .toList();
  }

  private static String[] withHeader(List<String> items) {
    List<String> lines = new ArrayList<>(List.of("信息编号,信息标题,公开栏目,公开渠道,公开日期"));
    lines.addAll(items);
    return lines.toArray(String[]::new);
  }

  private static List<String> repeated(Office office) {
    return office
        .sql()
        .sql(
            """
            select d.name || ' ' || f.line || ' = ' || f.expected
            from finding f
            join delivery d on d.id = f.delivery_id
            where f.rule = 'duplicate-key'
            order by d.name, f.line
            """)
        .query(String.class)
        .list();
  }
}
