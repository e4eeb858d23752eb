package org.sunlitledger.quantity.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessagesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"0 | 0 lines", "1 | 1 line", "2 | 2 lines", "11 | 11 lines", "1,204 | 1,204 lines"})
  void anEnglishCountHasTheWordOfItsNumber(String number, String text) {
    assertThat(Messages.english("figures").text("proof.count", number)).isEqualTo(text);
  }
}
