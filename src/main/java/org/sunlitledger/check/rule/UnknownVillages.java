package org.sunlitledger.check.rule;

import java.util.Optional;
import org.sunlitledger.definition.SqlName;
import org.sunlitledger.register.Field;
import org.sunlitledger.register.Register;
import org.sunlitledger.register.Role;

/**
 * The rule of every register with a village, where the county lists its villages: one that the list
 * does not have is reported once a delivery, on its first line.
 */
final class UnknownVillages {
  static final String RULE = "village-unknown";

  /** So many characters of a township's villages are shown. */
  private static final int SHOWN_GLYPHS = 120;

  private final Register register;

  UnknownVillages(Register register) {
    this.register = register;
  }

  /** The field with the village, if the register has one. */
  Optional<Field> village() {
    return register.fields().stream()
        .filter(field -> field.type() == Field.FieldType.VILLAGE)
        .findFirst();
  }

  /** The first line of each unknown name in a delivery, with the villages of its township. */
  String query() {
    String village = village().map(Field::column).map(SqlName::checked).orElseThrow();
    String township = township().map(SqlName::checked).map("c."::concat).orElse("null::text");
    return """
    select c.delivery_id, min(c.line) as line, c.village as found, (
        select left(string_agg(v.name, '、' order by v.name), %4$d)
        from village v
        where v.township = c.township
          and c.year between v.from_year and v.to_year
      ) as expected
    from (
      select c.delivery_id, c.line, c.year, c.%2$s as village, %3$s as township
      from candidate_%1$s c
      where c.%2$s is not null
    ) c
    where not exists (
      select
      from village v
      where v.name = c.village
        and coalesce(v.township = c.township, true)
        and c.year between v.from_year and v.to_year
    )
    group by c.delivery_id, c.year, c.township, c.village
    """
        .formatted(SqlName.plain(register.name()), village, township, SHOWN_GLYPHS);
  }

  private Optional<String> township() {
    return register.role(Role.TOWNSHIP).map(Field::column);
  }
}
