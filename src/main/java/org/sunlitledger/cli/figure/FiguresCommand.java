package org.sunlitledger.cli.figure;

import org.sunlitledger.cli.print.Listing;
import org.sunlitledger.cli.shell.DatabaseCommand;
import org.sunlitledger.cli.shell.Output;
import org.sunlitledger.cli.shell.ReportYear;
import org.sunlitledger.cli.shell.Session;
import org.sunlitledger.figure.Figures;
import org.sunlitledger.quantity.text.Messages;
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
    Messages problems = chinese ? Messages.chinese("problems") : Messages.english("problems");
    Listing listing = new Listing("figure", "title", "text", "unit", "value", "problem");
    for (Figures.Computed figure : session.the(Figures.class).of(year.value())) {
      listing.add(
          figure.figure().id(),
          chinese ? figure.figure().title() : figure.figure().titleEn(),
          figure.text().orElse(""),
          figure.figure().unit(),
          figure.value().orElse(""),
          figure.problem().map(problem -> problem.text(problems)).orElse(""));
    }
    listing.print(out(), session.messages(), output.json());
    return CLEAN;
  }
}
