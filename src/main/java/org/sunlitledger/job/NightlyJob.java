package org.sunlitledger.job;

import java.util.List;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.interceptor.RollbackRuleAttribute;
import org.springframework.transaction.interceptor.RuleBasedTransactionAttribute;
import org.sunlitledger.intake.Progress;

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
  static final String ENTERED = "entered";
  static final String KNOWN = "known";
  static final String UNFINISHED = "unfinished";
  static final String REPORTS = "reports";

  private final JobRepository repository;
  private final PlatformTransactionManager transactions;
  private final Progress progress;

  NightlyJob(JobRepository repository, PlatformTransactionManager transactions, Progress progress) {
    this.repository = repository;
    this.transactions = transactions;
    this.progress = progress;
  }

  /** What a step does, given what the run was started with. */
  interface Work {
    void of(StepContribution contribution) throws Exception;
  }

  @Bean("nightly job")
  Job nightly(NightlySteps steps, Step intake) {
    return new JobBuilder(NAME, repository)
        .start(step("enter", steps::enter))
        .next(intake)
        .next(step("check", work -> steps.check()))
        .next(step("settle", work -> steps.settle()))
        .next(step("roll-up", work -> steps.rollUp()))
        .next(step("figure", steps::figure))
        .next(step("report", steps::report))
        .next(step("archive", steps::archive))
        .build();
  }

  /**
   * Each step opens the transactions it needs by itself; the frame adds none around it. Whatever is
   * thrown ends the step: without the rule a checked exception would have it tried again for ever.
   */
  Step step(String name, Work work) {
    return new StepBuilder(name, repository)
        .tasklet(
            (contribution, context) -> {
              progress.begin(name);
              work.of(contribution);
              return RepeatStatus.FINISHED;
            },
            transactions)
        .transactionAttribute(
            new RuleBasedTransactionAttribute(
                TransactionDefinition.PROPAGATION_NOT_SUPPORTED,
                List.of(new RollbackRuleAttribute(Throwable.class))))
        .build();
  }
}
