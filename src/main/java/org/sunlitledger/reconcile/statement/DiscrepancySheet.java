package org.sunlitledger.reconcile.statement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sunlitledger.quantity.text.Messages;
import org.sunlitledger.reconcile.decision.DiscrepancyFilter;
import org.sunlitledger.reconcile.decision.DiscrepancyList;
import org.sunlitledger.reconcile.discrepancy.Kinds;
import org.sunlitledger.reconcile.discrepancy.WorkItem;
import org.sunlitledger.reconcile.discrepancy.WorkItem.WorkSide;
import org.sunlitledger.reconcile.statement.StatementContents.KindCount;
import org.sunlitledger.reconcile.statement.StatementLooks.CellLook;
import org.sunlitledger.reconcile.statement.StatementSheet.StatementColumn;

/** The discrepancies by kind, with the lines of both sides and what was decided. */
final class DiscrepancySheet {
  /** Discrepancies that are shown. */
  private static final int SHOWN_DISCREPANCIES = 10_000;

  private final Messages words;
  private final StatementSheet sheet;
  private final DiscrepancyList discrepancies;
  private final LocalDate day;
  private final Kinds kinds;
  private int written;

  /**
   * @param day from which ages are counted
   */
  DiscrepancySheet(
      Messages words,
      StatementSheet sheet,
      DiscrepancyList discrepancies,
      LocalDate day,
      Kinds kinds) {
    this.words = words;
    this.sheet = sheet;
    this.discrepancies = discrepancies;
    this.day = day;
    this.kinds = kinds;
  }

  void write(StatementContents contents) {
    long all = contents.kinds().stream().mapToLong(KindCount::number).sum();
    sheet.title(words.text("discrepancies.title", contents.year()));
    if (all > SHOWN_DISCREPANCIES) {
      sheet.note(words.text("discrepancies.shown", all, SHOWN_DISCREPANCIES, contents.year()));
    }
    sheet.header(
        List.of(
            new StatementColumn(words.text("id"), 7, CellLook.COUNT),
            new StatementColumn(words.text("kind"), 16, CellLook.TEXT),
            new StatementColumn(words.text("severity"), 6, CellLook.TEXT),
            new StatementColumn(words.text("source"), 9, CellLook.TEXT),
            new StatementColumn(words.text("amount"), 16, CellLook.MONEY),
            new StatementColumn(words.text("count"), 6, CellLook.COUNT),
            new StatementColumn(words.text("age"), 8, CellLook.COUNT),
            new StatementColumn(words.text("found"), 26, CellLook.TEXT),
            new StatementColumn(words.text("side.records"), 33, CellLook.TEXT),
            new StatementColumn(words.text("side.ledger"), 33, CellLook.TEXT),
            new StatementColumn(words.text("status"), 8, CellLook.TEXT),
            new StatementColumn(words.text("decided"), 24, CellLook.TEXT)));
    sheet.keepInSight();
    discrepancies.each(
        DiscrepancyFilter.ofEverySeverity(contents.year(), Optional.empty(), true), this::row);
  }

  private void row(WorkItem item) {
    if (item.status() == WorkItem.Status.GONE || written == SHOWN_DISCREPANCIES) {
      return;
    }
    written++;
    boolean isCount = kinds.isCount(item.kind());
    sheet.row(
        item.id(),
        kinds.title(item.kind(), true),
        words.text("severity." + item.severity()),
        item.source(),
        isCount ? "" : StatementSheet.yuan(item.amount()),
        isCount ? item.amount() : "",
        item.age(day),
        item.found(),
        SideCell.text(item, WorkSide.RECORD, isCount, words),
        SideCell.text(item, WorkSide.ENTRY, isCount, words),
        words.text("status." + item.status().code()),
        decided(item));
  }

  private String decided(WorkItem item) {
    List<String> texts = new ArrayList<>();
    item.resolved()
        .ifPresent(
            resolved ->
                texts.add(
                    words.text(
                        "decided.resolved",
                        resolved.by(),
                        words.text("resolution." + resolved.as().code()),
                        resolved.why())));
    item.approved().ifPresent(approved -> texts.add(words.text("decided.approved", approved.by())));
    return String.join("\n", texts);
  }
}
