package org.sunlitledger.figure;

import java.util.List;
import org.sunlitledger.rollup.Measure;
import org.sunlitledger.rollup.YearMerge.Member;
import org.sunlitledger.rollup.YearMerge.MergedTotal;

/** The results of measures in a year. */
interface MeasuredNumbers {

  /** The sum, or the number of lines or distinct keys. */
  MergedTotal total(Measure measure);

  /** The distinct keys that two measures have in common. */
  MergedTotal common(Figure.Both both);

  /** The distinct keys of a list. */
  List<Member> members(Measure measure);
}
