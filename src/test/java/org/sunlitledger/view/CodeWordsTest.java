package org.sunlitledger.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sunlitledger.quantity.text.Messages;

/** A Chinese reader meets no English code where there are words for it. */
class CodeWordsTest {
  private static final List<String> KEYS =
      List.of(
          "severity.error severity.warning severity.info severity.look",
          "delivery.received delivery.loading delivery.loaded delivery.offered delivery.live",
          "delivery.refused delivery.superseded delivery.held",
          "job.nightly job.yearEnd",
          "run.COMPLETED run.FAILED run.STARTED run.STARTING run.STOPPED run.STOPPING",
          "run.ABANDONED run.UNKNOWN",
          "step.enter step.intake step.check step.settle step.ledger step.roll-up step.figure",
          "step.report step.reconcile step.risks step.statement step.close step.archive",
          "audit.close audit.reopen audit.adopt audit.accept audit.resolve audit.approve",
          "audit.send-back audit.set-aside audit.set-aside-undo audit.gone audit.found-again",
          "audit.changed");

  @Test
  void everyCodeHasChineseWords() {
    Messages chinese = Messages.chinese("commands");
    assertThat(KEYS.stream().flatMap(keys -> List.of(keys.split(" ", -1)).stream()))
        .allSatisfy(key -> assertThat(chinese.find(key)).as(key).matches("[^A-Za-z]+"));
  }
}
