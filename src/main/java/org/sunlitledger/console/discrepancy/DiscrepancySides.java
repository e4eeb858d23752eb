package org.sunlitledger.console.discrepancy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.sunlitledger.console.discrepancy.SideTable.SideColumn;
import org.sunlitledger.console.discrepancy.SideTable.SideRow;
import org.sunlitledger.console.frame.SignedIn;
import org.sunlitledger.reconcile.discrepancy.WorkItem;
import org.sunlitledger.reconcile.discrepancy.WorkItem.WorkLine;
import org.sunlitledger.reconcile.discrepancy.WorkItem.WorkSide;
import org.sunlitledger.register.Field;
import org.sunlitledger.register.Registers;
import org.sunlitledger.view.KeptLines;
import org.sunlitledger.view.KeptLines.KeptLine;
import org.sunlitledger.view.KeptLines.KeptValue;

/** Puts the lines of both sides of a discrepancy beside each other, everything personal masked. */
@Component
final class DiscrepancySides {
  /** Lines of a side that a page shows. */
  private static final int SHOWN_LINES = 20;

  private final Registers registers;
  private final KeptLines kept;

  DiscrepancySides(Registers registers, KeptLines kept) {
    this.registers = registers;
    this.kept = kept;
  }

  /** The values of a line by the name of their column. */
  private record SideLine(WorkLine line, Map<String, KeptValue> values) {}

  /** The record's side and the ledger's; a side without lines is left out. */
  List<SideTable> of(WorkItem item, SignedIn person) {
    Map<WorkSide, List<SideLine>> sides = new LinkedHashMap<>();
    for (WorkSide side : WorkSide.values()) {
      sides.put(
          side, item.of(side).stream().limit(SHOWN_LINES).map(one -> line(item, one)).toList());
    }
    Set<String> shared = columns(sides.values().stream().flatMap(List::stream).toList());
    sides.values().forEach(side -> shared.retainAll(columns(side)));
    Set<String> differing = new LinkedHashSet<>(item.differs());
    if (sides.values().stream().allMatch(side -> side.size() == 1)) {
      // of several lines, as of a batch, it is normal that they differ from one entry
      shared.stream().filter(column -> differs(sides.values(), column)).forEach(differing::add);
    }
    return sides.entrySet().stream()
        .filter(side -> !side.getValue().isEmpty())
        .map(side -> table(item, side.getKey(), side.getValue(), shared, differing, person))
        .toList();
  }

  private SideLine line(WorkItem item, WorkLine line) {
    Map<String, KeptValue> values = new LinkedHashMap<>();
    registers
        .find(line.register())
        .flatMap(register -> kept.find(register, item.year(), line.delivery(), line.line()))
        .map(KeptLine::values)
        .ifPresent(
            all ->
                all.stream()
                    .filter(value -> !value.isHidden())
                    .forEach(value -> values.put(value.field().column(), value)));
    return new SideLine(line, values);
  }

  private static Set<String> columns(Collection<SideLine> side) {
    return side.stream()
        .flatMap(line -> line.values().keySet().stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Whether no value of a column is on both sides. */
  private static boolean differs(Collection<List<SideLine>> sides, String column) {
    List<Set<String>> texts =
        sides.stream()
            .map(
                side ->
                    side.stream()
                        .map(line -> line.values().get(column))
                        .filter(value -> value != null)
                        .map(KeptValue::text)
                        .collect(Collectors.toSet()))
            .toList();
    return texts.get(0).stream().noneMatch(texts.get(1)::contains);
  }

  private static SideTable table(
      WorkItem item,
      WorkSide side,
      List<SideLine> lines,
      Set<String> shared,
      Set<String> differing,
      SignedIn person) {
    // what differs first, so that nobody has to look for it beyond the screen
    Set<String> order = new LinkedHashSet<>(differing);
    order.retainAll(columns(lines));
    order.addAll(shared);
    order.addAll(columns(lines));
    List<WorkLine> all = item.of(side);
    return new SideTable(
        side,
        all,
        all.stream().mapToLong(WorkLine::amount).sum(),
        order.stream().map(column -> column(lines, column, differing)).toList(),
        lines.stream().map(line -> row(line, order, person)).toList());
  }

  private static SideColumn column(List<SideLine> lines, String column, Set<String> differing) {
    Field field =
        lines.stream()
            .flatMap(line -> Stream.ofNullable(line.values().get(column)))
            .findFirst()
            .orElseThrow()
            .field();
    return new SideColumn(field.title(), look(field.type()), differing.contains(column));
  }

  /** The class of its cells. */
  private static String look(Field.FieldType type) {
    return type.isNumber() ? "number" : type == Field.FieldType.DATE ? "time" : "";
  }

  private static SideRow row(SideLine line, Set<String> order, SignedIn person) {
    List<String> cells = new ArrayList<>();
    for (String column : order) {
      KeptValue value = line.values().get(column);
      cells.add(value == null ? "" : text(value));
    }
    return new SideRow(line.line(), person.reaches(line.line().file()), cells);
  }

  /** A payee without the fingerprint that distinguishes people of one masked name. */
  private static String text(KeptValue value) {
    return switch (value.field().type()) {
      case MONEY -> "%,.2f".formatted(new BigDecimal(value.text()));
      case PAYEE -> value.text().replaceFirst("~[0-9a-f]{10}$", "");
      case TEXT,
          INTEGER,
          DECIMAL,
          DATE,
          BOOLEAN,
          ID_NUMBER,
          BANK_ACCOUNT,
          CREDIT_CODE,
          DOCUMENT_NUMBER,
          PERSON_NAME,
          VILLAGE ->
          value.text();
    };
  }
}
