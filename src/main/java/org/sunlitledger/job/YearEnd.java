package org.sunlitledger.job;

import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;
import org.sunlitledger.close.Closing;
import org.sunlitledger.close.ready.Obstacle;
import org.sunlitledger.database.RunLock;
import org.sunlitledger.intake.file.FilePath;
import org.sunlitledger.intake.file.HiddenNames;
import org.sunlitledger.reconcile.proof.LedgerGaps;
import org.sunlitledger.reconcile.proof.LedgerIncomplete;
import org.sunlitledger.reconcile.proof.LeftOut;
import org.sunlitledger.reconcile.proof.Reconciliation;
import org.sunlitledger.reconcile.proof.ReconciliationReader;
import org.sunlitledger.report.CountyOfBooks;

/** Starts the year-end job, and takes up what an earlier run was killed over. */
@Component
public final class YearEnd {
  private final JobOperator operator;
  private final Job job;
  private final YearEndSteps steps;
  private final Closing closing;
  private final LedgerGaps gaps;
  private final ReconciliationReader reconciled;
  private final Outcomes outcomes;
  private final RunLock lock;
  private final Runs runs;
  private final RunNews news;
  private final HiddenNames hidden;
  private final CountyOfBooks county;
  private final Clock clock;

  YearEnd(
      JobOperator operator,
      @Qualifier("year-end job") Job job,
      YearEndSteps steps,
      Closing closing,
      LedgerGaps gaps,
      ReconciliationReader reconciled,
      Outcomes outcomes,
      RunLock lock,
      Runs runs,
      RunNews news,
      HiddenNames hidden,
      CountyOfBooks county,
      Clock clock) {
    this.operator = operator;
    this.job = job;
    this.steps = steps;
    this.closing = closing;
    this.gaps = gaps;
    this.reconciled = reconciled;
    this.outcomes = outcomes;
    this.lock = lock;
    this.runs = runs;
    this.news = news;
    this.hidden = hidden;
    this.county = county;
    this.clock = clock;
  }

  /** The result of a call. */
  public sealed interface YearEndResult permits Done, Failed, Incomplete, Frozen {}

  /**
   * It was done.
   *
   * @param out the folder that the statement is in, below the year
   * @param closed the result of closing, if it was requested
   * @param setAside parts of the ledger that people have set aside
   * @param remarks what deserves a look in the ledger
   */
  public record Done(
      int year,
      Path out,
      Reconciliation reconciliation,
      Optional<Closing.ClosingResult> closed,
      List<LeftOut> setAside,
      List<LeftOut> remarks)
      implements YearEndResult {}

  /** It failed and is safe to call again. */
  public record Failed(long run, List<String> failures) implements YearEndResult {}

  /** Parts of the ledger are not imported: nothing of it counts, and nothing was reconciled. */
  public record Incomplete(long run, int year, List<LeftOut> parts) implements YearEndResult {}

  /** The year is closed; nothing was done. */
  public record Frozen(int year, Obstacle why) implements YearEndResult {}

  /**
   * Reconciles a year, and closes it when somebody is named who does.
   *
   * @param ledger files that are the whole of the year's ledger; the ledger as it was last handed
   *     in when there are none
   * @throws RunLock.RunLockHeld while somebody else's run or close is under way
   */
  public YearEndResult run(int year, List<Path> ledger, Optional<String> closeBy, Path out)
      throws RunLock.RunLockHeld, JobExecutionException {
    return locked(year, () -> operator.start(job, parameters(year, ledger, closeBy, out)));
  }

  /**
   * Goes on with a run that failed or was killed.
   *
   * @throws RunLock.RunLockHeld while somebody else's run or close is under way
   */
  public YearEndResult restart(long run) throws RunLock.RunLockHeld, JobExecutionException {
    int year = Started.of(runs.get(run)).year();
    return locked(year, () -> operator.restart(runs.get(run)));
  }

  private interface Start {
    JobExecution now() throws JobExecutionException;
  }

  private YearEndResult locked(int year, Start start)
      throws RunLock.RunLockHeld, JobExecutionException {
    RunLock.Held held = lock.acquire("year-end " + year);
    RunNews.Telling telling = news.tellOver(held);
    try {
      Optional<Obstacle> frozen = closing.frozen(year);
      if (frozen.isPresent()) {
        return new Frozen(year, frozen.get());
      }
      county.require(year);
      runs.recoverDead();
      return result(start.now());
    } finally {
      telling.close();
      held.close();
    }
  }

  private JobParameters parameters(
      int year, List<Path> ledger, Optional<String> closeBy, Path out) {
    return new JobParametersBuilder()
        .addLong(NightlyJob.YEAR, (long) year)
        .addString(
            YearEndJob.LEDGER,
            ledger.stream().map(this::parameter).collect(Collectors.joining("\n")),
            false)
        .addString(YearEndJob.CLOSE_BY, closeBy.orElse(""))
        .addString(NightlyJob.OUT, FilePath.kept(out))
        .addString(
            NightlyJob.STARTED, OffsetDateTime.now(clock).truncatedTo(ChronoUnit.MICROS).toString())
        .toJobParameters();
  }

  /**
   * Text where it says it all: a parameter is short, and a URI takes nine characters for one of
   * ours.
   */
  private String parameter(Path file) {
    Path path = file.toAbsolutePath().normalize();
    String kept = hidden.kept(path);
    boolean isPlain = kept.equals(FilePath.kept(path)) && Path.of(path.toString()).equals(path);
    return isPlain ? path.toString() : kept;
  }

  private YearEndResult result(JobExecution execution) {
    Outcome outcome = outcomes.of(execution);
    Started run = Started.of(execution);
    if (!outcome.isDone()) {
      return incomplete(execution)
          .<YearEndResult>map(why -> new Incomplete(execution.getId(), run.year(), why.parts()))
          .orElseGet(() -> new Failed(execution.getId(), outcome.failures()));
    }
    outcomes.ledgerReported();
    return new Done(
        run.year(),
        run.out(),
        reconciled.of(run.year()).orElseThrow(),
        steps.closed(execution.getId()),
        gaps.setAside(run.year()),
        gaps.remarks(run.year()));
  }

  private static Optional<LedgerIncomplete> incomplete(JobExecution execution) {
    return execution.getAllFailureExceptions().stream()
        .map(NestedExceptionUtils::getMostSpecificCause)
        .filter(LedgerIncomplete.class::isInstance)
        .map(LedgerIncomplete.class::cast)
        .findFirst();
  }
}
