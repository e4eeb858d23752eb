package org.sunlitledger.cli.figure;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.sunlitledger.cli.print.Listing;
import org.sunlitledger.cli.shell.Session;
import org.sunlitledger.figure.Explanation;
import org.sunlitledger.figure.Figure;
import org.sunlitledger.quantity.text.Decimals;
import org.sunlitledger.quantity.text.Messages;
import org.sunlitledger.rollup.Dimension;
import org.sunlitledger.rollup.Lines.SubjectLine;
import org.sunlitledger.view.CodeTitles;
import org.sunlitledger.view.CodeWords;
import org.sunlitledger.view.ListingCell;
import org.sunlitledger.view.SpreadsheetCell;
import tools.jackson.databind.SequenceWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Prints every line behind a figure, one after another as they are read: there may be millions. A
 * table for people shows the first of them and says where the rest is.
 */
final class FigureLines {
  private static final int SHOWN_LINES = 1_000;
  private static final List<String> COLUMNS =
      Stream.concat(Stream.of("figure"), SubjectLine.COLUMNS.stream()).toList();

  private static final int REGISTER = COLUMNS.indexOf("register");
  private static final int TOWNSHIP = COLUMNS.indexOf("township");
  private static final int SOURCE = COLUMNS.indexOf("source");

  private final Explanation explanation;
  private final int year;
  private final List<Figure> leaves;

  FigureLines(Explanation explanation, int year, List<Figure> leaves) {
    this.explanation = explanation;
    this.year = year;
    this.leaves = leaves;
  }

  /** Amounts in fen, or as decimal numbers. */
  void printCsv(PrintWriter out) throws IOException {
    try (CSVPrinter printer = new CSVPrinter(out, CSVFormat.DEFAULT)) {
      printer.printRecord(COLUMNS);
      each(
          (leaf, line) ->
              printer.printRecord(
                  Arrays.stream(cells(leaf, line, Decimals.plain(line.amount())))
                      .map(cell -> SpreadsheetCell.safe(String.valueOf(cell)))));
    }
  }

  /** Amounts in fen, or as decimal numbers. */
  void printJson(PrintWriter out) throws IOException {
    try (SequenceWriter writer = JsonMapper.builder().build().writer().writeValuesAsArray(out)) {
      each(
          (leaf, line) -> {
            Map<String, String> object = new LinkedHashMap<>();
            Object[] cells = cells(leaf, line, Decimals.plain(line.amount()));
            for (int i = 0; i < cells.length; i++) {
              object.put(COLUMNS.get(i), String.valueOf(cells[i]));
            }
            writer.write(object);
          });
    }
  }

  void printTable(PrintWriter out, Session session) throws IOException {
    Messages messages = session.messages();
    CodeWords words = session.words();
    CodeTitles titles = session.the(CodeTitles.class);
    Listing listing =
        new Listing(
                COLUMNS.stream()
                    .map(name -> name.equals("amount") ? "exactly" : name)
                    .toArray(String[]::new))
            .whole("figure")
            .wrapped("file", "label");
    long[] lines = {0};
    each(
        (leaf, line) -> {
          if (lines[0]++ < SHOWN_LINES) {
            Object[] cells = cells(leaf, line, Explanation.amount(leaf, line.amount()));
            cells[REGISTER] = words.register(line.register());
            cells[TOWNSHIP] = titled(titles, Dimension.TOWNSHIP, line.township(), line.year());
            cells[SOURCE] = titled(titles, Dimension.SOURCE, line.source(), line.year());
            listing.add(cells);
          }
        });
    listing.print(out, messages, false);
    if (lines[0] > SHOWN_LINES) {
      out.println(messages.text("explain.more", SHOWN_LINES, lines[0]));
    }
  }

  private static ListingCell titled(CodeTitles titles, Dimension dimension, String code, int year) {
    String title = titles.title(dimension, code, year);
    return new ListingCell(code, title.isEmpty() ? code : title);
  }

  private interface Print {
    void line(Figure leaf, SubjectLine line) throws IOException;
  }

  private void each(Print print) throws IOException {
    try {
      explanation.lines(
          year,
          leaves,
          (leaf, line) -> {
            try {
              print.line(leaf, line);
            } catch (IOException problem) {
              throw new UncheckedIOException(problem);
            }
          });
    } catch (UncheckedIOException problem) {
      throw problem.getCause();
    }
  }

  private static Object[] cells(Figure leaf, SubjectLine line, Object amount) {
    return new Object[] {
      leaf.id(),
      line.delivery(),
      line.register(),
      line.file(),
      line.line(),
      line.year(),
      line.township(),
      line.source(),
      line.month(),
      amount,
      line.key(),
      line.label()
    };
  }
}
