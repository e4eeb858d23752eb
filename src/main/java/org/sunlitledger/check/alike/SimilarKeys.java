package org.sunlitledger.check.alike;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sunlitledger.definition.SqlName;
import org.sunlitledger.intake.inbox.Acceptance;
import org.sunlitledger.register.Field;
import org.sunlitledger.register.Register;

/**
 * The rule that keys must differ in more than case, width or leading zeros within a year. With
 * equal amount and date, as far as the register has them, the later line is probably the same
 * record and rejected; otherwise it is a warning. A line that somebody has accepted is left alone.
 */
public final class SimilarKeys {
  public static final String RULE = Acceptance.SIMILAR_KEY;

  private final Register register;
  private final FoldedKey key;

  public SimilarKeys(Register register) {
    this.register = register;
    this.key = new FoldedKey(register);
  }

  public FoldedKey key() {
    return key;
  }

  /** Lines that are probably the same as another one; none where the register has no amount. */
  public Optional<String> probablyTheSame() {
    return column(register.amount()).isEmpty()
        ? Optional.empty()
        : Optional.of(
            query(
                List.of(register.amount(), register.date()).stream()
                    .flatMap(named -> column(named).stream())
                    .map(" and o.%1$s = c.%1$s"::formatted)
                    .collect(Collectors.joining())));
  }

  /** Lines whose key is like that of another one, whatever else they have. */
  public String alike() {
    return query("");
  }

  private Optional<String> column(Optional<String> field) {
    return field.map(register::field).map(Field::column).map(SqlName::checked);
  }

  private String query(String condition) {
    return """
    select distinct on (c.delivery_id, c.line)
      c.delivery_id,
      c.line,
      concat_ws(' / ', null%4$s) as found,
      d.name || ' : ' || o.line || ' ' || concat_ws(' / ', null%5$s) as expected
    from alike a
    join candidate_%1$s c on c.delivery_id = a.delivery_id and c.line = a.line
    join alike b on b.digest = a.digest and (b.delivery_id, b.line) < (a.delivery_id, a.line)
    join standing_%1$s o
      on o.delivery_id = b.delivery_id
      and o.line = b.line
      and o.year = c.year
      and %2$s
      and (%3$s)
      %6$s
    join delivery d on d.id = o.delivery_id
    where c.verdict = 'a'
      and not exists (
        select
        from accepted_line k
        where k.delivery_id = c.delivery_id
          and k.line = c.line
      )
    order by c.delivery_id, c.line, o.delivery_id, o.line
    """
        .formatted(
            SqlName.plain(register.name()),
            key.columns().stream()
                .map(
                    listed ->
                        "%s = %s"
                            .formatted(FoldedKey.value("o", listed), FoldedKey.value("c", listed)))
                .collect(Collectors.joining(" and ")),
            key.fields().stream()
                .map(field -> SqlName.checked(field.column()))
                .map("o.%1$s <> c.%1$s"::formatted)
                .collect(Collectors.joining(" or ")),
            shown("c"),
            shown("o"),
            condition);
  }

  private String shown(String line) {
    return key.fields().stream()
        .map(field -> ", %s.%s".formatted(line, SqlName.checked(field.column())))
        .collect(Collectors.joining());
  }
}
