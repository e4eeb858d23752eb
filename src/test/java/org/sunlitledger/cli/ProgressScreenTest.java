package org.sunlitledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.step.StepExecution;
import org.sunlitledger.intake.Progress;
import org.sunlitledger.quantity.Messages;

/** What is shown of a run's progress. */
class ProgressScreenTest {
  private final PrintWriter err = new PrintWriter(new StringWriter());

  @Test
  void aBarOnATerminalALineInALog() {
    Progress.State half = new Progress.State("intake", 1_000_000, 500_000, 60_000);
    Duration since = Duration.ofSeconds(3);
    assertThat(screen(true).text(half, since))
        .isEqualTo(
            "[############------------] taking in: 50%, 60000 lines, 20000 lines/s, 3 s left");
    assertThat(screen(false).text(half, since))
        .isEqualTo("taking in: 50%, 60000 lines, 20000 lines/s, 3 s left");
  }

  @Test
  void everyStepHasItsName() {
    for (String step :
        new String[] {"", "enter", "check", "settle", "roll-up", "figure", "report", "archive"}) {
      Progress.State state = new Progress.State(step, 0, 0, 0);
      assertThat(screen(true).text(state, Duration.ofSeconds(1))).isNotBlank();
    }
  }

  @Test
  void ofStepsSideBySideTheLastOneThatGoesOnIsShown() {
    JobExecution run = new JobExecution(1, new JobInstance(1, "yearEnd"), new JobParameters());
    StepExecution reconcile = new StepExecution(1, "reconcile", run);
    StepExecution report = new StepExecution(2, "report", run);
    Progress progress = new Progress();
    progress.beforeStep(reconcile);
    progress.beforeStep(report);
    assertThat(progress.state().step()).isEqualTo("report");
    progress.afterStep(report);
    assertThat(progress.state().step()).isEqualTo("reconcile");
    progress.afterStep(reconcile);
    assertThat(progress.state().step()).isEmpty();
  }

  private ProgressScreen screen(boolean terminal) {
    return new ProgressScreen(new Progress(), Messages.english("commands"), err, terminal);
  }
}
