package org.sunlitledger.intake.kinship;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunlitledger.database.copy.BinaryCopy;
import org.sunlitledger.database.copy.BinaryRows;
import org.sunlitledger.database.copy.HeldRows;
import org.sunlitledger.definition.SqlName;
import org.sunlitledger.intake.layout.column.RoundedNumbers;
import org.sunlitledger.intake.layout.header.Header.HeaderColumn;
import org.sunlitledger.intake.record.Batch;
import org.sunlitledger.intake.record.CellReader;
import org.sunlitledger.intake.record.CellReader.CellReading;
import org.sunlitledger.quantity.digest.KeyedHash;
import org.sunlitledger.quantity.money.MoneyUnit;
import org.sunlitledger.quantity.text.Glyphs;
import org.sunlitledger.register.Field;
import org.sunlitledger.register.Register;

/**
 * The keys of lines that were rejected by their shape, read again from the kept cells. They are in
 * the temporary table {@code rejected_key} until the caller's transaction ends. A key with a hidden
 * or unreadable cell is omitted.
 */
@Component
class RejectedKeys {
  /** The number of lines in memory at the same time. */
  private static final int LINES_IN_MEMORY = 5_000;

  private final JdbcClient jdbc;
  private final DataSource dataSource;
  private final KeyedHash hash;

  RejectedKeys(JdbcClient jdbc, DataSource dataSource, KeyedHash hash) {
    this.jdbc = jdbc;
    this.dataSource = dataSource;
    this.hash = hash;
  }

  /** A column of the file with a field of the key. */
  private record KeyColumn(int cell, Function<String, CellReading> reader) {
    @Nullable Object read(List<String> cells) {
      return cell < cells.size()
              && !Glyphs.isBlank(cells.get(cell))
              && reader.apply(cells.get(cell)) instanceof CellReader.KeptCell kept
          ? kept.value()
          : null;
    }
  }

  private record RejectedRow(int line, long fen, List<String> cells) {}

  /** Reads the keys for all deliveries of a register and year that count or will count. */
  void read(Register register, int year) {
    clear(register);
    List<Long> withRejects =
        jdbc.sql(
                """
                select d.id
                from delivery d
                where d.register = :register
                  and d.year = :year
                  and d.status in ('live', 'loaded')
                  and exists (select from reject r where r.delivery_id = d.id)
                """)
            .param("register", register.name())
            .param("year", year)
            .query(Long.class)
            .list();
    if (!withRejects.isEmpty()) {
      withRejects.forEach(delivery -> add(register, year, delivery));
      jdbc.sql("analyze rejected_key").update();
    }
  }

  private void clear(Register register) {
    String columns = String.join(", ", keys(register).stream().map(SqlName::checked).toList());
    jdbc.sql("drop table if exists pg_temp.rejected_key").update();
    jdbc.sql(
            """
            create temporary table rejected_key on commit drop as
            select delivery_id, line, 0::bigint as fen, %s
            from %s
            where false
            """
                .formatted(columns, SqlName.checked(register.name())))
        .update();
  }

  private void add(Register register, int year, long delivery) {
    List<KeyColumn> columns = columns(register, year, delivery);
    if (columns.size() < register.key().size()) {
      return;
    }
    for (List<RejectedRow> block = block(delivery, 0); !block.isEmpty(); ) {
      List<String> names = new ArrayList<>(List.of("delivery_id", "line", "fen"));
      names.addAll(keys(register));
      HeldRows rows = new HeldRows("rejected_key", names);
      block.forEach(line -> add(rows, delivery, line, columns));
      if (!rows.isEmpty()) {
        BinaryCopy.into(dataSource, rows);
      }
      block = block(delivery, block.get(block.size() - 1).line());
    }
  }

  private static void add(HeldRows rows, long delivery, RejectedRow line, List<KeyColumn> columns) {
    List<@Nullable Object> values = new ArrayList<>();
    for (KeyColumn column : columns) {
      values.add(column.read(line.cells()));
    }
    if (!values.contains(null)) {
      BinaryRows row = rows.row();
      row.put(delivery);
      row.put(line.line());
      row.put(line.fen());
      values.forEach(value -> Batch.put(row, value));
    }
  }

  private List<RejectedRow> block(long delivery, int after) {
    return jdbc.sql(
            """
            select line, fen, cells
            from reject
            where delivery_id = :delivery
              and line > :after
            order by line
            limit :block
            """)
        .param("delivery", delivery)
        .param("after", after)
        .param("block", LINES_IN_MEMORY)
        .query(
            (row, number) ->
                new RejectedRow(
                    row.getInt(1), row.getLong(2), List.of((String[]) row.getArray(3).getArray())))
        .list();
  }

  private List<KeyColumn> columns(Register register, int year, long delivery) {
    record Read(List<String> fields, List<String> units) {}
    Read read =
        jdbc.sql("select fields, units from delivery where id = :id")
            .param("id", delivery)
            .query(
                (row, number) ->
                    new Read(
                        List.of((String[]) row.getArray(1).getArray()),
                        List.of((String[]) row.getArray(2).getArray())))
            .single();
    CellReader reader = new CellReader(hash, year, RoundedNumbers.none());
    List<KeyColumn> columns = new ArrayList<>();
    for (String name : register.key()) {
      int cell = read.fields().indexOf(name);
      if (cell >= 0) {
        Field field = register.field(name);
        MoneyUnit unit =
            read.units().get(cell).isEmpty()
                ? MoneyUnit.YUAN
                : MoneyUnit.valueOf(read.units().get(cell));
        columns.add(new KeyColumn(cell, reader.wayFor(new HeaderColumn(field, unit, false))));
      }
    }
    return columns;
  }

  private static List<String> keys(Register register) {
    return register.key().stream().map(register::field).map(Field::column).toList();
  }
}
