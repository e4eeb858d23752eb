package org.sunlitledger.job;

import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.stereotype.Component;
import org.sunlitledger.close.late.KeptRestatement;
import org.sunlitledger.close.late.Restatement;
import org.sunlitledger.close.ready.Obstacle;
import org.sunlitledger.close.verify.Verification;
import org.sunlitledger.close.verify.Verification.Verdict;
import org.sunlitledger.database.RunLock;
import org.sunlitledger.job.RunNotes.RunNote;

/**
 * Verifies the snapshots of a closed year, or computes what late deliveries would change, as a
 * recorded run of one step whose result is kept. There is nothing in such a run to go on with: it
 * is started again.
 */
@Component
public final class ClosedYearRuns {
  public static final String VERIFICATION = "verification";
  public static final String RESTATEMENT = "restatement";

  /** The names of its jobs. */
  public static final Set<String> JOBS = Set.of(VERIFICATION, RESTATEMENT);

  /** A snapshot has thousands of files, and somebody may have lost them all. */
  private static final int MAX_DISAGREEMENTS = 500;

  private final JobOperator operator;
  private final JobRepository repository;
  private final RunRecord record;
  private final RunNews news;
  private final Steps steps;
  private final Runs runs;
  private final RunNotes notes;
  private final RunLock lock;
  private final Verification verification;
  private final Restatement restatement;
  private final KeptRestatement kept;
  private final Clock clock;

  ClosedYearRuns(
      JobOperator operator,
      JobRepository repository,
      RunRecord record,
      RunNews news,
      Steps steps,
      Runs runs,
      RunNotes notes,
      RunLock lock,
      Verification verification,
      Restatement restatement,
      KeptRestatement kept,
      Clock clock) {
    this.operator = operator;
    this.repository = repository;
    this.record = record;
    this.news = news;
    this.steps = steps;
    this.runs = runs;
    this.notes = notes;
    this.lock = lock;
    this.verification = verification;
    this.restatement = restatement;
    this.kept = kept;
    this.clock = clock;
  }

  /**
   * Verifies all snapshots of a year, or the one of a number.
   *
   * @param digest the SHA-256 that somebody has on paper
   * @param out where the files are
   * @throws RunLock.RunLockHeld while somebody else's run or close is under way
   */
  public List<Verdict> verify(int year, Optional<Integer> number, Optional<String> digest, Path out)
      throws RunLock.RunLockHeld, JobExecutionException {
    List<Verdict> verdicts = new ArrayList<>();
    run(
        VERIFICATION,
        year,
        run -> {
          verdicts.addAll(verification.verify(year, number, digest, out));
          notes.keep(run, notes(verdicts));
        });
    return verdicts;
  }

  /**
   * Computes what late deliveries would change, and keeps it in place of what was kept.
   *
   * @return why it cannot be computed, if so
   * @throws RunLock.RunLockHeld while somebody else's run or close is under way
   */
  public Optional<Obstacle> restate(int year) throws RunLock.RunLockHeld, JobExecutionException {
    List<Obstacle> obstacle = new ArrayList<>();
    run(
        RESTATEMENT,
        year,
        run -> {
          restatement.restateWithin(year, kept.of(year)).ifPresent(obstacle::add);
          notes.keep(run, obstacle.stream().map(ClosedYearRuns::note).toList());
        });
    return obstacle.stream().findFirst();
  }

  /** What keeps a year from what was asked for, as a note. */
  static RunNote note(Obstacle obstacle) {
    return new RunNote("close." + obstacle.kind(), obstacle.arguments());
  }

  private interface ClosedYearWork {
    void of(long run) throws Exception;
  }

  private void run(String name, int year, ClosedYearWork work)
      throws RunLock.RunLockHeld, JobExecutionException {
    RunLock.Held held = lock.acquire(name + " " + year);
    RunNews.Telling telling = news.tellOver(held);
    try {
      runs.recoverDead();
      JobExecution run =
          operator.start(
              new JobBuilder(name, repository)
                  .listener(record)
                  .listener(news)
                  .start(
                      steps.step(
                          name, step -> work.of(step.getStepExecution().getJobExecutionId())))
                  .build(),
              new JobParametersBuilder()
                  .addLong(NightlyJob.YEAR, (long) year)
                  .addString(
                      NightlyJob.STARTED,
                      OffsetDateTime.now(clock).truncatedTo(ChronoUnit.MICROS).toString())
                  .toJobParameters());
      if (run.getStatus() != BatchStatus.COMPLETED) {
        throw new JobExecutionException(String.join("\n", Outcomes.failures(run)));
      }
    } finally {
      telling.close();
      held.close();
    }
  }

  private static List<RunNote> notes(List<Verdict> verdicts) {
    List<RunNote> said = new ArrayList<>();
    for (Verdict verdict : verdicts) {
      said.add(
          RunNote.of(
              verdict.agrees() ? "verify.agrees" : "verify.disagrees",
              verdict.year(),
              verdict.number(),
              verdict.parts()));
      if (!verdict.live()) {
        said.add(RunNote.of("verify.reopened"));
      }
      verdict.disagreements().stream()
          .limit(MAX_DISAGREEMENTS)
          .forEach(fault -> said.add(RunNote.of("verify." + fault.fault(), fault.name())));
      int more = verdict.disagreements().size() - MAX_DISAGREEMENTS;
      if (more > 0) {
        said.add(RunNote.of("close.more", more));
      }
    }
    return said;
  }
}
