package org.sunlitledger.figure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sunlitledger.rollup.LineFilter;
import org.sunlitledger.rollup.LineSet;
import org.sunlitledger.rollup.LineSums;
import org.sunlitledger.rollup.Measure;
import org.sunlitledger.rollup.YearMerge.Member;
import org.sunlitledger.rollup.YearMerge.MergedTotal;

/** Numbers from the lines themselves, each added up once. */
final class CountedNumbers implements MeasuredNumbers {
  private final int year;
  private final LineSums sums;
  private final Map<LineSet, MergedTotal> known = new HashMap<>();

  CountedNumbers(int year, LineSums sums) {
    this.year = year;
    this.sums = sums;
  }

  /** What is known already of a set of lines. */
  void know(LineSet set, MergedTotal total) {
    known.put(set, total);
  }

  @Override
  public MergedTotal total(Measure measure) {
    return total(LineSet.of(measure, year));
  }

  @Override
  public MergedTotal common(Figure.Both both) {
    return total(LineSet.of(both.population(), year).within(both.counted()));
  }

  @Override
  public List<Member> members(Measure measure) {
    return sums.members(measure, year);
  }

  private MergedTotal total(LineSet set) {
    return known.computeIfAbsent(set, lines -> sums.total(lines, LineFilter.ALL));
  }
}
