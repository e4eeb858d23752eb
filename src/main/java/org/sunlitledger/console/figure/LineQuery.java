package org.sunlitledger.console.figure;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sunlitledger.console.list.ListAddress;
import org.sunlitledger.console.list.ListSlice;
import org.sunlitledger.console.list.Parameters;
import org.sunlitledger.rollup.Dimension;
import org.sunlitledger.rollup.LineFilter;

/**
 * What the address of a list of lines asks for.
 *
 * @param township a code, or {@code none}
 * @param source a code, or {@code none}
 * @param month a number, or {@code none}
 * @param side 1 for the other of two sets of lines
 * @param after the place of the last line of the page before
 */
public record LineQuery(
    @Nullable String township,
    @Nullable String source,
    @Nullable String month,
    @Nullable Long delivery,
    @Nullable Integer side,
    @Nullable Integer size,
    @Nullable Long after) {

  public LineFilter filter() {
    return new LineFilter(
        code(township),
        code(source),
        code(month).map(LineQuery::month),
        Optional.ofNullable(delivery));
  }

  /** The set of lines, if a figure has so many. */
  public int side(int sets) {
    return side != null && side > 0 && side < sets ? side : 0;
  }

  public ListSlice slice() {
    return ListSlice.of(size, after);
  }

  public ListAddress address(LineAddress lines) {
    return lines
        .all()
        .with("township", Parameters.text(township))
        .with("source", Parameters.text(source))
        .with("month", Parameters.text(month))
        .with("delivery", delivery == null ? "" : delivery);
  }

  /** The same filter, for its sum. */
  public String sum(LineAddress lines) {
    ListAddress list = address(lines);
    return new ListAddress(list.path() + "/sum", list.parameters()).toString();
  }

  /** What is chosen of a dimension; empty for all. */
  public String chosen(Dimension dimension) {
    return Parameters.text(
        switch (dimension) {
          case TOWNSHIP -> township;
          case SOURCE -> source;
          case MONTH -> month;
        });
  }

  private static Optional<String> code(@Nullable String parameter) {
    return Optional.of(Parameters.text(parameter))
        .filter(code -> !code.isEmpty())
        .map(code -> code.equals(LineAddress.NONE) ? "" : code);
  }

  /** What is no month has no lines. */
  private static int month(String number) {
    return number.isEmpty() ? 0 : number.matches("[0-9]{1,2}") ? Integer.parseInt(number) : -1;
  }
}
