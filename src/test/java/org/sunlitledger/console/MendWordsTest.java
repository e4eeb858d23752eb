package org.sunlitledger.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.sunlitledger.quantity.text.Messages;

/** Pages say what to do there, not which command to type. */
class MendWordsTest {

  @Test
  void whatACommandMendsIsSaidInWordsOfTheConsole() {
    for (Locale language : List.of(Locale.CHINESE, Locale.ENGLISH)) {
      ResourceBundle rules = ResourceBundle.getBundle("messages.rules", language);
      Messages console =
          language.equals(Locale.CHINESE)
              ? Messages.chinese("console")
              : Messages.english("console");
      assertThat(rules.keySet())
          .filteredOn(key -> key.endsWith(".mend") && rules.getString(key).contains("./sunlit"))
          .hasSizeGreaterThan(5)
          .allSatisfy(
              key ->
                  assertThat(
                          console.find(
                              "rule-mend." + key.substring(0, key.length() - ".mend".length())))
                      .as(key)
                      .isNotEmpty()
                      .doesNotContain("./sunlit"));
    }
  }
}
