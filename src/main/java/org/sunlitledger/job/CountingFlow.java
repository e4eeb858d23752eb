package org.sunlitledger.job;

import org.springframework.batch.core.job.builder.FlowBuilder;
import org.springframework.batch.core.job.flow.Flow;
import org.springframework.batch.core.job.flow.support.SimpleFlow;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What a night and a year-end have in common: files that were entered become records, roll-ups and
 * figures.
 */
@Configuration(proxyBeanMethods = false)
class CountingFlow {
  @Bean
  Flow counting(Steps steps, NightlySteps nightly, Step intake) {
    return new FlowBuilder<SimpleFlow>("counting")
        .start(intake)
        .next(steps.step("check", work -> nightly.check()))
        .next(steps.step("settle", work -> nightly.settle()))
        .next(steps.step("roll-up", work -> nightly.rollUp()))
        .next(steps.step("figure", nightly::figure))
        .build();
  }
}
