package org.sunlitledger.reconcile.statement;

import java.util.List;
import org.sunlitledger.quantity.text.Messages;
import org.sunlitledger.reconcile.match.MatchedLines;
import org.sunlitledger.reconcile.proof.Reconciliation.Matched;
import org.sunlitledger.reconcile.statement.StatementLooks.CellLook;
import org.sunlitledger.reconcile.statement.StatementSheet.StatementColumn;

/** What was matched with what, the first matches of each strategy. */
final class MatchSheet {
  /** Matches of a strategy that are shown. */
  private static final int SHOWN_MATCHES = 1_000;

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
      if (strategy.matches() > SHOWN_MATCHES) {
        sheet.note(
            words.text("matches.shown", strategy.title(), strategy.matches(), SHOWN_MATCHES));
      }
    }
    sheet.header(
        List.of(
            new StatementColumn(words.text("strategy"), 30, CellLook.TEXT),
            new StatementColumn(words.text("match"), 10, CellLook.COUNT),
            new StatementColumn(words.text("entries"), 10, CellLook.COUNT),
            new StatementColumn(words.text("matches.entries"), 34, CellLook.TEXT),
            new StatementColumn(words.text("matches.entries.amount"), 18, CellLook.MONEY),
            new StatementColumn(words.text("records"), 10, CellLook.COUNT),
            new StatementColumn(words.text("matches.records"), 34, CellLook.TEXT),
            new StatementColumn(words.text("matches.records.amount"), 18, CellLook.MONEY)));
    sheet.keepInSight();
    matches.each(contents.year(), SHOWN_MATCHES, NAMED, this::row);
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
