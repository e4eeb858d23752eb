package org.sunlitledger.intake;

import javax.sql.DataSource;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.sunlitledger.database.BinaryCopy;

/** Writes batches of judged lines by COPY: records, rejects, findings, and how far we are. */
class RecordWriter implements ItemWriter<Batch> {
  private final DataSource dataSource;
  private final Deliveries deliveries;
  private final long delivery;

  RecordWriter(DataSource dataSource, Deliveries deliveries, long delivery) {
    this.dataSource = dataSource;
    this.deliveries = deliveries;
    this.delivery = delivery;
  }

  @Override
  public void write(Chunk<? extends Batch> chunk) {
    deliveries.doNotWaitForDisk();
    for (Batch batch : chunk) {
      batch.tables().forEach(rows -> BinaryCopy.into(dataSource, rows));
      deliveries.advance(delivery, batch.lines(), batch.fen());
    }
  }
}
