package org.sunlitledger.job;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.stereotype.Component;
import org.sunlitledger.close.Closing;
import org.sunlitledger.intake.file.HiddenNames;
import org.sunlitledger.intake.inbox.NamedFiles;
import org.sunlitledger.reconcile.discrepancy.Risks;
import org.sunlitledger.reconcile.proof.LedgerGaps;
import org.sunlitledger.reconcile.proof.Reconciler;
import org.sunlitledger.reconcile.statement.Statement;
import org.sunlitledger.register.DefinitionTables;
import org.sunlitledger.report.CountyOfBooks;

/** What the steps do that only the year-end job has. */
@Component
final class YearEndSteps {
  private final DefinitionTables definitions;
  private final CountyOfBooks county;
  private final NamedFiles files;
  private final HiddenNames hidden;
  private final LedgerGaps gaps;
  private final Reconciler reconciler;
  private final Risks risks;
  private final Statement statement;
  private final Closing closing;
  private final RunNotes notes;
  private final Map<Long, Closing.ClosingResult> closed = new ConcurrentHashMap<>();

  YearEndSteps(
      DefinitionTables definitions,
      CountyOfBooks county,
      NamedFiles files,
      HiddenNames hidden,
      LedgerGaps gaps,
      Reconciler reconciler,
      Risks risks,
      Statement statement,
      Closing closing,
      RunNotes notes) {
    this.definitions = definitions;
    this.county = county;
    this.files = files;
    this.hidden = hidden;
    this.gaps = gaps;
    this.reconciler = reconciler;
    this.risks = risks;
    this.statement = statement;
    this.closing = closing;
    this.notes = notes;
  }

  void enter(StepContribution step) throws IOException {
    definitions.refresh();
    Started run = Started.of(step);
    county.claim(run.year());
    List<Path> ledger =
        Arrays.stream(run.text(YearEndJob.LEDGER).split("\n", -1))
            .filter(path -> !path.isEmpty())
            .map(hidden::find)
            .toList();
    if (!ledger.isEmpty()) {
      files.enter(Reconciler.LEDGER, ledger, run.year());
    }
  }

  /** Half a ledger proves nothing: the run goes on with a whole one only. */
  void requireLedger(StepContribution step) {
    gaps.require(Started.of(step).year());
  }

  void reconcile(StepContribution step) {
    reconciler.reconcile(Started.of(step).year());
  }

  void risks(StepContribution step) {
    risks.find(Started.of(step).year());
  }

  void statement(StepContribution step) throws IOException {
    Started run = Started.of(step);
    statement.write(run.year(), run.out());
  }

  void close(StepContribution step) throws IOException {
    Started run = Started.of(step);
    String by = run.text(YearEndJob.CLOSE_BY);
    if (!by.isEmpty()) {
      Closing.ClosingResult result = closing.closeWithin(run.year(), by, run.out());
      if (result instanceof Closing.NotClosed refused) {
        notes.keep(execution(step), refused.open().stream().map(ClosedYearRuns::note).toList());
      }
      closed.put(execution(step), result);
    }
  }

  /** The result of closing in a run of this process, if it was requested. */
  Optional<Closing.ClosingResult> closed(long execution) {
    return Optional.ofNullable(closed.remove(execution));
  }

  private static long execution(StepContribution step) {
    return step.getStepExecution().getJobExecution().getId();
  }
}
