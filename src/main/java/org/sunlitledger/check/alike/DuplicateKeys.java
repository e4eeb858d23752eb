package org.sunlitledger.check.alike;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.sunlitledger.definition.SqlName;
import org.sunlitledger.register.Field;
import org.sunlitledger.register.Register;
import org.sunlitledger.register.ReversalFields;

/** The rule that every register has: a record's key may occur once a year; the first one counts. */
public final class DuplicateKeys {
  public static final String RULE = "duplicate-key";

  private final Register register;
  private final List<Field> key;

  public DuplicateKeys(Register register) {
    this.register = register;
    this.key = register.key().stream().map(register::field).toList();
  }

  public List<String> columns() {
    return key.stream().map(Field::column).toList();
  }

  /** Repeated lines among those shown as {@code alike}, with where the year's key was before. */
  public String query() {
    return """
    select distinct on (c.delivery_id, c.line)
      c.delivery_id,
      c.line,
      concat_ws(' / ', null%3$s) as found,
      d.name || ' : ' || o.line as expected
    from alike a
    join candidate_%1$s c on c.delivery_id = a.delivery_id and c.line = a.line
    join alike b on b.digest = a.digest and (b.delivery_id, b.line) < (a.delivery_id, a.line)
    join standing_%1$s o
      on o.delivery_id = b.delivery_id
      and o.line = b.line
      and o.year = c.year
      and %2$s%4$s
    join delivery d on d.id = o.delivery_id
    order by c.delivery_id, c.line, o.delivery_id, o.line
    """
        .formatted(
            SqlName.plain(register.name()),
            each(" and ", column -> "o.%1$s = c.%1$s".formatted(SqlName.checked(column))),
            key.stream()
                .filter(field -> !field.type().isPersonal())
                .map(field -> ", " + shown(field))
                .collect(Collectors.joining()),
            register.reversal().map(this::butItsOwnReversal).orElse(""));
  }

  /** An entry and its reversal may have one key: people enter the voucher again, with a minus. */
  private String butItsOwnReversal(ReversalFields reversal) {
    String amount = SqlName.checked(register.field(register.amount().orElseThrow()).column());
    return """

      and not (
        (o.%1$s < 0) <> (c.%1$s < 0)
        and %2$s
      )\
    """
        .formatted(
            amount,
            reversal.alike().stream()
                .filter(field -> field.constraints().required())
                .map(field -> "o.%1$s = c.%1$s".formatted(SqlName.checked(field.column())))
                .collect(Collectors.joining(" and ")));
  }

  private String each(String separator, UnaryOperator<String> column) {
    return columns().stream().map(column).collect(Collectors.joining(separator));
  }

  /** A key's value as people know it: a code by its title. */
  private static String shown(Field field) {
    String column = "c." + SqlName.checked(field.column());
    return field
        .codes()
        .map(
            codes ->
                """
                (
                  select k.title
                  from code k
                  where k.list = '%s' and k.code = %s and c.year between k.from_year and k.to_year
                )"""
                    .formatted(SqlName.plain(codes.name()), column))
        .orElse(column);
  }
}
