package org.sunlitledger.cli.close;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.sunlitledger.cli.shell.Session;
import org.sunlitledger.close.late.LineDifference;
import org.sunlitledger.close.late.Restatement;
import org.sunlitledger.database.file.LineFiles;
import org.sunlitledger.quantity.text.Decimals;
import org.sunlitledger.quantity.text.Messages;
import org.sunlitledger.view.SpreadsheetCell;

/** For spreadsheets: a row for each line of each figure; the file is there whole or not at all. */
final class RestatementCsv implements RestatementScreen {
  private static final List<String> COLUMNS =
      List.of(
          "figure",
          "title",
          "old",
          "new_value",
          "difference",
          "change",
          "part",
          "delivery",
          "file",
          "line",
          "amount",
          "key",
          "label");

  private final LineFiles files;
  private final Path file;
  private final Path unfinished;
  private final Messages messages;
  private final Messages sentences;
  private final PrintWriter out;
  private final CSVPrinter printer;
  private Restatement.@Nullable Change figure;
  private int figures;
  private long lines;
  private boolean hasLines;

  RestatementCsv(Path file, Session session, Messages sentences, PrintWriter out)
      throws IOException {
    this.file = file.toAbsolutePath();
    this.messages = session.messages();
    this.sentences = sentences;
    this.out = out;
    this.files = session.the(LineFiles.class);
    unfinished = files.begin(file);
    BufferedWriter writer = Files.newBufferedWriter(unfinished);
    // Excel takes a CSV file for UTF-8 only when it begins with the mark
    writer.write('\ufeff');
    printer = new CSVPrinter(writer, CSVFormat.DEFAULT);
    printer.printRecord(COLUMNS.stream().map(column -> messages.text("column." + column)).toList());
  }

  @Override
  public void begin(boolean definitionsChanged, List<Restatement.Late> late) {}

  @Override
  public void figure(Restatement.Change change) {
    endFigure();
    figure = change;
    figures++;
    hasLines = false;
  }

  @Override
  public void line(LineDifference.ChangedLine line) {
    if (figure != null) {
      lines++;
      hasLines = true;
      print(
          figure,
          sentences.text("restatement." + line.direction()),
          line.figure(),
          line.delivery(),
          line.file(),
          line.line(),
          Decimals.plain(line.amount()),
          line.key(),
          line.label());
    }
  }

  /** A figure may change without a line of its own: two sums no longer agree. */
  private void endFigure() {
    if (figure != null && !hasLines) {
      print(figure, "", "", "", "", "", "", "", "");
    }
  }

  private void print(Restatement.Change change, Object... cells) {
    try {
      printer.print(change.figure().id());
      printer.print(change.figure().title(messages.isChinese()));
      printer.print(SpreadsheetCell.safe(change.oldValue()));
      printer.print(SpreadsheetCell.safe(change.newValue()));
      printer.print(change.difference().map(Decimals::plain).orElse(""));
      for (Object cell : cells) {
        printer.print(SpreadsheetCell.safe(String.valueOf(cell)));
      }
      printer.println();
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  @Override
  public void finish() throws IOException {
    endFigure();
    printer.close();
    files.finish(unfinished, file);
    out.println(sentences.text("restatement.written", figures, lines, file));
  }

  @Override
  public void close() throws IOException {
    printer.close();
    Files.deleteIfExists(unfinished);
  }
}
