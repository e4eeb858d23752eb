package org.sunlitledger.intake.record;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sunlitledger.database.copy.BinaryRows;
import org.sunlitledger.database.copy.HeldRows;
import org.sunlitledger.intake.delivery.Delivery;
import org.sunlitledger.intake.line.ShapeFinding;
import org.sunlitledger.register.Field;
import org.sunlitledger.register.Register;

/**
 * Judged lines that are written and committed together. They are converted at once into the form in
 * which they are written. A single line leaves the processor's cache soon, so converting thousands
 * of lines later would have to load them again from all over the memory.
 */
public final class Batch {
  private final Delivery delivery;
  private final boolean isAgain;
  private final List<Integer> numbers = new ArrayList<>();
  private final HeldRows records;
  private final HeldRows rejects =
      new HeldRows("reject", List.of("delivery_id", "line", "fen", "cells"));
  private final HeldRows findings =
      new HeldRows(
          "finding",
          List.of(
              "delivery_id", "line", "source", "rule", "severity", "field", "found", "expected"));
  private final HeldRows originals =
      new HeldRows("supplement_line", List.of("delivery_id", "line", "original"));
  private int lines;
  private long fen;

  public Batch(Register register, Delivery delivery) {
    this(register, delivery, false);
  }

  private Batch(Register register, Delivery delivery, boolean isAgain) {
    this.delivery = delivery;
    this.isAgain = isAgain;
    List<String> columns = new ArrayList<>(List.of("delivery_id", "line"));
    register.fields().stream().map(Field::column).forEach(columns::add);
    this.records = new HeldRows(register.name(), columns);
  }

  /** A batch of lines that were written before and are replaced. */
  public static Batch again(Register register, Delivery delivery) {
    return new Batch(register, delivery, true);
  }

  public void add(Judged line) {
    lines++;
    if (isAgain) {
      numbers.add(line.line());
    }
    fen += line.fen();
    if (line.isRecord()) {
      addRecord(line);
    } else {
      addReject(line);
    }
    if (delivery.isSupplement()) {
      begin(originals, line).put(line.original());
    }
  }

  public int lines() {
    return lines;
  }

  /** Numbers of the lines that were written before; empty if all lines are new. */
  public List<Integer> replaced() {
    return numbers;
  }

  /** The sum of the lines' readable amounts, in fen. */
  public long fen() {
    return fen;
  }

  /** The rows to write. */
  public Stream<HeldRows> tables() {
    return Stream.of(records, rejects, findings, originals).filter(rows -> !rows.isEmpty());
  }

  private BinaryRows begin(HeldRows rows, Judged line) {
    BinaryRows row = rows.row();
    row.put(delivery.id());
    row.put(line.line());
    return row;
  }

  private void addRecord(Judged line) {
    BinaryRows row = begin(records, line);
    for (Object value : line.values()) {
      put(row, value);
    }
  }

  /** Writes a value of a record for the column of its field. */
  public static void put(BinaryRows row, @Nullable Object value) {
    if (value == null || value instanceof String) {
      row.put((String) value);
    } else if (value instanceof Long number) {
      row.put(number.longValue());
    } else if (value instanceof LocalDate date) {
      row.put(date);
    } else if (value instanceof byte[] bytes) {
      row.putBytes(bytes);
    } else if (value instanceof Boolean yes) {
      row.put(yes.booleanValue());
    } else if (value instanceof BigDecimal decimal) {
      row.put(decimal);
    } else {
      throw new IllegalStateException("no column keeps a " + value.getClass());
    }
  }

  private void addReject(Judged line) {
    BinaryRows reject = begin(rejects, line);
    reject.put(line.fen());
    reject.put(line.rejected().cells());
    for (ShapeFinding finding : line.rejected().findings()) {
      BinaryRows row = begin(findings, line);
      row.put("intake");
      row.put(finding.rule().id());
      row.put(finding.rule().severity());
      row.put(finding.field());
      row.put(finding.found());
      row.put(finding.expected());
    }
  }
}
