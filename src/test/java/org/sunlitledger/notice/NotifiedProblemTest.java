package org.sunlitledger.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When there is a notice of a problem. */
class NotifiedProblemTest {
  private static final OffsetDateTime NOW =
      OffsetDateTime.of(2026, 11, 30, 1, 40, 0, 0, ZoneOffset.UTC);

  @ParameterizedTest
  @CsvSource(
      nullValues = "never",
      value = {
        // notices so far, the last one, whether the problem is settled, what is due
        "0, never, false, NEW",
        "0, 25h, false, NEW",
        "0, 3h, false, never",
        "1, 3h, false, never",
        "1, 23h, false, AGAIN",
        "2, 24h, false, never",
        "2, 163h, false, never",
        "2, 167h, false, AGAIN",
        "9, 168h, false, AGAIN",
        "1, 1h, true, SETTLED",
        "9, 900h, true, SETTLED",
        "0, never, true, never",
        "0, 1h, true, never"
      })
  void isSeldomAndNeverForgotten(int times, String last, boolean settled, String due) {
    OffsetDateTime sent =
        last == null ? null : NOW.minus(Duration.parse("PT" + last.toUpperCase(Locale.ROOT)));
    NotifiedProblem problem =
        new NotifiedProblem(7, "disk", "", NOW.minusDays(40), settled, times, sent);
    assertThat(problem.due(NOW).map(NoticeState::name).orElse(null)).isEqualTo(due);
  }
}
