package org.sunlitledger.close;

import java.io.IOException;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.sunlitledger.close.Closes.Close;
import org.sunlitledger.database.SqlName;
import org.sunlitledger.register.Field;
import org.sunlitledger.register.Register;
import org.sunlitledger.register.Registers;

/**
 * A digest of the accepted lines of each delivery that counts, the treasury's ledger included.
 *
 * <p>A line is a JSON object without blanks: its number under {@code line}, then the fields of its
 * register that have a value, in the order of their names. Amounts are whole fen, days are ISO
 * 8601, hashes are hexadecimal behind {@code \x}. So it does not depend on how a table keeps it,
 * and a field that is added later changes nothing.
 */
@Component
@Order(2)
final class RecordDigests implements FrozenTables {
  static final String PART = "lines.csv";

  private final Registers registers;
  private final RowDigests digests;

  RecordDigests(Registers registers, RowDigests digests) {
    this.registers = registers;
    this.digests = digests;
  }

  @Override
  public void writeTo(PartSink sink, Close close, int after) throws IOException {
    sink.part(
        PART,
        out -> {
          RowDigests.Sheet sheet = new RowDigests.Sheet(out);
          for (Register register : registers.all()) {
            digests.add(
                sheet,
                register.name(),
                query(register),
                Map.of("year", close.year(), "after", after));
          }
          sheet.flush();
        });
  }

  private static String query(Register register) {
    String fields =
        register.fields().stream()
            .sorted(Comparator.comparing(Field::name))
            .map(
                field ->
                    ", r.%s as %s".formatted(SqlName.of(field.column()), SqlName.of(field.name())))
            .collect(Collectors.joining());
    return """
    select r.delivery_id, json_strip_nulls(row_to_json(v))::text
    from %s r
    cross join lateral (select r.line%s) v
    where r.year <= :year
      and r.year > :after
    order by r.delivery_id, r.line
    """
        .formatted(SqlName.of("live_" + register.name()), fields);
  }
}
