package org.sunlitledger.intake;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamException;
import org.springframework.batch.infrastructure.item.ItemStreamReader;
import org.sunlitledger.intake.CsvLines.CsvLine;
import org.sunlitledger.quantity.KeyedHash;

/**
 * Reads a delivery's lines from where the last commit left off, and judges them by their shape. The
 * position is the delivery's own count of lines read, which commits together with them.
 */
class DeliveryReader implements ItemStreamReader<Judged> {
  private final Deliveries deliveries;
  private final Recogniser recogniser;
  private final KeyedHash hash;
  private final Delivery delivery;
  private @Nullable CsvLines lines;
  private @Nullable LineJudge judge;
  private Optional<FileFault> fault = Optional.empty();
  private boolean gone;

  DeliveryReader(Deliveries deliveries, Recogniser recogniser, KeyedHash hash, long id) {
    this.deliveries = deliveries;
    this.recogniser = recogniser;
    this.hash = hash;
    this.delivery = deliveries.get(id);
  }

  Delivery delivery() {
    return delivery;
  }

  @Override
  public void open(ExecutionContext context) {
    try {
      lines = new CsvLines(delivery.path(), delivery.charset());
      Header header = recogniser.recognise(lines.next().orElseThrow(IOException::new).cells());
      judge = new LineJudge(header, new CellReader(hash, delivery.year()), delivery.year());
      int done = 0;
      while (done < delivery.linesRead() && lines.next().isPresent()) {
        done++;
      }
    } catch (NoSuchFileException noLongerThere) {
      gone = true;
    } catch (FileFault broken) {
      fault = Optional.of(broken);
    } catch (IOException problem) {
      throw new ItemStreamException(problem);
    }
  }

  @Override
  public @Nullable Judged read() throws IOException {
    if (gone || fault.isPresent() || lines == null || judge == null) {
      return null;
    }
    try {
      Optional<CsvLine> line = lines.next();
      return line.isPresent() ? judge.judge(line.get()) : null;
    } catch (FileFault broken) {
      fault = Optional.of(broken);
      return null;
    }
  }

  /** What has become of the delivery once all of its lines have been read. */
  void finish() {
    if (fault.isPresent()) {
      deliveries.refuse(delivery, fault.get());
    } else if (gone || !isAsReceived()) {
      deliveries.forget(delivery);
    } else {
      deliveries.loaded(delivery.id());
    }
  }

  private boolean isAsReceived() {
    try {
      return lines != null && lines.sha256().equals(delivery.sha256());
    } catch (IOException unreadable) {
      return false;
    }
  }

  @Override
  public void close() {
    try {
      if (lines != null) {
        lines.close();
      }
    } catch (IOException problem) {
      throw new ItemStreamException(problem);
    }
  }
}
