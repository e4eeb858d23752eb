package org.sunlitledger.check.finding;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunlitledger.definition.SqlName;
import org.sunlitledger.intake.layout.header.Supplement;
import org.sunlitledger.quantity.money.MoneyUnit;
import org.sunlitledger.register.Field;
import org.sunlitledger.register.Register;
import org.sunlitledger.register.Registers;
import org.sunlitledger.register.code.CodeList.ListedCode;

/** The lines of deliveries that are refused and not brought again, in the columns they came in. */
@Component
public final class RefusedLines {
  private static final String HIDDEN = "******";

  private final JdbcClient jdbc;
  private final Registers registers;

  RefusedLines(JdbcClient jdbc, Registers registers) {
    this.jdbc = jdbc;
    this.registers = registers;
  }

  /**
   * A delivery with refused lines.
   *
   * @param columns what stood in it beside lines that came for a second time is left out: a column
   *     of that kind is written again
   */
  public record RefusedSheet(
      long delivery, String name, List<RefusedColumn> columns, List<RefusedLine> lines) {
    public List<String> titles() {
      return columns.stream().map(RefusedColumn::title).toList();
    }
  }

  /**
   * A column of a delivery.
   *
   * @param position in the header as delivered, from 0
   * @param title with the unit of amounts
   * @param field of the register; empty if it has no such field
   */
  public record RefusedColumn(int position, String title, Optional<Field> field) {}

  /**
   * A refused line.
   *
   * @param cells below those titles as delivered, ID numbers and names of people hidden
   * @param isWithdrawn whether the office takes the line back
   */
  public record RefusedLine(int number, List<String> cells, boolean isWithdrawn) {
    RefusedLine(int number, List<String> cells) {
      this(number, cells, false);
    }
  }

  private record DeliverySource(
      long id,
      String name,
      Register register,
      int year,
      List<String> titles,
      List<String> fields,
      List<String> units) {

    /** Positions of the columns that are data, not a remark on it. */
    List<Integer> columns() {
      return IntStream.range(0, titles.size())
          .filter(i -> !fields.get(i).isEmpty() || !Supplement.isRemark(titles.get(i)))
          .boxed()
          .toList();
    }

    List<RefusedColumn> shown() {
      return columns().stream().map(i -> new RefusedColumn(i, title(i), field(i))).toList();
    }

    private String title(int column) {
      return isMoney(column)
          ? Supplement.title(titles.get(column), unit(column), name)
          : titles.get(column);
    }

    private Optional<Field> field(int column) {
      return Optional.of(fields.get(column)).filter(n -> !n.isEmpty()).map(register::field);
    }

    MoneyUnit unit(int column) {
      return MoneyUnit.valueOf(units.get(column));
    }

    private boolean isMoney(int column) {
      return field(column).filter(f -> f.type() == Field.FieldType.MONEY).isPresent();
    }
  }

  /** Every delivery that has any; all years or one, all deliveries or one. */
  public List<RefusedSheet> sheets(Optional<Integer> year, Optional<Long> delivery) {
    return jdbc
        .sql(
            """
            select id, name, register, year, titles, fields, units
            from delivery
            where status in ('live', 'offered')
              and lines_refused > 0
              and (cast(:year as integer) is null or year = :year)
              and (cast(:delivery as bigint) is null or id = :delivery)
            order by id
            """)
        .param("year", year.orElse(null))
        .param("delivery", delivery.orElse(null))
        .query(
            (row, number) ->
                new DeliverySource(
                    row.getLong(1),
                    row.getString(2),
                    registers.get(row.getString(3)),
                    row.getInt(4),
                    texts(row.getArray(5)),
                    texts(row.getArray(6)),
                    texts(row.getArray(7))))
        .list()
        .stream()
        .map(source -> new RefusedSheet(source.id(), source.name(), source.shown(), lines(source)))
        .filter(sheet -> !sheet.lines().isEmpty())
        .toList();
  }

  private List<RefusedLine> lines(DeliverySource source) {
    List<RefusedLine> lines = new ArrayList<>(atTheDoor(source));
    lines.addAll(byChecks(source));
    lines.sort(Comparator.comparingInt(RefusedLine::number));
    return lines;
  }

  private List<RefusedLine> atTheDoor(DeliverySource source) {
    return jdbc.sql(
            """
            select r.line, r.cells
            from reject r
            where r.delivery_id = :id
              and not exists (
                select from brought_again b where b.delivery_id = :id and b.line = r.line
              )
            """)
        .param("id", source.id())
        .query(
            (row, number) -> new RefusedLine(row.getInt(1), cells(source, texts(row.getArray(2)))))
        .list();
  }

  private static List<String> cells(DeliverySource source, List<String> delivered) {
    return source.columns().stream()
        .map(column -> column < delivered.size() ? delivered.get(column) : "")
        .toList();
  }

  /** These are kept as records; they are written again as they may have stood in the file. */
  private List<RefusedLine> byChecks(DeliverySource source) {
    return jdbc.sql(
            """
            select r.*
            from %s r
            where r.delivery_id = :id
              and r.verdict <> 'a'
              and not exists (
                select from brought_again b where b.delivery_id = :id and b.line = r.line
              )
            """
                .formatted(SqlName.checked(source.register().name())))
        .param("id", source.id())
        .query((row, number) -> new RefusedLine(row.getInt("line"), cells(source, row)))
        .list();
  }

  private static List<String> cells(DeliverySource source, ResultSet row) throws SQLException {
    List<String> cells = new ArrayList<>();
    for (int column : source.columns()) {
      String name = source.fields().get(column);
      cells.add(
          name.isEmpty()
              ? ""
              : text(source, source.register().field(name), source.unit(column), row));
    }
    return cells;
  }

  private static String text(DeliverySource source, Field field, MoneyUnit unit, ResultSet row)
      throws SQLException {
    String kept = row.getString(field.column());
    if (kept == null) {
      return "";
    }
    return switch (field.type()) {
      case ID_NUMBER, BANK_ACCOUNT -> HIDDEN;
      case MONEY ->
          BigDecimal.valueOf(Long.parseLong(kept), unit.decimals())
              .stripTrailingZeros()
              .toPlainString();
      case BOOLEAN -> row.getBoolean(field.column()) ? "是" : "否";
      case TEXT,
          INTEGER,
          DECIMAL,
          DATE,
          CREDIT_CODE,
          DOCUMENT_NUMBER,
          PERSON_NAME,
          VILLAGE,
          PAYEE ->
          field.codes().flatMap(codes -> title(codes.codes(), kept, source.year())).orElse(kept);
    };
  }

  private static Optional<String> title(List<ListedCode> codes, String kept, int year) {
    return codes.stream()
        .filter(code -> code.code().equals(kept) && code.years().contains(year))
        .map(ListedCode::title)
        .findFirst();
  }

  private static List<String> texts(Array array) throws SQLException {
    return Arrays.asList((String[]) array.getArray());
  }
}
