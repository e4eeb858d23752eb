package org.sunlitledger.cli.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.step.StepExecution;
import org.sunlitledger.intake.step.Progress;
import org.sunlitledger.quantity.text.Messages;

/** What is shown of a run's progress. */
class ProgressScreenTest {
  private final PrintWriter err = new PrintWriter(new StringWriter());

  @Test
  void aBarOnATerminalALineInALog() {
    Progress.ProgressState half =
        new Progress.ProgressState(List.of("intake"), 1_000_000, 500_000, 60_000);
    Duration since = Duration.ofSeconds(3);
    assertThat(screen(true).text(half, since))
        .isEqualTo(
            "[############------------] importing: 50%, 60000 lines, 20000 lines/s, 3 s left");
    assertThat(screen(false).text(half, since))
        .isEqualTo("importing: 50%, 60000 lines, 20000 lines/s, 3 s left");
  }

  @Test
  void everyStepHasItsName() {
    for (String step :
        new String[] {
          "enter",
          "check",
          "settle",
          "roll-up",
          "figure",
          "report",
          "archive",
          "reconcile",
          "risks",
          "statement",
          "close"
        }) {
      assertThat(shown(List.of(step))).isNotBlank();
    }
    assertThat(shown(List.of())).isEqualTo("working");
  }

  @Test
  void stepsSideBySideAreBothShownUntilTheyEnd() {
    JobExecution run = new JobExecution(1, new JobInstance(1, "yearEnd"), new JobParameters());
    StepExecution reconcile = new StepExecution(1, "reconcile", run);
    StepExecution report = new StepExecution(2, "report", run);
    Progress progress = new Progress();
    progress.beforeStep(reconcile);
    progress.beforeStep(report);
    assertThat(shown(progress.state().steps()))
        .isEqualTo("reconciling with the ledger · filling reports");
    progress.afterStep(report);
    assertThat(shown(progress.state().steps())).isEqualTo("reconciling with the ledger");
    progress.afterStep(reconcile);
    assertThat(progress.state().steps()).isEmpty();
  }

  private String shown(List<String> steps) {
    return screen(true).text(new Progress.ProgressState(steps, 0, 0, 0), Duration.ofSeconds(1));
  }

  private ProgressScreen screen(boolean terminal) {
    return new ProgressScreen(new Progress(), Messages.english("commands"), err, terminal);
  }
}
