package org.sunlitledger.reconcile.statement;

import java.util.List;
import org.sunlitledger.quantity.text.Messages;
import org.sunlitledger.reconcile.match.MatchedLines;
import org.sunlitledger.reconcile.proof.Reconciliation.Matched;
import org.sunlitledger.reconcile.statement.StatementLooks.Look;
import org.sunlitledger.reconcile.statement.StatementSheet.Column;

/** What was matched with what, the first matches of each strategy. */
final class MatchSheet {
  /** Matches of a strategy that are shown. */
  private static final int SHOWN = 1_000;

  /** Lines that are named of each side of a match. */
  private static final int NAMED = 3;

  private final Messages words;
  private final StatementSheet sheet;
  private final MatchedLines matches;

  MatchSheet(Messages words, StatementSheet sheet, MatchedLines matches) {
    this.words = words;
    this.sheet = sheet;
    this.matches = matches;
  }

  void write(StatementContents contents) {
    sheet.title(words.text("matches.title", contents.year()));
    for (Matched strategy : contents.reconciliation().strategies()) {
      if (strategy.matches() > SHOWN) {
        sheet.note(words.text("matches.shown", strategy.title(), strategy.matches(), SHOWN));
      }
    }
    sheet.header(
        List.of(
            new Column(words.text("strategy"), 30, Look.TEXT),
            new Column(words.text("match"), 10, Look.COUNT),
            new Column(words.text("entries"), 10, Look.COUNT),
            new Column(words.text("matches.entries"), 34, Look.TEXT),
            new Column(words.text("matches.entries.amount"), 18, Look.MONEY),
            new Column(words.text("records"), 10, Look.COUNT),
            new Column(words.text("matches.records"), 34, Look.TEXT),
            new Column(words.text("matches.records.amount"), 18, Look.MONEY)));
    sheet.keepInSight();
    matches.each(contents.year(), SHOWN, NAMED, this::row);
  }

  private void row(MatchedLines.Match match) {
    sheet.row(
        match.strategy(),
        match.number(),
        match.entries(),
        match.entryPlaces(),
        StatementSheet.yuan(match.entryFen()),
        match.records(),
        match.recordPlaces(),
        StatementSheet.yuan(match.recordFen()));
  }
}
