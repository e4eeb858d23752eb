package org.sunlitledger.reconcile.worklist;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.springframework.stereotype.Component;
import org.sunlitledger.quantity.text.Messages;
import org.sunlitledger.reconcile.decision.DiscrepancyFilter;
import org.sunlitledger.reconcile.decision.DiscrepancyList;
import org.sunlitledger.reconcile.discrepancy.Kinds;
import org.sunlitledger.reconcile.discrepancy.Resolution;
import org.sunlitledger.reconcile.discrepancy.WorkItem;
import org.sunlitledger.reconcile.discrepancy.WorkItem.WorkSide;
import org.sunlitledger.reconcile.statement.SideCell;
import org.sunlitledger.reconcile.statement.StatementLooks;
import org.sunlitledger.reconcile.statement.StatementLooks.CellLook;
import org.sunlitledger.reconcile.statement.StatementSheet;
import org.sunlitledger.reconcile.statement.StatementSheet.StatementColumn;

/** Writes the work list: what there is to decide, with empty columns for how and why. */
@Component
public final class WorkListBook {
  /** Rows that are in memory at once. */
  private static final int WINDOW = 100;

  /** The column in which people choose, from 0. */
  private static final int CHOICE = 10;

  private final DiscrepancyList discrepancies;
  private final Kinds kinds;
  private final Clock clock;

  WorkListBook(DiscrepancyList discrepancies, Kinds kinds, Clock clock) {
    this.discrepancies = discrepancies;
    this.kinds = kinds;
    this.clock = clock;
  }

  /**
   * Writes the discrepancies of a filter.
   *
   * @param words the bundle {@code worklist}
   * @return how many there are
   */
  public int write(DiscrepancyFilter filter, Messages words, OutputStream out) throws IOException {
    try (SXSSFWorkbook book = new SXSSFWorkbook(WINDOW)) {
      // with sizes beyond four gigabytes in mind a zip is written that Java's own reader refuses
      book.setZip64Mode(Zip64Mode.Never);
      StatementSheet sheet =
          new StatementSheet(book, new StatementLooks(book), words.text("sheet.name"));
      sheet.title(words.text("sheet.title", filter.year()));
      sheet.note(words.text("sheet.note"));
      sheet.header(columns(words));
      sheet.keepInSight();
      int first = sheet.nextRow();
      LocalDate today = LocalDate.now(clock);
      discrepancies.each(filter, item -> row(sheet, item, words, today));
      sheet.choices(
          CHOICE,
          first,
          Arrays.stream(Resolution.values()).map(as -> words.text("resolution." + as)).toList());
      book.write(out);
      return sheet.nextRow() - first;
    }
  }

  private static List<StatementColumn> columns(Messages words) {
    return List.of(
        column(words, "number", 8, CellLook.COUNT),
        column(words, "kind", 16, CellLook.TEXT),
        column(words, "found", 30, CellLook.TEXT),
        column(words, "source", 9, CellLook.TEXT),
        column(words, "amount", 16, CellLook.MONEY),
        column(words, "count", 6, CellLook.COUNT),
        column(words, "age", 8, CellLook.COUNT),
        column(words, "records", 30, CellLook.TEXT),
        column(words, "ledger", 30, CellLook.TEXT),
        column(words, "status", 8, CellLook.TEXT),
        column(words, "as", 11, CellLook.TEXT),
        column(words, "why", 30, CellLook.TEXT),
        column(words, "mark", 12, CellLook.TEXT));
  }

  private static StatementColumn column(Messages words, String key, int width, CellLook look) {
    return new StatementColumn(words.text("sheet." + key), width, look);
  }

  private void row(StatementSheet sheet, WorkItem item, Messages words, LocalDate today) {
    boolean isCount = kinds.isCount(item.kind());
    sheet.row(
        item.id(),
        kinds.title(item.kind(), words.isChinese()),
        item.found(),
        item.source(),
        isCount ? "" : StatementSheet.yuan(item.amount()),
        isCount ? item.amount() : "",
        item.age(today),
        SideCell.text(item, WorkSide.RECORD, isCount, words),
        SideCell.text(item, WorkSide.ENTRY, isCount, words),
        words.text("status." + item.status()),
        "",
        "",
        item.mark());
  }
}
