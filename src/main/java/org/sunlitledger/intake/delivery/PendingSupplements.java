package org.sunlitledger.intake.delivery;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.stereotype.Component;

/**
 * Supplements whose lines are all read. The order of reading must not decide which supplement
 * corrects a line. They are therefore settled after all are read, in the order of their arrival.
 */
@Component
public class PendingSupplements implements StepExecutionListener {
  private final Deliveries deliveries;
  private final Map<Long, Supplementing> read = new ConcurrentSkipListMap<>();

  PendingSupplements(Deliveries deliveries) {
    this.deliveries = deliveries;
  }

  private record Supplementing(Delivery delivery, ReadFile file) {}

  public void add(Delivery delivery, ReadFile file) {
    read.put(delivery.id(), new Supplementing(delivery, file));
  }

  /** Drops the supplements of a failed step, because they are read again. */
  @Override
  public void beforeStep(StepExecution step) {
    read.clear();
  }

  @Override
  public ExitStatus afterStep(StepExecution step) {
    if (!step.getStatus().isUnsuccessful()) {
      read.values().forEach(s -> deliveries.loadedSupplement(s.delivery(), s.file()));
    }
    return step.getExitStatus();
  }
}
