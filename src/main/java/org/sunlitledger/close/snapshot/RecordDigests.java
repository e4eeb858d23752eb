package org.sunlitledger.close.snapshot;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.sunlitledger.close.snapshot.YearCloseTable.SealedClose;
import org.sunlitledger.definition.SqlName;
import org.sunlitledger.register.Field;
import org.sunlitledger.register.Register;
import org.sunlitledger.register.Registers;
import org.sunlitledger.storage.StoredLines;

/**
 * A digest of the accepted lines of each delivery that counts, the treasury's ledger included, and
 * of what else is kept of its lines: which were rejected and why, corrected, reversed, or accepted
 * by somebody.
 *
 * <p>A line is a JSON object without blanks: its number under {@code line}, then the fields of its
 * register that have a value, in the order of their names. Amounts are whole fen, days are ISO
 * 8601, hashes are hexadecimal behind {@code \x}. So it does not depend on how a table keeps it,
 * and a field that is added later changes nothing. A row of the other tables is the JSON object of
 * its columns that have a value, as PostgreSQL writes {@code jsonb}.
 */
@Component
@Order(2)
final class RecordDigests implements FrozenTables {
  static final String PART = "lines.csv";

  /** Tables about lines, with what orders them in a delivery. */
  private static final Map<String, String> ABOUT_LINES =
      new TreeMap<>(
          Map.of(
              "accepted_line", "line",
              "finding", "id",
              "reject", "line",
              "reversal", "line",
              "supplement_line", "line",
              "uncounted_line", "line"));

  private final Registers registers;
  private final RowDigests digests;
  private final StoredLines stored;

  RecordDigests(Registers registers, RowDigests digests, StoredLines stored) {
    this.registers = registers;
    this.digests = digests;
    this.stored = stored;
  }

  @Override
  public void writeTo(PartSink sink, SealedClose close, int after) throws IOException {
    Map<String, Object> years = Map.of("year", close.year(), "after", after);
    sink.part(
        PART,
        out -> {
          RowDigests.DigestSheet sheet = new RowDigests.DigestSheet(out);
          for (Register register : registers.all()) {
            stored.showSound(List.of(register.name()), after + 1, close.year());
            digests.add(sheet, register.name(), query(register), years);
          }
          for (Map.Entry<String, String> about : ABOUT_LINES.entrySet()) {
            digests.add(sheet, about.getKey(), query(about.getKey(), about.getValue()), years);
          }
          sheet.flush();
        });
  }

  private static String query(String table, String order) {
    return """
    select t.delivery_id, jsonb_strip_nulls(to_jsonb(t))::text
    from %1$s t
    join delivery d on d.id = t.delivery_id
    where d.status = 'live'
      and d.year <= :year
      and d.year > :after
    order by t.delivery_id, t.%2$s
    """
        .formatted(table, order);
  }

  private static String query(Register register) {
    return """
    %s
    where r.year <= :year
      and r.year > :after
    order by r.delivery_id, r.line
    """
        .formatted(lines(register, SqlName.checked("live_" + register.name())));
  }

  /** The lines of a table or view of a register as texts. */
  static String lines(Register register, String table) {
    String fields =
        register.fields().stream()
            .sorted(Comparator.comparing(Field::name))
            .map(
                field ->
                    ", r.%s as %s"
                        .formatted(SqlName.checked(field.column()), SqlName.checked(field.name())))
            .collect(Collectors.joining());
    return """
    select r.delivery_id, json_strip_nulls(row_to_json(v))::text
    from %s r
    cross join lateral (select r.line%s) v
    """
        .formatted(table, fields);
  }
}
