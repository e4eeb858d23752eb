package org.sunlitledger.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.definition.Definitions;

/** A county's own list of villages. */
class VillagesTest {
  private static final String XINGREN = "640502109";
  private static final String XIANGSHAN = "640502200";

  private final Path folder;

  VillagesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void withoutAListNamesAreUnifiedByRuleAlone() {
    Villages villages = villages(new Definitions(Optional.empty()));
    assertThat(villages.isListed()).isFalse();
    assertThat(villages.name(XIANGSHAN, "米粮川村", 2020)).isEqualTo("米粮川村");
    assertThat(villages.name(XIANGSHAN, "香山乡米粮川村", 2020)).isEqualTo("米粮川村");
    assertThat(villages.name(XIANGSHAN, "沙坡头区香山乡米粮川村", 2020)).isEqualTo("米粮川村");
    assertThat(villages.name(XINGREN, "香山乡米粮川村", 2020)).isEqualTo("香山乡米粮川村");
    assertThat(villages.name(XIANGSHAN, "香山乡村", 2020)).isEqualTo("香山乡村");
    assertThat(villages.name(null, "米粮川村", 2020)).isEqualTo("米粮川村");
  }

  @Test
  void aliasesHoldInTheirTownshipAndYears() throws IOException {
    Villages villages =
        listed(
            """
            villages:
              - {township: 香山乡, name: 米粮川, aliases: [米川, 原米粮村]}
              - {township: '640502109', name: 团结村, aliases: [米川村], to: 2020}
              - {township: 兴仁镇, name: 新团结村, aliases: [团结], from: 2021}
              - {township: 兴仁镇, name: 川裕村}
            """);
    assertThat(villages.isListed()).isTrue();
    assertThat(villages.name(XIANGSHAN, "米川村", 2020)).isEqualTo("米粮川村");
    assertThat(villages.name(XIANGSHAN, "原米粮村", 2020)).isEqualTo("米粮川村");
    assertThat(villages.name(XINGREN, "米川村", 2020)).isEqualTo("团结村");
    assertThat(villages.name(XINGREN, "米川村", 2021)).isEqualTo("米川村");
    assertThat(villages.name(XINGREN, "团结村", 2020)).isEqualTo("团结村");
    assertThat(villages.name(XINGREN, "团结村", 2021)).isEqualTo("新团结村");
    assertThat(villages.name(null, "原米粮村", 2020)).isEqualTo("米粮川村");
    // the text does not show which of the two is meant
    assertThat(villages.name(null, "米川村", 2020)).isEqualTo("米川村");
  }

  @Test
  void aListThatCannotBeRightIsRefusedByItsPlace() {
    assertThatThrownBy(() -> listed("villages: [{township: 海原镇, name: 甲村}]"))
        .hasMessage(
            "jobs/villages.yaml → villages[1]: no township '海原镇' in jobs/codes/township.yaml");
    assertThatThrownBy(
            () ->
                listed(
                    "villages: [{township: 香山乡, name: 甲村}, {township: 香山乡, name: 乙村, aliases: [甲]}]"))
        .hasMessage("jobs/villages.yaml → villages[2]: '甲村' is defined twice, for the same years");
    assertThatThrownBy(() -> listed("villages: [{township: 香山乡}]"))
        .hasMessage("jobs/villages.yaml → villages[1]: 'name' is missing");
    assertThatThrownBy(() -> listed("villages: [{township: 香山乡, name: 甲村, alias: [乙]}]"))
        .hasMessageContaining("unknown key 'alias'");
  }

  private Villages listed(String yaml) throws IOException {
    Path file = folder.resolve("jobs/villages.yaml");
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, yaml);
    return villages(new Definitions(Optional.of(folder)));
  }

  private static Villages villages(Definitions definitions) {
    return new Villages(definitions, new Registers(definitions));
  }
}
