package org.sunlitledger.intake.step;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamException;
import org.springframework.batch.infrastructure.item.ItemStreamReader;
import org.sunlitledger.intake.delivery.Deliveries;
import org.sunlitledger.intake.delivery.Delivery;
import org.sunlitledger.intake.delivery.DeliveryLines;
import org.sunlitledger.intake.delivery.Openings;
import org.sunlitledger.intake.delivery.PendingSupplements;
import org.sunlitledger.intake.delivery.ReadFile;
import org.sunlitledger.intake.file.FileSurvey;
import org.sunlitledger.intake.file.HiddenNames;
import org.sunlitledger.intake.file.NamesInTitle;
import org.sunlitledger.intake.inbox.EntryState;
import org.sunlitledger.intake.inbox.InboxEntries;
import org.sunlitledger.intake.inbox.UnreadFile;
import org.sunlitledger.intake.layout.column.DeliveredColumns;
import org.sunlitledger.intake.layout.column.RoundedNumbers;
import org.sunlitledger.intake.ledger.LedgerScan;
import org.sunlitledger.intake.line.FailedFile;
import org.sunlitledger.intake.line.FileFault;
import org.sunlitledger.intake.line.SourceLine;
import org.sunlitledger.intake.record.Batch;
import org.sunlitledger.intake.record.LineJudges;
import org.sunlitledger.intake.record.VillageCells;
import org.sunlitledger.intake.source.DeliveredFile;
import org.sunlitledger.intake.source.LineSource;
import org.sunlitledger.quantity.digest.KeyedHash;
import org.sunlitledger.register.Register;
import org.sunlitledger.register.Villages;

/**
 * Reads a delivery's lines from the position of the last commit, and judges them by their shape.
 * The position is the delivery's own number of lines read, which is committed together with the
 * lines.
 */
class DeliveryReader implements ItemStreamReader<Batch> {
  private final Deliveries deliveries;
  private final InboxEntries entries;
  private final PendingSupplements supplements;
  private final Openings openings;
  private final KeyedHash hash;
  private final Villages villages;
  private final int size;
  private final Progress progress;
  private final Delivery delivery;
  private final DeliveredFile file;
  private final NamesInTitle names;
  private final HiddenNames hidden;
  private @Nullable LineSource lines;
  private @Nullable DeliveryLines records;
  private @Nullable DeliveredColumns columns;
  private @Nullable RejudgedLines again;
  private @Nullable ReadAhead ahead;
  private boolean isCreditPaid;
  private Optional<FileFault> fault = Optional.empty();
  private Optional<EntryState> leftAs = Optional.empty();

  DeliveryReader(
      Deliveries deliveries,
      InboxEntries entries,
      PendingSupplements supplements,
      Openings openings,
      KeyedHash hash,
      Villages villages,
      int size,
      Progress progress,
      HiddenNames hidden,
      long id) {
    this.deliveries = deliveries;
    this.entries = entries;
    this.supplements = supplements;
    this.openings = openings;
    this.hash = hash;
    this.villages = villages;
    this.size = size;
    this.progress = progress;
    this.hidden = hidden;
    this.delivery = deliveries.get(id);
    this.file = new DeliveredFile(delivery.path(), delivery.charset());
    this.names = new NamesInTitle(delivery.name());
  }

  Delivery delivery() {
    return delivery;
  }

  @Override
  public void open(ExecutionContext context) {
    try {
      Openings.OpenedDelivery opened = openings.open(file, delivery.named(), delivery.sheet());
      lines = opened.source();
      DeliveryLines below = opened.lines();
      records = below;
      DeliveredColumns delivered = new DeliveredColumns(opened.header());
      columns = delivered;
      RoundedNumbers rounded =
          delivery.isSupplement() ? RoundedNumbers.none() : new RoundedNumbers();
      isCreditPaid = isCreditPaid(below);
      LineJudges judges = new LineJudges(delivery, delivered, hash, names, rounded, isCreditPaid);
      VillageCells inVillages =
          new VillageCells(opened.header().header().register(), villages, delivery.year());
      int done = 0;
      Optional<SourceLine> read = done < delivery.linesRead() ? below.next() : Optional.empty();
      while (read.isPresent()) {
        // names on it may be in the file's name, and its numbers count
        judges.judge(below.header(), read.get());
        done++;
        read = done < delivery.linesRead() ? below.next() : Optional.empty();
      }
      ahead = new ReadAhead(() -> next(below, judges, inVillages, rounded));
    } catch (NoSuchFileException noLongerThere) {
      leftAs = Optional.of(EntryState.VANISHED);
    } catch (FileFault broken) {
      fault = Optional.of(broken);
    } catch (IOException problem) {
      fault = Optional.of(UnreadFile.fault(EntryState.UNREADABLE, delivery.path()));
    } catch (RuntimeException problem) {
      fault = Optional.of(FailedFile.fault(problem));
    }
  }

