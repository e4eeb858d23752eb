package org.sunlitledger.cli;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.sunlitledger.figure.Explanation;
import org.sunlitledger.figure.Figure;
import org.sunlitledger.figure.Figures;
import org.sunlitledger.rollup.Dimension;
import org.sunlitledger.rollup.Lines;
import org.sunlitledger.rollup.YearMerge.Part;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says where a figure comes from: its breakdown, and the lines of files behind it. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = "Say where a figure comes from.")
final class ExplainCommand extends DatabaseCommand {

  @Option(names = "--year", required = true, description = "Year of the report.")
  private int year;

  @Parameters(paramLabel = "FIGURE", description = "Its id in `sunlit figures`.")
  private String id = "";

  @Option(names = "--by", paramLabel = "township|source|month", description = "Break it down.")
  private @Nullable String by;

  @Option(names = "--records", description = "Every line behind it.")
  private boolean records;

  @Option(names = "--format", paramLabel = "csv", description = "Lines as CSV.")
  private @Nullable String format;

  @Option(names = "--json", description = "For programs.")
  private boolean json;

  @Override
  int run(Session session) throws IOException {
    Explanation explanation = session.the(Explanation.class);
    Optional<List<Figure>> leaves = explanation.leaves(year, id);
    Optional<Dimension> dimension = dimension();
    if (leaves.isEmpty()) {
      err().println("sunlit: " + session.messages().text("explain.none", id));
      return USAGE;
    }
    if (dimension.isEmpty() && by != null) {
      err().println("sunlit: " + session.messages().text("explain.by", by));
      return USAGE;
    }
    if (dimension.isPresent()) {
      breakDown(session, leaves.get(), dimension.get());
    } else if (records && "csv".equals(format)) {
      printCsv(session, leaves.get());
    } else {
      summarise(session, leaves.get());
    }
    return CLEAN;
  }

  private void breakDown(Session session, List<Figure> leaves, Dimension dimension) {
    CodeTitles titles = session.the(CodeTitles.class);
    Listing listing = new Listing("figure", "part", "title", "value", "lines");
    for (Figure leaf : leaves) {
      for (Part part : session.the(Explanation.class).by(dimension, year, leaf)) {
        listing.add(
            leaf.id(),
            part.name(),
            titles.of(dimension, part.name(), year),
            part.total().amount(),
            part.total().lines());
      }
      if (!Explanation.addsUp(leaf)) {
        err().println(session.messages().text("explain.distinct", leaf.id()));
      }
    }
    listing.print(out(), session.messages(), json);
  }

  private void summarise(Session session, List<Figure> leaves) {
    for (Figures.Computed figure : session.the(Figures.class).of(year)) {
      if (figure.figure().id().equals(id) && !json) {
        out()
            .println(
                id
                    + " "
                    + figure.figure().title()
                    + "："
                    + figure.text().orElse("—")
                    + figure.figure().unit());
      }
    }
    Listing listing = lineListing();
    session
        .the(Explanation.class)
        .lines(year, leaves, (leaf, line) -> listing.add(cells(leaf, line)));
    if (records || json) {
      listing.print(out(), session.messages(), json);
    } else {
      out().println(session.messages().text("explain.lines", listing.size()));
    }
  }

  private void printCsv(Session session, List<Figure> leaves) throws IOException {
    try (CSVPrinter printer = new CSVPrinter(out(), CSVFormat.DEFAULT)) {
      printer.printRecord(lineListing().columns());
      session
          .the(Explanation.class)
          .lines(
              year,
              leaves,
              (leaf, line) -> {
                try {
                  Object[] cells = cells(leaf, line);
                  for (int i = 0; i < cells.length; i++) {
                    cells[i] = SpreadsheetCell.safe(String.valueOf(cells[i]));
                  }
                  printer.printRecord(cells);
                } catch (IOException problem) {
                  throw new java.io.UncheckedIOException(problem);
                }
              });
    }
  }

  private static Listing lineListing() {
    return new Listing(
        "figure",
        "delivery",
        "register",
        "file",
        "line",
        "year",
        "township",
        "source",
        "month",
        "amount",
        "key",
        "label");
  }

  private static Object[] cells(Figure leaf, Lines.Line line) {
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
      line.amount(),
      line.key(),
      line.label()
    };
  }

  private Optional<Dimension> dimension() {
    try {
      return Optional.ofNullable(by).map(name -> Dimension.valueOf(name.toUpperCase(Locale.ROOT)));
    } catch (IllegalArgumentException unknown) {
      return Optional.empty();
    }
  }
}
