package org.sunlitledger.console.discrepancy;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.sunlitledger.console.frame.Frame;
import org.sunlitledger.console.list.PageWords;
import org.sunlitledger.reconcile.discrepancy.Kinds;

/** Finds the words for a page about discrepancies. */
@Component
class DiscrepancyTexts {
  private final PageWords words;
  private final Kinds kinds;
  private final Clock clock;

  DiscrepancyTexts(PageWords words, Kinds kinds, Clock clock) {
    this.words = words;
    this.kinds = kinds;
    this.clock = clock;
  }

  DiscrepancyWords of(Frame frame) {
    return new DiscrepancyWords(frame, words.worklist(frame), kinds, LocalDate.now(clock));
  }
}
