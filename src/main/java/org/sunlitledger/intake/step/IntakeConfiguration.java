package org.sunlitledger.intake.step;

import javax.sql.DataSource;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Scope;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;
import org.sunlitledger.database.DatabaseSettings;
import org.sunlitledger.intake.delivery.Deliveries;
import org.sunlitledger.intake.delivery.Openings;
import org.sunlitledger.intake.delivery.PendingSupplements;
import org.sunlitledger.intake.file.HiddenNames;
import org.sunlitledger.intake.file.IntakeSettings;
import org.sunlitledger.intake.file.KeyPlace;
import org.sunlitledger.intake.inbox.InboxEntries;
import org.sunlitledger.intake.record.Batch;
import org.sunlitledger.quantity.digest.KeyedHash;
import org.sunlitledger.register.Villages;

/** The step {@code intake}: a partition for each delivery that is not completely imported. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IntakeSettings.class)
class IntakeConfiguration {
  private static final String DELIVERY = "delivery";

  /** One for each execution of a step, as @StepScope, without a class that Spring generates. */
  private static final String STEP = "step";

  @Bean
  KeyedHash keyedHash(IntakeSettings settings, DatabaseSettings folders, HashKey key) {
    return key.hash(KeyPlace.of(settings, folders));
  }

  @Bean
  @Scope(STEP)
  DeliveryReader deliveryReader(
      Deliveries deliveries,
      InboxEntries entries,
      PendingSupplements supplements,
      Openings openings,
      KeyedHash hash,
      Villages villages,
      IntakeSettings settings,
      Progress progress,
      HiddenNames hidden,
      @Value("#{stepExecutionContext['delivery']}") long delivery) {
    return new DeliveryReader(
        deliveries,
        entries,
        supplements,
        openings,
        hash,
        villages,
        settings.chunk(),
        progress,
        hidden,
        delivery);
  }

  @Bean
  @Scope(STEP)
  RecordWriter recordWriter(
      DataSource dataSource,
      PlatformTransactionManager transactions,
      Deliveries deliveries,
      DeliveryReader reader,
      @Value("#{stepExecutionContext['delivery']}") long delivery) {
    return new RecordWriter(dataSource, transactions, deliveries, reader, delivery);
  }

  @Bean
  Step delivery(
      JobRepository repository,
      PlatformTransactionManager transactions,
      ObjectProvider<DeliveryReader> readers,
      ObjectProvider<RecordWriter> writers) {
    return new StepBuilder(DELIVERY, repository)
        // one batch is one item and one transaction
        .<Batch, Batch>chunk(1)
        .transactionManager(transactions)
        .reader(new OwnReader(readers))
        .writer(batches -> writers.getObject().write(batches))
        .listener(
            new StepExecutionListener() {
              @Override
              public org.springframework.batch.core.ExitStatus afterStep(StepExecution step) {
                if (!step.getStatus().isUnsuccessful()) {
                  readers.getObject().finish();
                }
                return step.getExitStatus();
              }
            })
        .build();
  }

  @Bean
  Step intake(
      JobRepository repository,
      Step delivery,
      Deliveries deliveries,
      PendingSupplements supplements,
      IntakeSettings settings,
      Progress progress) {
    SimpleAsyncTaskExecutor threads = new SimpleAsyncTaskExecutor("intake-");
    threads.setConcurrencyLimit(settings.parallel());
    return new StepBuilder("intake", repository)
        .partitioner(
            DELIVERY,
            size -> {
              var partitions = new java.util.LinkedHashMap<String, ExecutionContext>();
              for (long id : deliveries.unfinished()) {
                progress.expect(deliveries.get(id).bytes());
                ExecutionContext context = new ExecutionContext();
                context.putLong(DELIVERY, id);
                partitions.put(String.valueOf(id), context);
              }
              return partitions;
            })
        .step(delivery)
        .taskExecutor(threads)
        .listener(progress)
        .listener(supplements)
        .build();
  }
}
