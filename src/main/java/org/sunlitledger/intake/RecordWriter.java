package org.sunlitledger.intake;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.sunlitledger.database.BinaryCopy;
import org.sunlitledger.register.Field;
import org.sunlitledger.register.Register;

/** Writes batches of judged lines by COPY: records, rejects, findings, and how far we are. */
class RecordWriter implements ItemWriter<Batch> {
  private static final List<String> REJECT = List.of("delivery_id", "line", "fen", "cells");
  private static final List<String> FINDING =
      List.of("delivery_id", "line", "source", "rule", "severity", "field", "found", "expected");

  private static final List<String> SUPPLEMENT = List.of("delivery_id", "line", "original");

  private final DataSource dataSource;
  private final Deliveries deliveries;
  private final Register register;
  private final long delivery;
  private final boolean supplement;

  RecordWriter(DataSource dataSource, Deliveries deliveries, Register register, Delivery delivery) {
    this.dataSource = dataSource;
    this.deliveries = deliveries;
    this.register = register;
    this.delivery = delivery.id();
    this.supplement = delivery.isSupplement();
  }

  @Override
  public void write(Chunk<? extends Batch> chunk) {
    deliveries.doNotWaitForDisk();
    chunk.forEach(batch -> write(batch.lines()));
  }

  private void write(List<Judged> lines) {
    List<Judged> rejects = lines.stream().filter(line -> !line.isRecord()).toList();
    BinaryCopy.into(
        dataSource,
        register.name(),
        columns(),
        copy -> {
          for (Judged line : lines) {
            if (line.isRecord()) {
              putRecord(copy, line);
            }
          }
        });
    if (!rejects.isEmpty()) {
      BinaryCopy.into(dataSource, "reject", REJECT, copy -> putRejects(copy, rejects));
      BinaryCopy.into(dataSource, "finding", FINDING, copy -> putFindings(copy, rejects));
    }
    if (supplement) {
      BinaryCopy.into(dataSource, "supplement_line", SUPPLEMENT, copy -> putOriginals(copy, lines));
    }
    deliveries.advance(delivery, lines.size(), lines.stream().mapToLong(Judged::fen).sum());
  }

  private void putOriginals(BinaryCopy copy, List<Judged> lines) throws SQLException {
    for (Judged line : lines) {
      if (line.original() > 0) {
        copy.row();
        copy.put(delivery);
        copy.put(line.line());
        copy.put(line.original());
      }
    }
  }

  private List<String> columns() {
    List<String> columns = new ArrayList<>(List.of("delivery_id", "line"));
    register.fields().stream().map(Field::column).forEach(columns::add);
    return columns;
  }

  private void putRecord(BinaryCopy copy, Judged line) throws SQLException {
    copy.row();
    copy.put(delivery);
    copy.put(line.line());
    for (Object value : line.values()) {
      putValue(copy, value);
    }
  }

  private static void putValue(BinaryCopy copy, @Nullable Object value) {
    if (value == null || value instanceof String) {
      copy.put((String) value);
    } else if (value instanceof Long number) {
      copy.put(number.longValue());
    } else if (value instanceof LocalDate date) {
      copy.put(date);
    } else if (value instanceof byte[] bytes) {
      copy.putBytes(bytes);
    } else if (value instanceof Boolean yes) {
      copy.put(yes.booleanValue());
    } else if (value instanceof BigDecimal decimal) {
      copy.put(decimal);
    } else {
      throw new IllegalStateException("no column keeps a " + value.getClass());
    }
  }

  private void putRejects(BinaryCopy copy, List<Judged> rejects) throws SQLException {
    for (Judged line : rejects) {
      copy.row();
      copy.put(delivery);
      copy.put(line.line());
      copy.put(line.fen());
      copy.put(line.rejected().cells());
    }
  }

  private void putFindings(BinaryCopy copy, List<Judged> rejects) throws SQLException {
    for (Judged line : rejects) {
      for (ShapeFinding finding : line.rejected().findings()) {
        copy.row();
        copy.put(delivery);
        copy.put(line.line());
        copy.put("intake");
        copy.put(finding.rule().id());
        copy.put(finding.rule().severity());
        copy.put(finding.field());
        copy.put(finding.found());
        copy.put(finding.expected());
      }
    }
  }
}
