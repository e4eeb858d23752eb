package org.sunlitledger.figure;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.sunlitledger.rollup.Measure;
import org.sunlitledger.rollup.Measure.Span;
import org.sunlitledger.rollup.YearMerge;
import org.sunlitledger.rollup.YearMerge.Member;
import org.sunlitledger.rollup.YearMerge.MergedTotal;

/** Numbers from a year's merged roll-ups. */
final class RolledUpNumbers implements MeasuredNumbers {
  private final int year;
  private final YearMerge merge;
  private final Map<Span, Map<String, MergedTotal>> totals = new EnumMap<>(Span.class);

  RolledUpNumbers(Catalogue catalogue, YearMerge merge) {
    this.year = catalogue.year();
    this.merge = merge;
    for (Span span : Span.values()) {
      totals.put(span, merge.totals(year, span, catalogue.measures()));
    }
  }

  @Override
  public MergedTotal total(Measure measure) {
    return totals
        .getOrDefault(measure.span(), Map.of())
        .getOrDefault(measure.id(), MergedTotal.NONE);
  }

  @Override
  public MergedTotal common(Figure.Both both) {
    return merge.common(both.counted(), both.population(), year);
  }

  @Override
  public List<Member> members(Measure measure) {
    return merge.members(measure, year);
  }
}
