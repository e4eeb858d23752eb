package org.sunlitledger.intake.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The information in the file names that offices use. */
class DeliveryNameTest {

  @ParameterizedTest
  @CsvSource({
    "帮扶2020（修正）.csv, 帮扶2020.csv, 1",
    "帮扶2020(更正版).csv, 帮扶2020.csv, 1",
    "帮扶2020_修改.csv, 帮扶2020.csv, 1",
    "帮扶2020修正.csv, 帮扶2020.csv, 1",
    "帮扶2020更正后.csv, 帮扶2020.csv, 1",
    "帮扶2020-重报.csv, 帮扶2020.csv, 1",
    "帮扶2020【修正2】.csv, 帮扶2020.csv, 2",
    "aid-2020 corrected.csv, aid-2020.csv, 1",
    "aid-2020-v2.csv, aid-2020.csv, 2",
    "aid-2020_V10.csv, aid-2020.csv, 10",
    "帮扶2020（第2版）.csv, 帮扶2020.csv, 2",
    "（修正）帮扶2020.csv, 帮扶2020.csv, 1",
    "修正-帮扶2020.csv, 帮扶2020.csv, 1",
    "香山乡/修正-帮扶2020.csv, 香山乡/帮扶2020.csv, 1",
    "帮扶（更正）2020.csv, 帮扶2020.csv, 1",
    "帮扶2020（修正）(1).csv, 帮扶2020.csv, 1",
    "帮扶2020 (1)（修正）.csv, 帮扶2020 (1).csv, 1",
    "帮扶2020-v2-最终版.csv, 帮扶2020.csv, 2",
    "更正-171-wang-v2-20261128-1432.xlsx, 171-wang-v2-20261128-1432.xlsx, 1",
  })
  void aMarkSaysThatAFileIsACorrection(String file, String original, int edition) {
    DeliveryName name = name(file);
    assertThat(name.original()).isEqualTo(original);
    assertThat(name.edition()).isEqualTo(edition);
    assertThat(name.isMarked()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "帮扶2020.csv",
        "帮扶2020 (2).csv",
        "帮扶2020(1).csv",
        "帮扶2020（第2次）.csv",
        "帮扶2020第2次.csv",
        "帮扶2020 - 副本.csv",
        "帮扶2020 - 复制 (3).csv",
        "帮扶2020 copy.csv",
        "帮扶2020最终版.csv",
        "帮扶2020-final.csv",
        "帮扶2020新.csv",
        "帮扶2020-v1.csv",
        "兴仁镇帮扶2020.csv",
        "修改土地规划项目2020.csv",
        "修正.csv",
      })
  void otherWordsDoNot(String file) {
    assertThat(name(file).original()).isEqualTo(file);
    assertThat(name(file).isMarked()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "2020年项目台账.csv, 2020",
    "2020年项目台账（2021年1月报送）.csv, 2020 2021",
    "2020年花名册-2021年初更新.csv, 2020 2021",
    "2020年帮扶（2021-01-05报送）.csv, 2020",
    "帮扶2020_20210105.csv, 2020",
    "帮扶2020 2021.1.5.csv, 2020",
    "2021年1月5日报2020年帮扶.csv, 2020",
    "帮扶20201130.csv, 2020",
    "帮扶20210105.csv, 2020 2021",
    "帮扶2021-01-05.csv, 2020 2021",
    "2019年秋季学期雨露.csv, 2020",
    "2019年秋季学期雨露2020年.csv, 2020",
    "２０１９年帮扶.csv, 2019",
    "二〇一九年帮扶.csv, 2019",
    "2020年1月-2020年12月帮扶.csv, 2020",
    "2019-2020学年雨露.csv, 2019 2020",
    "帮扶.csv, 2020",
    "凭证120201.csv, 2020",
  })
  void theYearsThatANameMayMean(String file, String years) {
    assertThat(name(file).years().candidates(2020))
        .isEqualTo(List.of(years.split(" ")).stream().map(Integer::valueOf).toList());
  }

  private static DeliveryName name(String file) {
    return DeliveryName.of(Path.of("/in"), Path.of("/in").resolve(file));
  }
}
