package org.sunlitledger.job;

import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.sunlitledger.database.RunLock;
import org.sunlitledger.intake.file.FilePath;
import org.sunlitledger.intake.file.HiddenNames;
import org.sunlitledger.intake.inbox.Archive;
import org.sunlitledger.report.CountyOfBooks;

/** Starts the nightly job, and takes up what an earlier run was killed over. */
@Component
public final class Nightly {
  private final JobOperator operator;
  private final Job job;
  private final RunLock lock;
  private final Runs runs;
  private final RunNews news;
  private final Outcomes outcomes;
  private final HiddenNames hidden;
  private final Archive archive;
  private final CountyOfBooks county;
  private final Clock clock;

  Nightly(
      JobOperator operator,
      @Qualifier("nightly job") Job job,
      RunLock lock,
      Runs runs,
      RunNews news,
      Outcomes outcomes,
      HiddenNames hidden,
      Archive archive,
      CountyOfBooks county,
      Clock clock) {
    this.operator = operator;
    this.job = job;
    this.lock = lock;
    this.runs = runs;
    this.news = news;
    this.outcomes = outcomes;
    this.hidden = hidden;
    this.archive = archive;
    this.county = county;
    this.clock = clock;
  }

  /**
   * Runs the job for a year.
   *
   * @param inbox a folder that is only read; the configured inbox when there is none
   * @throws RunLock.RunLockHeld while somebody else's run or close is under way
   */
  public Outcome run(int year, Optional<Path> inbox, Path out)
      throws RunLock.RunLockHeld, JobExecutionException {
    return run(year, inbox, out, Optional.empty());
  }

  /**
   * The same.
   *
   * @param adoptedBy who makes the definitions' county that of the books, if it is another now
   */
  public Outcome run(int year, Optional<Path> inbox, Path out, Optional<String> adoptedBy)
      throws RunLock.RunLockHeld, JobExecutionException {
    JobParameters parameters =
        new JobParametersBuilder()
            .addLong(NightlyJob.YEAR, (long) year)
            .addString(NightlyJob.INBOX, hidden.kept(inbox.orElse(archive.inbox())), false)
            .addString(NightlyJob.OUT, FilePath.kept(out))
            .addString(
                NightlyJob.STARTED,
                OffsetDateTime.now(clock).truncatedTo(ChronoUnit.MICROS).toString())
            .addString(NightlyJob.ADOPTED_BY, adoptedBy.orElse(""))
            .toJobParameters();
    RunLock.Held held = lock.acquire("nightly " + year);
    RunNews.Telling telling = news.tellOver(held);
    try {
      if (adoptedBy.isEmpty()) {
        county.require(year);
      }
      runs.recoverDead();
      return outcomes.of(operator.start(job, parameters));
    } finally {
      telling.close();
      held.close();
    }
  }

  /**
   * Takes note that somebody has read the result of a run. The next one reports only what is new
   * since, and what is open.
   */
  public void reported(Outcome outcome) {
    outcomes.reported(outcome);
  }

  /** Goes on with a run that failed or was killed. */
  public Outcome restart(long run) throws RunLock.RunLockHeld, JobExecutionException {
    RunLock.Held held = lock.acquire("nightly " + Started.of(runs.get(run)).year());
    RunNews.Telling telling = news.tellOver(held);
    try {
      runs.recoverDead();
      return outcomes.of(operator.restart(runs.get(run)));
    } finally {
      telling.close();
      held.close();
    }
  }
}
