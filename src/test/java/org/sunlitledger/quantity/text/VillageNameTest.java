package org.sunlitledger.quantity.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A village has one name, however offices write it. */
class VillageNameTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "米粮川村",
        "米粮川",
        "米 粮川村",
        "　米粮川　村　",
        "米粮川村委会",
        "米粮川村村委会",
        "米粮川村民委员会",
        "米粮川行政村",
        "米粮川村行政村",
        "米粮川村委",
        "米\u00a0粮\u200b川村",
        "\u202d米粮川村\u202c",
        "\ufeff米粮川\n村",
        "米\t粮川村 ",
      })
  void spellingsOfOneVillage(String text) {
    assertThat(VillageName.plainName(text)).isEqualTo("米粮川村");
  }

  @ParameterizedTest
  @CsvSource({
    "新村, 新村",
    "新村村, 新村",
    "新村委会, 新村",
    "新村村委会, 新村",
    "川裕社区, 川裕社区",
    "川裕居委会, 川裕社区",
    "川裕社区居民委员会, 川裕社区",
    "川裕村, 川裕村",
    "Ａ１村, A1村",
    "a1, A1村",
    "第２村, 第2村",
    "马场, 马场村",
    "马场村, 马场村",
    "山羊林场, 山羊林场",
    "工业园区, 工业园区",
    "村, 村",
    "村委会, 村委会",
    "行政村, 行政村",
    "社区, 社区",
    "米粮川村一组, 米粮川村一组村",
  })
  void theNormalForm(String text, String name) {
    assertThat(VillageName.plainName(text)).isEqualTo(name);
    assertThat(VillageName.plainName(name)).isEqualTo(name);
  }
}
