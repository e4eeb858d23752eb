package org.sunlitledger.intake.step;

import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;
import org.springframework.beans.factory.ObjectProvider;
import org.sunlitledger.intake.record.Batch;

/**
 * Reads with the reader of the partition that calls: each delivery has its own. Written out because
 * the class that Spring generates for this has its methods in another order in every build.
 */
final class OwnReader implements ItemStreamReader<Batch> {
  private final ObjectProvider<DeliveryReader> readers;

  OwnReader(ObjectProvider<DeliveryReader> readers) {
    this.readers = readers;
  }

  @Override
  public void open(ExecutionContext context) {
    readers.getObject().open(context);
  }

  @Override
  public @Nullable Batch read() throws Exception {
    return readers.getObject().read();
  }

  @Override
  public void update(ExecutionContext context) {
    readers.getObject().update(context);
  }

  @Override
  public void close() {
    readers.getObject().close();
  }
}
