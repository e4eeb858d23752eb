package org.sunlitledger.cli.close;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sunlitledger.cli.shell.Session;
import org.sunlitledger.close.late.LineDifference;
import org.sunlitledger.close.late.Restatement;
import org.sunlitledger.figure.Figure;
import org.sunlitledger.quantity.money.Fen;
import org.sunlitledger.quantity.text.Decimals;
import org.sunlitledger.quantity.text.Messages;

/** For people: each figure with the first of its lines below it. */
final class RestatementText implements RestatementScreen {
  private static final int SHOWN_LINES = 10;

  private final int year;
  private final Messages messages;
  private final Messages sentences;
  private final PrintWriter out;
  private @Nullable Figure current;
  private int figures;
  private int lines;

  RestatementText(int year, Session session, Messages sentences, PrintWriter out) {
    this.year = year;
    this.messages = session.messages();
    this.sentences = sentences;
    this.out = out;
  }

  @Override
  public void begin(boolean definitionsChanged, List<Restatement.Late> late) {
    if (late.isEmpty()) {
      out.println(sentences.text("restatement.none-held", year));
    }
    for (Restatement.Late one : late) {
      out.println(
          sentences.text(
              "restatement.held",
              one.delivery(),
              one.file(),
              one.read(),
              one.accepted(),
              one.refused(),
              "%,.2f".formatted(Fen.yuan(one.fen()))));
    }
    if (definitionsChanged) {
      out.println(sentences.text("restatement.definitions"));
    }
  }

  @Override
  public void figure(Restatement.Change change) {
    endFigure();
    figures++;
    lines = 0;
    current = change.figure();
    String title = change.figure().title(messages.isChinese());
    out.println(
        "%s %s: %s → %s%s"
            .formatted(
                change.figure().id(),
                title,
                shown(change.oldText()),
                shown(change.newText()),
                change
                    .difference()
                    .map(
                        difference ->
                            " (%s%s)"
                                .formatted(
                                    difference.signum() >= 0 ? "+" : "",
                                    change.figure().exactly(difference)))
                    .orElse("")));
  }

  @Override
  public void line(LineDifference.ChangedLine line) {
    lines++;
    if (lines <= SHOWN_LINES) {
      out.println(
          "  %s %s:%d %s %s %s"
              .formatted(
                  sentences.text("restatement." + line.direction()),
                  line.file(),
                  line.line(),
                  line.figure(),
                  exactly(line.amount()),
                  line.label())
              .stripTrailing());
    }
  }

  @Override
  public void finish() {
    endFigure();
    out.println(
        figures == 0
            ? sentences.text("restatement.none", year)
            : sentences.text("restatement.figures", figures, year));
  }

  private void endFigure() {
    if (lines > SHOWN_LINES) {
      out.println("  " + sentences.text("restatement.lines", lines));
    }
  }

  private String exactly(BigDecimal amount) {
    Figure figure = current;
    return figure == null ? Decimals.plain(amount) : figure.exactly(amount);
  }

  private static String shown(String text) {
    return text.isEmpty() ? "—" : text;
  }

  @Override
  public void close() {
    out.flush();
  }
}
