package org.sunlitledger.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.account.AccountRole;
import org.sunlitledger.console.browser.Person;
import org.sunlitledger.figure.Figures;
import org.sunlitledger.testing.Office;

/** Every figure of the sample year in a browser, which reads the sentence on its page. */
@Tag("long")
class FigurePageIT {
  private static Office office;
  @AutoClose private static Staff staff;

  @BeforeAll
  static void open(@TempDir Path folder) throws Exception {
    office = Office.in(folder).deliverAll(Path.of("sample-data/2020"));
    office.night(2020);
    staff = Staff.of(office).add("wangfang", "王芳", AccountRole.CLERK);
  }

  @Test
  void thePageOfEveryFigureProvesItsNumberFromTheLines() {
    List<String> wrong = new ArrayList<>();
    List<Figures.Computed> figures = office.the(Figures.class).of(2020);
    assertThat(figures).hasSize(250);
    try (Person wangfang = staff.person("wangfang")) {
      for (Figures.Computed figure : figures) {
        wangfang.go("/2020/figures/" + figure.figure().id());
        String sentence = wangfang.page().textContent("#sentence");
        boolean agrees =
            figure.value().isPresent()
                ? sentence.contains("，与指标一致 ✓")
                : sentence.startsWith("没有行：");
        if (!agrees) {
          wrong.add(figure.figure().id() + " " + figure.value() + " " + sentence);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void eachKindOfFigureCanBeUsedByEverybodyInBothLanguages() {
    try (Person wangfang = staff.person("wangfang")) {
      for (String language : List.of("zh", "en")) {
        wangfang.go("/2020/figures").speak(language).inspect();
        for (String id : List.of("F11", "F12", "F12L", "F17", "F20H", "F20", "T3_1_1", "T3_1_7")) {
          wangfang.go("/2020/figures/" + id);
          assertThat(wangfang.page().locator("#sentence")).hasClass("status good");
          wangfang.inspect();
        }
        wangfang.go("/2020/figures/F11/lines?month=5");
        wangfang.page().waitForSelector("#sum");
        wangfang.inspect();
      }
      wangfang.go("/2020/figures").speak("zh");
      wangfang.page().setViewportSize(390, 844);
      wangfang.go("/2020/figures/F11");
      wangfang.page().waitForSelector("#sentence");
      wangfang.inspect();
    }
  }

  @Test
  void aBarOpensItsLinesAndALineItsRowInTheFile() {
    try (Person wangfang = staff.person("wangfang")) {
      wangfang.go("/2020/figures/F11");
      wangfang.page().click("table[data-by=township] .bar a");
      wangfang.page().waitForURL("**/lines?township=*");
      assertThat(wangfang.page().locator("#sum")).containsText("所列：");
      wangfang.page().click("table.lines tbody a");
      wangfang.page().waitForURL("**/deliveries/*/lines/*");
      assertThat(wangfang.page().locator("main")).containsText("F11");
      wangfang.page().click("text=F11");
      wangfang.page().waitForURL("**/figures/F11");
    }
  }
}
