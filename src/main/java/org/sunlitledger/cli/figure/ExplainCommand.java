package org.sunlitledger.cli.figure;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sunlitledger.cli.print.Listing;
import org.sunlitledger.cli.shell.DatabaseCommand;
import org.sunlitledger.cli.shell.ReportYear;
import org.sunlitledger.cli.shell.Session;
import org.sunlitledger.figure.Explanation;
import org.sunlitledger.figure.Figure;
import org.sunlitledger.figure.Figures;
import org.sunlitledger.quantity.text.Decimals;
import org.sunlitledger.quantity.text.Moment;
import org.sunlitledger.rollup.Dimension;
import org.sunlitledger.rollup.YearMerge.BreakdownPart;
import org.sunlitledger.storage.DeletedOriginals;
import org.sunlitledger.storage.DeletedOriginals.DeletedOriginal;
import org.sunlitledger.view.CodeTitles;
import org.sunlitledger.view.ListingCell;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says where a figure comes from: its breakdown, the files and the lines of files behind it. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = "Say where a figure comes from.")
public final class ExplainCommand extends DatabaseCommand {

  @Mixin private final ReportYear year = new ReportYear();

  @Parameters(paramLabel = "FIGURE", description = "Its id in `sunlit figures`.")
  private String id = "";

  @Option(names = "--by", paramLabel = "township|source|month", description = "Break it down.")
  private @Nullable String by;

  @Option(names = "--records", description = "Every line behind it.")
  private boolean records;

  @Option(names = "--format", paramLabel = "csv", description = "Lines as CSV.")
  private @Nullable String format;

  @Option(names = "--proof", description = "Add up the lines again; do they give the figure?")
  private boolean proof;

  @Option(names = "--json", description = "For programs; amounts in fen.")
  private boolean json;

  @Override
  protected void verify() {
    if (by != null && dimension().isEmpty()) {
      throw misuse("explain.by", by);
    }
    if (format != null && !format.equals("csv")) {
      throw misuse("explain.format", format);
    }
    if (format != null && !records) {
      throw misuse("options.with", "--format", "--records");
    }
    if (by != null && records) {
      throw misuse("options.either", "--by", "--records");
    }
    if (proof && (by != null || records)) {
      throw misuse("options.either", "--proof", by != null ? "--by" : "--records");
    }
    if (format != null && json) {
      throw misuse("options.either", "--format", "--json");
    }
  }

  @Override
  protected int run(Session session) throws IOException {
    Explanation explanation = session.the(Explanation.class);
    Optional<List<Figure>> leaves = explanation.leaves(year.value(), id);
    Optional<Dimension> dimension = dimension();
    if (leaves.isEmpty()) {
      err().println("sunlit: " + session.messages().text("explain.none", id));
      return USAGE;
    }
    boolean csv = format != null;
    if (!csv && !json) {
      headline(session);
    }
    if (proof) {
      return FigureProof.print(session, year.value(), id, out(), json) ? CLEAN : REFUSED;
    }
    if (dimension.isPresent()) {
      breakDown(session, leaves.get(), dimension.get());
    } else if (records) {
      FigureLines lines = new FigureLines(explanation, year.value(), leaves.get());
      if (csv) {
        lines.printCsv(out());
      } else if (json) {
        lines.printJson(out());
      } else {
        lines.printTable(out(), session);
      }
    } else {
      FigureFiles files = new FigureFiles(explanation, year.value(), leaves.get());
      files.listing(!json, session.words()).print(out(), session.messages(), json);
      if (!json) {
        showDeleted(session, files.deliveries());
        out().println(session.messages().text("explain.lines"));
      }
    }
    return CLEAN;
  }

  private void showDeleted(Session session, Set<Long> deliveries) {
    for (DeletedOriginal original : session.the(DeletedOriginals.class).of(deliveries)) {
      out()
          .println(
              session
                  .messages()
                  .text(
                      "explain.deleted",
                      original.delivery(),
                      original.name(),
                      Moment.in(session.the(Clock.class).getZone(), original.at()),
                      original.by()));
    }
  }

  private void headline(Session session) {
    for (Figures.Computed figure : session.the(Figures.class).of(year.value())) {
      if (figure.figure().id().equals(id)) {
        out()
            .println(
                id
                    + " "
                    + figure.figure().title()
                    + "："
                    + figure.text().orElse("—")
                    + figure.figure().unit()
                    + exactly(session, figure));
      }
    }
  }

  /** What is printed is rounded: the exact value beside it, where it is written otherwise. */
  private static String exactly(Session session, Figures.Computed figure) {
    return figure
        .exactly()
        .filter(exact -> !figure.text().equals(Optional.of(exact)))
        .map(exact -> session.messages().text("explain.exactly", exact))
        .orElse("");
  }

  private void breakDown(Session session, List<Figure> leaves, Dimension dimension) {
    CodeTitles titles = session.the(CodeTitles.class);
    Listing listing = new Listing("figure", "part", "title", "value", "lines").whole("figure");
    for (Figure leaf : leaves) {
      for (BreakdownPart part : session.the(Explanation.class).by(dimension, year.value(), leaf)) {
        BigDecimal value = part.total().amount();
        String title = titles.title(dimension, part.name(), year.value());
        listing.add(
            leaf.id(),
            new ListingCell(part.name(), title.isEmpty() ? part.name() : ""),
            title,
            json ? Decimals.plain(value) : leaf.exactly(value),
            part.total().lines());
      }
      if (!Explanation.addsUp(leaf)) {
        err().println(session.messages().text("explain.distinct", leaf.id()));
      }
    }
    listing.print(out(), session.messages(), json);
  }

  private Optional<Dimension> dimension() {
    try {
      return Optional.ofNullable(by).map(name -> Dimension.valueOf(name.toUpperCase(Locale.ROOT)));
    } catch (IllegalArgumentException unknown) {
      return Optional.empty();
    }
  }
}
