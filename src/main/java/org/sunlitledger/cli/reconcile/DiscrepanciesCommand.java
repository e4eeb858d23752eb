package org.sunlitledger.cli.reconcile;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sunlitledger.cli.print.DecisionScreen;
import org.sunlitledger.cli.shell.DatabaseCommand;
import org.sunlitledger.cli.shell.Output;
import org.sunlitledger.cli.shell.ReportYear;
import org.sunlitledger.cli.shell.Session;
import org.sunlitledger.reconcile.decision.DiscrepancyList;
import org.sunlitledger.reconcile.discrepancy.Kinds;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists on what the records and the treasury's ledger disagree, and what was decided on it. */
@Command(
    name = "discrepancies",
    mixinStandardHelpOptions = true,
    description = "List what records and ledger disagree on, and what was decided.")
public final class DiscrepanciesCommand extends DatabaseCommand {

  @Mixin private final ReportYear year = new ReportYear();

  @Option(names = "--kind", description = "Only of this kind, by its id or title.")
  private @Nullable String kind;

  @Option(names = "--all", description = "Also those that are approved or no longer found.")
  private boolean all;

  @Mixin private final Output output = new Output();

  @Override
  protected int run(Session session) {
    DiscrepancyList discrepancies = session.the(DiscrepancyList.class);
    Kinds kinds = session.the(Kinds.class);
    Optional<String> wanted = Optional.ofNullable(kind).flatMap(kinds::named);
    if (kind != null && wanted.isEmpty()) {
      boolean chinese = session.messages().isChinese();
      err()
          .println(
              "sunlit: "
                  + DecisionScreen.sentences(session)
                      .text(
                          "discrepancies.no-kind",
                          kind,
                          String.join(
                              chinese ? "、" : ", ",
                              kinds.ids().stream()
                                  .map(id -> chinese ? kinds.title(id, true) : id)
                                  .toList())));
      return USAGE;
    }
    LocalDate today = LocalDate.now(session.the(Clock.class));
    if (output.json()) {
      DiscrepanciesJson screen = new DiscrepanciesJson(today, kinds, out());
      discrepancies.each(year.value(), wanted, all, screen::item);
      screen.finish();
      return CLEAN;
    }
    DiscrepanciesText screen = new DiscrepanciesText(today, kinds, session, out());
    discrepancies.each(year.value(), wanted, all, screen::item);
    screen.finish(year.value(), discrepancies.counts(year.value()));
    return CLEAN;
  }
}
