package org.sunlitledger.job;

import java.util.List;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.interceptor.RollbackRuleAttribute;
import org.springframework.transaction.interceptor.RuleBasedTransactionAttribute;
import org.sunlitledger.intake.step.Progress;

/** Makes the steps of the jobs. Each opens the transactions it needs by itself. */
@Component
final class Steps {
  private final JobRepository repository;
  private final PlatformTransactionManager transactions;
  private final Progress progress;

  Steps(JobRepository repository, PlatformTransactionManager transactions, Progress progress) {
    this.repository = repository;
    this.transactions = transactions;
    this.progress = progress;
  }

  /** What a step does, given what the run was started with. */
  interface StepWork {
    void of(StepContribution contribution) throws Exception;
  }

  /**
   * A step that does one thing, once. Whatever is thrown ends it: without the rule a checked
   * exception would have it tried again for ever.
   */
  Step step(String name, StepWork work) {
    return new StepBuilder(name, repository)
        .tasklet(
            (contribution, context) -> {
              work.of(contribution);
              return RepeatStatus.FINISHED;
            },
            transactions)
        .transactionAttribute(
            new RuleBasedTransactionAttribute(
                TransactionDefinition.PROPAGATION_NOT_SUPPORTED,
                List.of(new RollbackRuleAttribute(Throwable.class))))
        .listener(progress)
        .build();
  }
}
