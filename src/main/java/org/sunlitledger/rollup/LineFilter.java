package org.sunlitledger.rollup;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which lines of a set: those of one cell of a breakdown, or of one delivery.
 *
 * @param township a code; an empty text for lines that have none
 * @param source the same
 * @param month 1 to 12; 0 for lines without a date
 */
public record LineFilter(
    Optional<String> township,
    Optional<String> source,
    Optional<Integer> month,
    Optional<Long> delivery) {
  /** Every line. */
  public static final LineFilter ALL =
      new LineFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  public boolean isNarrow() {
    return !parameters().isEmpty();
  }

  /** On a row {@code s}, to be continued after another condition. */
  String condition() {
    return parameters().keySet().stream()
        .map(" and s.%1$s = :%1$s"::formatted)
        .collect(Collectors.joining());
  }

  Map<String, Object> parameters() {
    Map<String, Object> parameters = new LinkedHashMap<>();
    township.ifPresent(code -> parameters.put("township", code));
    source.ifPresent(code -> parameters.put("source", code));
    month.ifPresent(number -> parameters.put("month", number));
    delivery.ifPresent(id -> parameters.put("delivery_id", id));
    return parameters;
  }
}
