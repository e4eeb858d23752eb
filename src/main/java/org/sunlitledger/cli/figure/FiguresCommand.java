package org.sunlitledger.cli.figure;

import org.sunlitledger.cli.print.Listing;
import org.sunlitledger.cli.shell.DatabaseCommand;
import org.sunlitledger.cli.shell.Output;
import org.sunlitledger.cli.shell.ReportYear;
import org.sunlitledger.cli.shell.Session;
import org.sunlitledger.figure.Figures;
import org.sunlitledger.view.ListingCell;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the figures of a year as they were last computed. */
@Command(
    name = "figures",
    mixinStandardHelpOptions = true,
    description = "List the figures of a year.")
public final class FiguresCommand extends DatabaseCommand {

  @Mixin private final ReportYear year = new ReportYear();

  @Mixin private final Output output = new Output();

  @Override
  protected int run(Session session) {
    boolean chinese = session.messages().isChinese();
    ProblemWords words = new ProblemWords(session, year.value());
    Listing listing =
        new Listing("figure", "title", "text", "unit", "value", "problem")
            .whole("figure")
            .wrapped("title", "problem");
    for (Figures.Computed figure : session.the(Figures.class).of(year.value())) {
      listing.add(
          figure.figure().id(),
          figure.figure().title(chinese),
          figure.text().orElse(""),
          figure.figure().unit(),
          new ListingCell(figure.value().orElse(""), exactly(figure)),
          figure.problem().map(words::shown).orElseGet(() -> new ListingCell("", "")));
    }
    listing.print(out(), session.messages(), output.json());
    return CLEAN;
  }

  /** The exact value as people write it, where it is written otherwise than the printed one. */
  private static String exactly(Figures.Computed figure) {
    return figure
        .exactly()
        .or(figure::value)
        .filter(exact -> !exact.equals(text(figure)))
        .orElse("");
  }

  private static String text(Figures.Computed figure) {
    return figure.text().orElse("");
  }
}
