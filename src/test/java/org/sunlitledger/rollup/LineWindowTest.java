package org.sunlitledger.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sunlitledger.rollup.LineWindow.DeliveryLines;

class LineWindowTest {
  private static final LinePlace END = new LinePlace(Long.MAX_VALUE, Integer.MAX_VALUE);

  @Test
  void aLongDeliveryIsCutIntoTwoRangesAndTheRest() {
    assertThat(LineWindow.of(List.of(new DeliveryLines(7, 1_000_000)), LinePlace.START))
        .containsExactly(
            new LineWindow(LinePlace.START, new LinePlace(7, 2_000)),
            new LineWindow(new LinePlace(7, 2_000), new LinePlace(7, 22_000)),
            new LineWindow(new LinePlace(7, 22_000), END));
  }

  @Test
  void rangesGoOnFromTheirPlaceAndOverShortDeliveries() {
    List<DeliveryLines> deliveries =
        List.of(
            new DeliveryLines(7, 10_000), new DeliveryLines(8, 500), new DeliveryLines(9, 90_000));
    assertThat(LineWindow.of(deliveries, new LinePlace(7, 9_000)))
        .containsExactly(
            new LineWindow(new LinePlace(7, 9_000), new LinePlace(9, 500)),
            new LineWindow(new LinePlace(9, 500), new LinePlace(9, 20_500)),
            new LineWindow(new LinePlace(9, 20_500), END));
  }

  @Test
  void fewLinesAreOneRange() {
    assertThat(LineWindow.of(List.of(new DeliveryLines(7, 10)), LinePlace.START))
        .containsExactly(new LineWindow(LinePlace.START, END));
    assertThat(LineWindow.of(List.of(), LinePlace.START))
        .containsExactly(new LineWindow(LinePlace.START, END));
  }
}
