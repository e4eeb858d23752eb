package org.sunlitledger.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.sunlitledger.testing.Office;

/** A step that fails has failed: it is not tried again within the run, whatever was thrown. */
@Timeout(60)
class FailingStepTest {
  private static final String ITEM = "信息编号,信息标题,公开栏目,公开渠道,公开日期";

  private final Office office;

  FailingStepTest(@TempDir Path folder) {
    office = Office.in(folder);
  }

  @AfterEach
  void close() {
    office.close();
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        IOException.class,
        SQLException.class,
        Exception.class,
        IllegalStateException.class,
        OutOfMemoryError.class
      })
  void whateverIsThrownEndsTheStepAndTheRun(Class<? extends Throwable> kind) throws Exception {
    AtomicInteger tried = new AtomicInteger();
    Throwable thrown = kind.getConstructor(String.class).newInstance("planted");
    JobExecution run =
        run(
            contribution -> {
              if (tried.incrementAndGet() > 3) {
                return;
              }
              if (thrown instanceof Error error) {
                throw error;
              }
              throw (Exception) thrown;
            });
    assertThat(tried).hasValue(1);
    assertThat(run.getStatus()).isEqualTo(BatchStatus.FAILED);
    assertThat(run.getAllFailureExceptions()).contains(thrown);
  }

  @Test
  void whatFailsWhileLinesAreWrittenIsSaidOnceAndByItsReason() {
    office
        .sql()
        .sql(
            """
            create function fail_for_a_test() returns trigger language plpgsql as $$
            begin raise exception 'disclosed_item is not to be written'; end $$;
            create trigger fail_for_a_test before insert on disclosed_item
            for each row execute function fail_for_a_test();
            """)
        .update();
    office.deliver("item-2020.csv", ITEM, "XX-1,公示,扶贫开发,政府网站,2020-05-01");
    assertThat(office.night(2020).failures())
        .singleElement()
        .asString()
        .contains("disclosed_item is not to be written");
  }

  @Test
  void aValueThatTheDatabaseRefusesRejectsItsFileAlone() {
    office.sql().sql("alter table disclosed_item add check (title <> '公示')").update();
    office.deliver("item-2020.csv", ITEM, "XX-1,公示,扶贫开发,政府网站,2020-05-01");
    office.deliver("more-2020.csv", ITEM, "XX-2,公告,扶贫开发,政府网站,2020-05-01");
    Outcome night = office.night(2020);
    assertThat(night.failures()).isEmpty();
    assertThat(office.findings()).contains("item-2020.csv:0 file-failed =ValueRefused");
    assertThat(office.sql().sql("select item_no from disclosed_item").query(String.class).list())
        .containsExactly("XX-2");
  }

  @Test
  void aStepThatDoesNotFailIsDoneOnce() throws Exception {
    AtomicInteger done = new AtomicInteger();
    assertThat(run(contribution -> done.incrementAndGet()).getStatus())
        .isEqualTo(BatchStatus.COMPLETED);
    assertThat(done).hasValue(1);
  }

  private JobExecution run(Steps.StepWork work) throws Exception {
    return office
        .the(JobOperator.class)
        .start(
            new JobBuilder("one step", office.the(JobRepository.class))
                .start(office.the(Steps.class).step("step", work))
                .build(),
            new JobParameters());
  }
}
