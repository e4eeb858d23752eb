package org.sunlitledger.intake.step;

import java.io.Closeable;
import java.io.IOException;
import org.roaringbitmap.RoaringBitmap;
import org.sunlitledger.intake.delivery.Delivery;
import org.sunlitledger.intake.delivery.DeliveryLines;
import org.sunlitledger.intake.delivery.Openings;
import org.sunlitledger.intake.line.FileFault;
import org.sunlitledger.intake.line.SourceLine;
import org.sunlitledger.intake.record.Batch;
import org.sunlitledger.intake.record.Judged;
import org.sunlitledger.intake.record.LineJudges;

/**
 * Reads and judges again the lines that were accepted before the numbers in their column were known
 * to be rounded. The results replace those already written. Few files have such lines.
 */
final class RejudgedLines implements Closeable {
  private final Delivery delivery;
  private final Openings.OpenedDelivery opened;
  private final LineJudges judges;
  private final RoaringBitmap left;

  /**
   * @param opened the delivery from its top
   * @param left numbers of the lines
   */
  RejudgedLines(
      Delivery delivery, Openings.OpenedDelivery opened, LineJudges judges, RoaringBitmap left) {
    this.delivery = delivery;
    this.opened = opened;
    this.judges = judges;
    this.left = left;
  }

  /**
   * The next batch of these lines; an empty one at the end.
   *
   * @throws IOException when the file differs from the one that was read
   */
  Batch next(int size) throws FileFault, IOException {
    DeliveryLines lines = opened.lines();
    Batch batch = Batch.again(opened.header().header().register(), delivery);
    if (left.isEmpty()) {
      return batch;
    }
    while (!left.isEmpty() && batch.lines() < size) {
      SourceLine line = lines.next().orElseThrow(this::changed);
      Judged judged = judges.judge(lines.header(), line);
      if (left.contains(line.number())) {
        batch.add(judged);
        left.remove(line.number());
      }
    }
    if (left.isEmpty() && !opened.source().sha256().equals(delivery.sha256())) {
      throw changed();
    }
    return batch;
  }

  private IOException changed() {
    return new IOException("delivery %d is no longer what was read".formatted(delivery.id()));
  }

  @Override
  public void close() throws IOException {
    opened.close();
  }
}
