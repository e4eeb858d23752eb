package org.sunlitledger.job;

import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.FlowBuilder;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.flow.Flow;
import org.springframework.batch.core.job.flow.support.SimpleFlow;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;

/**
 * The job {@code yearEnd}: takes in the treasury's ledger as a night takes in a delivery, holds the
 * records against it, writes the statement, and closes the year when asked to. What a night left
 * unfinished is taken up too, so that figures, reports and reconciliation are based on the same
 * deliveries.
 */
@Configuration(proxyBeanMethods = false)
class YearEndJob {
  static final String NAME = "yearEnd";

  /** Paths of the ledger's files, one a line; empty: the ledger as it was last handed in. */
  static final String LEDGER = "ledger";

  /** Who closes the year; empty: it stays open. */
  static final String CLOSE_BY = "closeBy";

  @Bean("year-end job")
  Job yearEnd(
      JobRepository repository,
      RunRecord record,
      RunNews news,
      Steps steps,
      YearEndSteps yearEnd,
      NightlySteps nightly,
      Flow counting) {
    Flow beside =
        new FlowBuilder<SimpleFlow>("beside")
            .start(steps.step("report", nightly::report))
            .next(steps.step("risks", yearEnd::risks))
            .build();
    Flow books =
        new FlowBuilder<SimpleFlow>("books")
            .start(steps.step("reconcile", yearEnd::reconcile))
            .build();
    // neither looks at what is matched, and the reconciliation leaves a processor idle
    Flow side =
        new FlowBuilder<SimpleFlow>("side by side")
            .split(new SimpleAsyncTaskExecutor("year-end-"))
            .add(beside, books)
            .build();
    return new JobBuilder(NAME, repository)
        .listener(record)
        .listener(news)
        .start(
            new FlowBuilder<SimpleFlow>(NAME)
                .start(steps.step("enter", yearEnd::enter))
                .next(counting)
                .next(steps.step("ledger", yearEnd::requireLedger))
                .next(side)
                .next(steps.step("statement", yearEnd::statement))
                .next(steps.step("close", yearEnd::close))
                .build())
        .end()
        .build();
  }
}
