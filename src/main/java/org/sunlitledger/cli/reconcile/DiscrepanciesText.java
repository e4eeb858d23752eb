package org.sunlitledger.cli.reconcile;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.sunlitledger.cli.print.DecisionScreen;
import org.sunlitledger.cli.print.ScreenText;
import org.sunlitledger.cli.shell.Session;
import org.sunlitledger.quantity.money.Fen;
import org.sunlitledger.quantity.text.Messages;
import org.sunlitledger.quantity.text.Moment;
import org.sunlitledger.reconcile.discrepancy.Kinds;
import org.sunlitledger.reconcile.discrepancy.WorkItem;
import org.sunlitledger.reconcile.discrepancy.WorkItem.Status;
import org.sunlitledger.reconcile.discrepancy.WorkItem.WorkSide;

/** For people: the first discrepancies, each with the first lines of both of its sides. */
final class DiscrepanciesText {
  private static final int SHOWN_ITEMS = 50;
  private static final int SHOWN_LINES = 5;

  private final LocalDate today;
  private final Clock clock;
  private final Kinds kinds;
  private final Messages sentences;
  private final PrintWriter out;
  private int items;

  DiscrepanciesText(LocalDate today, Kinds kinds, Session session, PrintWriter out) {
    this.today = today;
    this.kinds = kinds;
    this.clock = session.the(Clock.class);
    this.sentences = DecisionScreen.sentences(session);
    this.out = out;
  }

  void item(WorkItem item) {
    items++;
    if (items > SHOWN_ITEMS) {
      return;
    }
    out.println(
        sentences.text(
            "discrepancies.item",
            item.id(),
            sentences.text("severity." + item.severity()),
            kinds.label(item.kind(), sentences.isChinese()),
            amount(item, item.amount()),
            item.source().isEmpty() ? "—" : item.source(),
            item.age(today),
            sentences.text("status." + item.status())));
    out.println("  " + ScreenText.grouped(item.found()));
    lines(item, WorkSide.RECORD);
    lines(item, WorkSide.ENTRY);
    if (item.status() == Status.OPEN) {
      out.println("  → " + kinds.mend(item.kind(), sentences.isChinese()));
    }
    item.resolved()
        .ifPresent(
            resolved ->
                out.println(
                    "  "
                        + sentences.text(
                            "discrepancies.resolved",
                            resolved.by(),
                            moment(resolved.at()),
                            sentences.text("resolution." + resolved.as()),
                            resolved.why())));
    item.approved()
        .ifPresent(
            approved ->
                out.println(
                    "  "
                        + sentences.text(
                            "discrepancies.approved", approved.by(), moment(approved.at()))));
  }

  private void lines(WorkItem item, WorkSide side) {
    List<WorkItem.WorkLine> lines = item.of(side);
    for (WorkItem.WorkLine line : lines.subList(0, Math.min(SHOWN_LINES, lines.size()))) {
      out.println(
          "  "
              + sentences.text(
                  "discrepancies.line." + side,
                  line.file(),
                  line.line(),
                  amount(item, line.amount())));
    }
    if (lines.size() > SHOWN_LINES) {
      out.println(
          "  "
              + sentences.text(
                  "discrepancies.lines",
                  lines.size() - SHOWN_LINES,
                  amount(item, lines.stream().mapToLong(WorkItem.WorkLine::amount).sum())));
    }
  }

  /** Says how many more there are, and how far the year has come. */
  void finish(int year, Map<Status, Long> counts) {
    if (items > SHOWN_ITEMS) {
      out.println(sentences.text("discrepancies.more", items - SHOWN_ITEMS));
    }
    out.println(
        sentences.text(
            "discrepancies.counts",
            year,
            counts.getOrDefault(Status.OPEN, 0L),
            counts.getOrDefault(Status.RESOLVED, 0L),
            counts.getOrDefault(Status.APPROVED, 0L),
            counts.getOrDefault(Status.GONE, 0L)));
  }

  private String moment(OffsetDateTime at) {
    return Moment.in(clock.getZone(), at);
  }

  private String amount(WorkItem item, long amount) {
    return kinds.isCount(item.kind())
        ? sentences.text("discrepancies.count", amount)
        : sentences.text("discrepancies.yuan", "%,.2f".formatted(Fen.yuan(amount)));
  }
}
