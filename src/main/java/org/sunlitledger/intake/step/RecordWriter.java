package org.sunlitledger.intake.step;

import javax.sql.DataSource;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.sunlitledger.database.copy.BinaryCopy;
import org.sunlitledger.intake.delivery.Deliveries;
import org.sunlitledger.intake.record.Batch;

/**
 * Writes batches of judged lines by COPY: records, rejects, findings and the position. A value that
 * the database rejects is a fault of its file alone.
 */
class RecordWriter implements ItemWriter<Batch> {
  private final DataSource dataSource;
  private final TransactionTemplate nested;
  private final Deliveries deliveries;
  private final DeliveryReader reader;
  private final long delivery;

  RecordWriter(
      DataSource dataSource,
      PlatformTransactionManager transactions,
      Deliveries deliveries,
      DeliveryReader reader,
      long delivery) {
    this.dataSource = dataSource;
    this.nested = new TransactionTemplate(transactions);
    nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    this.deliveries = deliveries;
    this.reader = reader;
    this.delivery = delivery;
  }

  @Override
  public void write(Chunk<? extends Batch> chunk) {
    deliveries.doNotWaitForDisk();
    try {
      nested.executeWithoutResult(status -> chunk.forEach(this::write));
    } catch (BinaryCopy.ValueRefused refused) {
      reader.fail(refused);
    }
  }

  private void write(Batch batch) {
    if (batch.replaced().isEmpty()) {
      deliveries.advance(delivery, batch.lines(), batch.fen());
    } else {
      deliveries.takeBack(reader.delivery(), batch.replaced());
    }
    batch.tables().forEach(rows -> BinaryCopy.into(dataSource, rows));
  }
}
