package org.sunlitledger.cli.reconcile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sunlitledger.cli.print.DecisionScreen;
import org.sunlitledger.cli.shell.DatabaseCommand;
import org.sunlitledger.cli.shell.FileEnding;
import org.sunlitledger.cli.shell.Output;
import org.sunlitledger.cli.shell.ReportYear;
import org.sunlitledger.cli.shell.Session;
import org.sunlitledger.database.file.LineFiles;
import org.sunlitledger.quantity.text.Messages;
import org.sunlitledger.reconcile.decision.DiscrepancyFilter;
import org.sunlitledger.reconcile.decision.DiscrepancyList;
import org.sunlitledger.reconcile.discrepancy.Kinds;
import org.sunlitledger.reconcile.worklist.WorkListBook;
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

  @Option(
      names = "--out",
      paramLabel = "FILE.xlsx",
      description = "Write a work list to fill in, for ./sunlit resolve --file.")
  private @Nullable Path file;

  @Mixin private final Output output = new Output();

  @Override
  protected void verify() {
    if (file != null && FileEnding.of(file, List.of("xlsx")).isEmpty()) {
      throw misuse("out.ending", file, "FILE.xlsx");
    }
    if (file != null && output.json()) {
      throw misuse("options.either", "--out", "--json");
    }
  }

  @Override
  protected int run(Session session) throws IOException {
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
    DiscrepancyFilter filter = DiscrepancyFilter.ofEverySeverity(year.value(), wanted, all);
    if (file != null) {
      Messages sentences = DecisionScreen.sentences(session);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      int items = session.the(WorkListBook.class).write(filter, sentences, bytes);
      session.the(LineFiles.class).write(file, bytes.toByteArray());
      out().println(sentences.text("sheet.written", items, file));
      return CLEAN;
    }
    LocalDate today = LocalDate.now(session.the(Clock.class));
    if (output.json()) {
      DiscrepanciesJson screen = new DiscrepanciesJson(today, kinds, out());
      discrepancies.each(filter, screen::item);
      screen.finish();
      return CLEAN;
    }
    DiscrepanciesText screen = new DiscrepanciesText(today, kinds, session, out());
    discrepancies.each(filter, screen::item);
    screen.finish(year.value(), discrepancies.counts(year.value()));
    return CLEAN;
  }
}
