package org.sunlitledger.job;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.step.StepContribution;
import org.sunlitledger.intake.file.FilePath;
import org.sunlitledger.intake.file.HiddenNames;

/** What a run was started with, of either job. */
record Started(JobParameters parameters) {

  static Started of(JobExecution run) {
    return new Started(run.getJobParameters());
  }

  static Started of(StepContribution step) {
    return of(step.getStepExecution().getJobExecution());
  }

  int year() {
    return Math.toIntExact(parameters.getLong(NightlyJob.YEAR, 0L));
  }

  /** The folder that a night takes in; a year's end has none. */
  Optional<Path> inbox(HiddenNames hidden) {
    return Optional.of(text(NightlyJob.INBOX)).filter(path -> !path.isEmpty()).map(hidden::find);
  }

  /** The folder for what it writes. */
  Path out() {
    return FilePath.parse(text(NightlyJob.OUT));
  }

  /** When it was first started; a restart does not change it. */
  OffsetDateTime at() {
    return OffsetDateTime.parse(text(NightlyJob.STARTED));
  }

  /** What was given under a name; empty when nothing was. */
  String text(String name) {
    return parameters.getString(name, "");
  }
}
