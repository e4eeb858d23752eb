package org.sunlitledger.job;

import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.FlowBuilder;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.flow.Flow;
import org.springframework.batch.core.job.flow.support.SimpleFlow;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The job {@code nightly}: one step after another, each of which can be done again without harm, so
 * that a run which was cut off is taken up by the next.
 */
@Configuration(proxyBeanMethods = false)
class NightlyJob {
  static final String NAME = "nightly";
  static final String YEAR = "year";
  static final String INBOX = "inbox";
  static final String OUT = "out";
  static final String STARTED = "started";
  static final String ADOPTED_BY = "adoptedBy";
  static final String REPORTS = "reports";

  @Bean("nightly job")
  Job nightly(
      JobRepository repository,
      RunRecord record,
      RunNews news,
      Steps steps,
      NightlySteps nightly,
      Flow counting) {
    return new JobBuilder(NAME, repository)
        .listener(record)
        .listener(news)
        .start(
            new FlowBuilder<SimpleFlow>(NAME)
                .start(steps.step("enter", nightly::enter))
                .next(counting)
                .next(steps.step("report", nightly::report))
                .next(steps.step("archive", nightly::archive))
                .build())
        .end()
        .build();
  }
}