  private Batch next(
      DeliveryLines records, LineJudges judges, VillageCells inVillages, RoundedNumbers rounded)
      throws FileFault, IOException {
    RejudgedLines before = again;
    if (before != null) {
      return before.next(size);
    }
    Batch batch = batch(records, judges, inVillages);
    return batch.lines() > 0 ? batch : again(batch, rounded);
  }

  /** After all lines are read, reads again the lines that were accepted too early. */
  private Batch again(Batch none, RoundedNumbers rounded) throws FileFault, IOException {
    RoaringBitmap lines = rounded.settle();
    if (lines.isEmpty()) {
      return none;
    }
    Openings.OpenedDelivery opened = openings.open(file, delivery.named(), delivery.sheet());
    LineJudges judges =
        new LineJudges(
            delivery, new DeliveredColumns(opened.header()), hash, names, rounded, isCreditPaid);
    RejudgedLines later = new RejudgedLines(delivery, opened, judges, lines);
    again = later;
    return later.next(size);
  }

  /** Reads all lines of a ledger with two sides before the first line is judged. */
  private boolean isCreditPaid(DeliveryLines below) throws FileFault, IOException {
    Register register = below.header().header().register();
    if (delivery.isSupplement() && register.sides().isPresent()) {
      return deliveries.isCreditPaid(delivery, register.sides().get());
    }
    if (below.ledger().filter(LedgerScan::mustLookAhead).isEmpty()) {
      return false;
    }
    try (Openings.OpenedDelivery ahead = openings.open(file, delivery.named(), delivery.sheet())) {
      Optional<SourceLine> line = ahead.lines().next();
      while (line.isPresent()) {
        line = ahead.lines().next();
      }
      return ahead.lines().ledger().orElseThrow().isCreditPaid();
    }
  }

  private Batch batch(DeliveryLines records, LineJudges judges, VillageCells inVillages)
      throws FileFault, IOException {
    Batch batch = new Batch(records.header().header().register(), delivery);
    long before = records.bytesRead();
    while (batch.lines() < size) {
      Optional<SourceLine> line = records.next();
      if (line.isEmpty()) {
        break;
      }
      batch.add(inVillages.unified(judges.judge(records.header(), line.get())));
    }
    progress.read(records.bytesRead() - before, batch.lines());
    return batch;
  }

  @Override
  public @Nullable Batch read() throws InterruptedException {
    if (ahead == null || fault.isPresent()) {
      return null;
    }
    try {
      return ahead.next().orElse(null);
    } catch (ExecutionException problem) {
      Throwable cause = problem.getCause();
      if (cause instanceof FileFault broken) {
        fault = Optional.of(broken);
      } else if (cause instanceof IOException) {
        fault = Optional.of(UnreadFile.fault(EntryState.UNREADABLE, delivery.path()));
      } else {
        fault = Optional.of(FailedFile.fault(cause));
      }
      return null;
    }
  }

  /** Ends the reading, because the lines cannot be kept. */
  void fail(RuntimeException problem) {
    fault = Optional.of(FailedFile.fault(problem));
  }

  /**
   * Sets the result of the delivery after all of its lines are read. A fault of a file that has
   * changed since it was entered concerns other bytes, which the next run reads.
   */
  void finish() {
    hidden.learn(names.found());
    Optional<EntryState> left = leftAs.or(this::leftNow);
    if (left.isPresent()) {
      deliveries.forget(delivery);
      entries.change(delivery.path(), left.get());
    } else if (fault.isPresent()) {
      deliveries.refuse(delivery, List.of(fault.get()));
    } else if (delivery.isSupplement()) {
      supplements.add(delivery, readFile());
    } else {
      deliveries.loaded(delivery, readFile());
    }
  }

  private ReadFile readFile() {
    if (records == null || columns == null) {
      throw new IllegalStateException("delivery %d was not opened".formatted(delivery.id()));
    }
    Optional<DeliveredColumns> more = Optional.of(columns).filter(DeliveredColumns::hasMore);
    return new ReadFile(records.findings().all(), records.withdrawn(), more);
  }

  /** The state of the file after reading; empty if it has not changed. */
  private Optional<EntryState> leftNow() {
    try {
      String now =
          lines == null || fault.isPresent() ? FileSurvey.sha256(delivery.path()) : lines.sha256();
      return now.equals(delivery.sha256()) ? Optional.empty() : Optional.of(EntryState.CHANGED);
    } catch (NoSuchFileException gone) {
      return Optional.of(EntryState.VANISHED);
    } catch (IOException unreadable) {
      return fault.isPresent() ? Optional.empty() : Optional.of(EntryState.CHANGED);
    }
  }

  @Override
  public void close() {
    if (ahead != null) {
      ahead.close();
    }
    try {
      if (again != null) {
        again.close();
      }
      if (lines != null) {
        lines.close();
      }
      file.close();
    } catch (IOException problem) {
      throw new ItemStreamException(problem);
    }
  }
}
