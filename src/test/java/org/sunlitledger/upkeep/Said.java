package org.sunlitledger.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.sunlitledger.quantity.text.Messages;
import org.sunlitledger.upkeep.Finding.Level;

/** What was found, as {@code LEVEL key}. All of it has its texts in both languages. */
public final class Said {
  private static final List<Messages> LANGUAGES =
      List.of(Messages.chinese("health"), Messages.english("health"));

  private Said() {}

  public static List<String> levels(List<Finding> findings) {
    findings.forEach(Said::hasItsTexts);
    return findings.stream().map(finding -> finding.level() + " " + finding.key()).toList();
  }

  private static void hasItsTexts(Finding finding) {
    for (Messages language : LANGUAGES) {
      String text =
          String.join(
              "\n",
              finding.title(language),
              finding.found(language),
              finding.expected(language),
              finding.remedy(language));
      assertThat(text).as(finding.key()).doesNotContain("{", "}");
      assertThat(finding.remedy(language).isEmpty())
          .as(finding.key())
          .isEqualTo(finding.level() == Level.OK);
    }
  }
}
