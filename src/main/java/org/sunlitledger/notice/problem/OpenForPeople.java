package org.sunlitledger.notice.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.sunlitledger.close.YearState;
import org.sunlitledger.close.YearState.YearNumbers;
import org.sunlitledger.open.OpenItems;
import org.sunlitledger.open.OpenItems.OpenGroup;

/** Something of a year waits for a decision of people. */
public final class OpenForPeople implements Watch {
  private static final int NO_YEAR = 0;

  private final OpenItems open;
  private final YearState state;

  public OpenForPeople(OpenItems open, YearState state) {
    this.open = open;
    this.state = state;
  }

  @Override
  public String kind() {
    return "open";
  }

  @Override
  public List<Seen> look() {
    Map<Integer, Long> items = new TreeMap<>();
    state.years().forEach(year -> items.put(year, 0L));
    items.putAll(
        open.groups().stream()
            .collect(
                Collectors.groupingBy(OpenGroup::year, Collectors.summingLong(OpenGroup::count))));
    List<Seen> seen = new ArrayList<>();
    items.forEach(
        (year, count) -> {
          if (year == NO_YEAR) {
            seen.add(Seen.of(kind(), String.valueOf(year), "open.no-year", count));
          } else {
            YearNumbers numbers = state.of(year, null);
            if (count + numbers.undecided() + numbers.unapproved() > 0) {
              seen.add(
                  Seen.of(
                      kind(),
                      String.valueOf(year),
                      "open",
                      year,
                      count,
                      numbers.undecided(),
                      numbers.unapproved()));
            }
          }
        });
    return seen;
  }
}
